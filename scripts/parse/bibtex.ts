/** BibTeX: each entry by @retorquere/bibtex-parser, with its place in the file. */
import { parse as parseLibrary, type Entry as LibraryEntry, type Options } from '@retorquere/bibtex-parser';
import type { Point } from 'unist';
import type { Report } from '../../src/contract/findings.ts';
import { isBibtex, toChunks, toPlace, type Chunk } from './bibtex-chunks.ts';
import { bibtexRows, nameBibtexField, toDerivedFields, toValues, verbatimFields } from './bibtex-fields.ts';
import { openListing, toExcerpt, toField, type Entry, type ListingFile } from './entry.ts';
import { readPaperFields, type PaperFields } from './paper-fields.ts';

export { isBibtex };

/** The parser's cost grows with the square of an entry; no paper needs more characters. */
const longestChunk = 50_000;

/** Titles and abstracts stay LaTeX; all else becomes plain text, but for commands that nobody knows. */
const options: Options = {
  english: false,
  sentenceCase: false,
  caseProtection: false,
  unsupported: (_node, tex) => tex,
  fieldMode: Object.fromEntries([...verbatimFields].map((field) => [field, 'verbatim' as const])),
};

/** Says what is unexpected between two places of a chunk, offsets or points, and what was expected. */
type Complain = (
  chunk: Chunk,
  start: number | Point,
  end: number | Point,
  unexpected: string,
  expected: string,
) => void;

/** Reads the entries of a file. What the parser cannot read, entries without a title and stray text are findings. */
export function parseBibtex(file: ListingFile, captured: string | null, report: Report): Entry[] {
  const { origin, complain: complainAt } = openListing(file, captured, report);
  const complain: Complain = (chunk, start, end, unexpected, expected) =>
    complainAt({ start: toPoint(chunk, start), end: toPoint(chunk, end) }, unexpected, expected);
  const chunks = toChunks(file.text);
  const context = { strings: {}, parents: findParents(chunks) };
  return chunks
    .flatMap((chunk) => parseChunk(chunk, context, complain))
    .map((fields) => ({ ...origin, ...fields }));
}

function toPoint(chunk: Chunk, at: number | Point): Point {
  return typeof at === 'number' ? toPlace(chunk, at) : at;
}

/** What chunks know of each other. */
type Context = {
  /** What an `@string` abbreviates in all entries after it. */
  strings: Record<string, string>;
  /** By key, the chunks from which others inherit. */
  parents: ReadonlyMap<string, string>;
};

const parentKey = /\bcrossref\s*=\s*["{]?\s*([^\s"{},]+)/i;

function findParents(chunks: readonly Chunk[]): Context['parents'] {
  const wanted = new Set(chunks.map(({ text }) => parentKey.exec(text)?.[1]));
  return new Map(
    chunks.flatMap(({ text }) => {
      const [, key] = /@\s*\w+\s*[{(]\s*([^\s,]+)/.exec(text) ?? [];
      return key !== undefined && wanted.has(key) && text.length <= longestChunk ? [[key, text]] : [];
    }),
  );
}

function parseChunk(chunk: Chunk, { strings, parents }: Context, complain: Complain): PaperFields[] {
  const { text } = chunk;
  if (text.length > longestChunk) {
    complain(chunk, 0, text.length, `entry of ${text.length} characters`, `at most ${longestChunk}`);
    return [];
  }
  if (!isBibtex(text)) {
    reportStray(chunk, 0, complain);
    return [];
  }
  const inherited = parentKey.exec(text)?.[1] ?? '';
  const parent = parents.get(inherited);
  const library = parseLibrary(parent === undefined ? text : `${text}\n${parent}`, { ...options, strings });
  Object.assign(strings, library.strings);
  for (const { error } of library.errors) reportError(chunk, error, complain);
  if (library.errors.length > 0 && library.entries.length === 0) reportUnread(chunk, 0, complain);

  const found: PaperFields[] = [];
  let end = 0;
  for (const entry of library.entries) {
    if (entry.key === inherited && parent !== undefined) continue;
    // An entry that could not be read has no input.
    const start = entry.input === '' ? -1 : text.indexOf(entry.input, end);
    const fields = start < 0 ? undefined : toFields(chunk, start, entry, complain);
    if (fields) found.push(fields);
    else reportUnread(chunk, end, complain);
    end = start < 0 ? text.length : start + entry.input.length;
  }
  if (library.entries.length > 0) reportStray(chunk, end, complain);
  return found;
}

function toFields(
  chunk: Chunk,
  start: number,
  entry: LibraryEntry,
  complain: Complain,
): PaperFields | undefined {
  const offsets = findValues(entry.input);
  const placeOf = (field: string) => toPlace(chunk, start + (offsets.get(field) ?? 0));
  const raw = Object.entries(entry.fields).map(
    ([field, value]) =>
      [field, toValues(field, value ?? '').map((text) => toField(placeOf(field), text))] as const,
  );
  const derived = toDerivedFields(entry).map(([name, text, field = '']) => [
    name,
    toField(placeOf(field), text),
  ]);
  const table = { rows: bibtexRows, toName: (field: string) => nameBibtexField(field, entry) };
  return readPaperFields(new Map(raw), table, Object.fromEntries(derived), ({ line, column }, ...words) => {
    const place = { line, column };
    complain(chunk, place, place, ...words);
  });
}

/** Where the values of the fields start in the source of their entry, which the parser does not tell. */
function findValues(source: string): Map<string, number> {
  const values = source.matchAll(/[,{(]\s*([^\s=,{}"#()]+)\s*=\s*["{]*\s*/g);
  const offsets = [...values].map(
    ({ 0: { length }, 1: field = '', index }) => [field.toLowerCase(), index + length] as const,
  );
  // The first one counts, as it does for the parser of the fields.
  return new Map(offsets.toReversed());
}

/** "Unterminated brace-value … at line 3, column 1 in "article"" at its place. */
function reportError(chunk: Chunk, error: string, complain: Complain): void {
  const [, message = error, line = '1', column = '1'] =
    /^(.*?) at line (\d+), column (\d+)/s.exec(error) ?? [];
  const before = chunk.text
    .split(/(?<=\n)/)
    .slice(0, Number(line) - 1)
    .join('').length;
  const offset = Math.min(before + Number(column) - 1, chunk.text.length);
  complain(
    chunk,
    offset,
    offset,
    `BibTeX: ${toExcerpt(message)}`,
    'fields with balanced braces, and commas between them',
  );
}

function reportUnread(chunk: Chunk, from: number, complain: Complain): void {
  const rest = chunk.text.slice(from).trimEnd();
  complain(
    chunk,
    from,
    from + rest.length,
    `entry "${toExcerpt(rest.trimStart())}"`,
    'one that can be read and has a title',
  );
}

/** BibTeX passes over text between entries; a `%` says that it is meant so. */
function reportStray(chunk: Chunk, from: number, complain: Complain): void {
  const rest = chunk.text.slice(from);
  const stray = rest.search(/^[ \t]*[^%\s]/m);
  if (stray >= 0) {
    complain(
      chunk,
      from + stray,
      chunk.text.trimEnd().length,
      `text "${toExcerpt(rest.slice(stray).trim())}"`,
      'an entry',
    );
  }
}
