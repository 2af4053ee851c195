/** Writing pages: a new one whole, an edited one with only those characters changed that have to be. */
import { isDeepStrictEqual } from 'node:util';
import { Document, isMap, isScalar, visit, type Node } from 'yaml';
import type { Page } from '../../src/contract/page.ts';
import type { FrontMatter } from '../../src/contract/schema.ts';
import { splitSentences } from '../../src/contract/sentences.ts';
import type { Chunk } from './merge-sentences.ts';

/** Order of the keys in a new page. */
const keyOrder = [
  'title', 'authors', 'year', 'venue', 'arxiv', 'doi', 'openreview', 'code', 'repository', 'chapter', 'section', 'also',
  'method', 'contribution', 'benchmarks', 'buildsOn', 'headline', 'aliases',
] as const satisfies readonly (keyof FrontMatter)[]; // prettier-ignore

/** Lists stand on one line and no text is folded, so that a change is one line of a diff. */
const yamlOptions = { lineWidth: 0, flowCollectionPadding: false } as const;

/** Writes a page that does not exist yet. */
export function printPage(fields: FrontMatter, abstract: readonly string[]): string {
  const sorted = Object.fromEntries(keyOrder.filter((key) => key in fields).map((key) => [key, fields[key]]));
  const document = new Document(sorted);
  styleYaml(document);
  return `---\n${document.toString(yamlOptions)}---\n\n${joinSentences(abstract)}\n`;
}

/** The page with other front matter; comments, order and spelling of what did not change stay. */
export function replaceFields(page: Page, fields: Partial<FrontMatter>): string {
  const changed = keyOrder.filter((key) => !isDeepStrictEqual(page.data[key], fields[key]));
  if (changed.length === 0) return page.source;
  const document = page.yaml.document.clone();
  for (const key of changed) {
    if (fields[key] === undefined) document.delete(key);
    else {
      const value = document.createNode(fields[key]);
      styleYaml(value);
      putField(document, key, value);
    }
  }
  const [start, end] = frontMatterRange(page.source);
  return page.source.slice(0, start) + document.toString(yamlOptions).trimStart() + page.source.slice(end);
}

/** A field that is new stands behind the one that it follows in a new page; people's own order stays. */
function putField(document: Document, key: keyof FrontMatter, value: Node): void {
  if (document.has(key) || !isMap(document.contents)) return document.set(key, value);
  const { items } = document.contents;
  const before = new Set<unknown>(keyOrder.slice(0, keyOrder.indexOf(key)));
  const behind = items.findLastIndex((pair) => before.has(isScalar(pair.key) ? pair.key.value : pair.key));
  items.splice(behind + 1, 0, document.createPair(key, value));
}

/**
 * The abstract of the page with the chunks that the draft changes put in their place. What people wrote, white space
 * and paragraphs included, stands as it did.
 */
export function replaceSentences(
  abstractSource: string,
  chunks: readonly Chunk[],
  draft: readonly string[],
): string {
  const sentences = splitSentences(abstractSource);
  let text = abstractSource;
  for (const { take, page, draft: range } of chunks.toReversed()) {
    if (take !== 'draft') continue;
    const fresh = joinSentences(draft.slice(...range));
    const [first, last] = [sentences[page[0]], sentences[page[1] - 1]];
    if (!first || !last || page[1] === page[0]) text = insertAt(text, first?.start ?? text.length, fresh);
    else if (fresh === '') text = text.slice(0, sentences[page[0] - 1]?.end ?? 0) + text.slice(last.end);
    else text = text.slice(0, first.start) + fresh + text.slice(last.end);
  }
  return text.trimStart();
}

/** One sentence a line, where the line cannot be read as anything but text. */
export function joinSentences(sentences: readonly string[]): string {
  return sentences.reduce(
    (text, sentence) => text + (text === '' ? '' : startsAsText(sentence) ? '\n' : ' ') + sentence,
    '',
  );
}

/** No Markdown block, and no program line of MDX, starts like this. */
function startsAsText(sentence: string): boolean {
  return /^(?:\(?["“‘]?\p{L}|\$[^$])/u.test(sentence) && !/^(?:import|export) /.test(sentence);
}

function insertAt(text: string, at: number, fresh: string): string {
  if (fresh === '') return text;
  if (at >= text.length) return `${text.trimEnd()}\n${fresh}`;
  return `${text.slice(0, at)}${fresh}\n${text.slice(at)}`;
}

function styleYaml(node: Document | Node): void {
  visit(node, {
    Seq: (_, sequence) => {
      sequence.flow = true;
    },
    Scalar: (_, scalar) => {
      // An arXiv id such as 2306.06265 would be read as a number.
      if (isScalar(scalar) && typeof scalar.value === 'string' && /^[\d.]+$/.test(scalar.value))
        scalar.type = 'QUOTE_DOUBLE';
    },
  });
}

function frontMatterRange(source: string): [number, number] {
  const start = source.indexOf('\n') + 1;
  const end = /^---[ \t]*\r?$/m.exec(source.slice(start));
  return [start, start + (end?.index ?? 0)];
}
