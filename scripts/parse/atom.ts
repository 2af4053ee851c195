/**
 * Atom (RFC 4287) with the elements of arXiv's API (https://info.arxiv.org/help/api/user-manual.html, "Details of Atom
 * results returned"). Each entry is read by itself, so that one that is not well-formed disturbs no other; a document type
 * is passed over, so entities mean nothing here.
 */
import { DOMParser, ParseError, type Element } from '@xmldom/xmldom';
import type { Point } from 'unist';
import type { Report } from '../../src/contract/findings.ts';
import { openListing, toExcerpt, toField, type Entry, type Field, type ListingFile } from './entry.ts';
import { makePointFinder } from './lines.ts';
import {
  foldSpace,
  readPaperFields,
  type Complain,
  type FieldRow,
  type PaperFields,
} from './paper-fields.ts';
import { parseFullDate, readArxiv, readDoi, readNames, readText, readYear } from './readers.ts';

/** Does a text look like it? A feed or an entry that names the namespace of Atom. */
export function isAtom(text: string): boolean {
  return /<(?:feed|entry)\b[^>]*http:\/\/www\.w3\.org\/2005\/Atom/.test(text);
}

const rows: readonly FieldRow[] = [
  { name: 'title', sources: ['title'], read: readText, why: 'TeX as the authors gave it' },
  { name: 'abstract', sources: ['summary', 'content'], read: readText, why: 'TeX as the authors gave it' },
  { name: 'authors', sources: ['author'], read: readNames, why: 'names as printed' },
  { name: 'year', sources: [], glimpses: ['published', 'updated'], read: readYear, why: 'of the first version' },
  { name: 'venue', sources: ['journal_ref'], read: readText, why: 'where the authors say that it was published' },
  { name: 'arxiv', sources: [], glimpses: ['id', 'link'], read: readArxiv, why: 'the id is its address' },
  { name: 'doi', sources: ['doi'], read: readDoi, why: 'of the published version' },
]; // prettier-ignore

/** What `extra` calls the elements; those that are missing here say nothing of the work. */
const names: Record<string, string> = {
  comment: 'note',
  primary_category: 'primaryclass',
  category: 'categories',
  affiliation: 'affiliation',
  doi: 'doi',
  rights: 'rights',
};

export function parseAtom(file: ListingFile, captured: string | null, report: Report): Entry[] {
  const { text } = file;
  const toPoint = makePointFinder(text);
  const { origin, complain } = openListing(file, captured, report);
  const root = foldSpace(/<feed\b[^>]*>/.exec(text)?.[0] ?? '<feed xmlns="http://www.w3.org/2005/Atom">');
  const chunks = [...text.matchAll(/<entry\b[^]*?(?:<\/entry>|(?=<entry\b)|$(?![^]))/g)];
  if (chunks.length === 0 && !/<\/feed>\s*$/.test(text)) complain(toPoint(text.trimEnd().length), 'end of the file', '</feed>');
  return chunks.flatMap(({ 0: chunk, index }) => {
    const start = toPoint(index);
    const fields = parseEntry(root, chunk, start, complain);
    return fields ? [{ ...origin, ...fields }] : [];
  });
} // prettier-ignore

function parseEntry(root: string, chunk: string, start: Point, complain: Complain): PaperFields | undefined {
  // Lines of the chunk are those of the file but for the first, before which the root of the feed stands.
  const toPlace = (line = 1, column = 1): Point =>
    line === 1
      ? { line: start.line, column: Math.max(1, start.column + column - root.length - 1) }
      : { line: start.line + line - 1, column };
  if (!chunk.endsWith('</entry>')) {
    complain(start, `unfinished entry "${toExcerpt(chunk)}"`, '</entry>');
    return undefined;
  }
  let entry: Element | undefined;
  try {
    entry = parseXml(`${root}${chunk}</feed>`, (message, line, column) =>
      complain(toPlace(line, column), `XML: ${toExcerpt(message)}`, 'XML whose entities are &amp;, &lt;, &gt;, &quot;, &apos; or numbers'),
    );
  } catch (error) {
    const { lineNumber, columnNumber } = (error instanceof ParseError && error.locator) || {};
    complain(toPlace(lineNumber, columnNumber), `XML: ${toExcerpt(error instanceof Error ? error.message : String(error))}`, 'well-formed XML');
  }
  return entry && toPaper(entry, start, toPlace, complain);
} // prettier-ignore

type Warn = (message: string, line?: number, column?: number) => void;

function parseXml(source: string, warn: Warn): Element | undefined {
  const parser = new DOMParser({
    onError: (level, message, context: { locator?: { lineNumber?: number; columnNumber?: number } }) => {
      if (level !== 'fatalError') warn(message, context.locator?.lineNumber, context.locator?.columnNumber);
    },
  });
  return parser.parseFromString(source, 'text/xml').getElementsByTagNameNS('*', 'entry')[0];
}

function toPaper(entry: Element, start: Point, toPlace: (line?: number, column?: number) => Point, complain: Complain): PaperFields | undefined {
  const raw = new Map<string, Field<string>[]>();
  const add = (name: string, text: string, { lineNumber, columnNumber }: Pick<Element, 'lineNumber' | 'columnNumber'>): void => {
    if (text.trim() === '') return;
    const { line, column } = toPlace(lineNumber, columnNumber);
    const before = /^\s*/.exec(text)?.[0].split('\n') ?? [''];
    const field = { value: foldSpace(text), line: line + before.length - 1, column: (before.length > 1 ? 1 : column) + (before.at(-1)?.length ?? 0) };
    raw.set(name, [...(raw.get(name) ?? []), field]);
  };
  for (const element of [...entry.childNodes].filter(isElement)) {
    const name = element.localName ?? '';
    if (name === 'author') {
      for (const part of [...element.childNodes].filter(isElement)) add(part.localName === 'name' ? 'author' : (part.localName ?? ''), part.textContent ?? '', part.firstChild ?? part);
    } else add(name, element.getAttribute('term') ?? element.getAttribute('href') ?? element.textContent ?? '', element.firstChild ?? element);
  }
  const [id] = raw.get('id') ?? [];
  if (id?.value.includes('/api/errors')) {
    complain(start, `error of arXiv: ${toExcerpt(raw.get('summary')?.[0]?.value ?? id.value)}`, 'a paper');
    return undefined;
  }
  const derived: Record<string, Field<string>> = {};
  const [published] = raw.get('published') ?? [];
  const issued = published && parseFullDate(published.value);
  if (published && issued) derived['issued'] = toField(published, issued);
  const [, version] = /v(\d+)$/.exec(id?.value ?? '') ?? [];
  if (id && version) derived['version'] = toField(id, version);
  const paper = readPaperFields(raw, { rows, toName: (name) => (Object.hasOwn(names, name) ? names[name] : undefined) }, derived, complain);
  if (!paper) complain(start, 'entry without a title', '<title>');
  return paper;
} // prettier-ignore

function isElement(node: { nodeType: number }): node is Element {
  return node.nodeType === 1;
}
