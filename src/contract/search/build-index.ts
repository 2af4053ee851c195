/**
 * Documents become what Pagefind indexes and what the search has beside it: block by block, so that what was made of a block
 * can be kept, and then of all blocks together.
 */
import { toAmericanSpelling } from '../terms.ts';
import type { Abbreviations, ShortFormFinder } from './abbreviations.ts';
import type { SearchDocument } from './document.ts';
import { contributions } from '../schema.ts';
import { rankTitles, toFactTable } from './fact-table.ts';
import { indexFiles, sizeOf, type Catalogue, type CatalogueEntry, type Vocabulary } from './index-format.ts';
import type { ReadDocument } from './read-document.ts';
import type { Token } from './tokens.ts';
import { joinWords, toParts, toVocabulary, type WordBlock } from './words.ts';

/** A document in the shape that Pagefind takes. */
export type FullTextRecord = {
  url: string;
  language: string;
  content: string;
  meta: Record<string, string>;
};

/** @returns one record for each document, in their order; all have the same fields, as Pagefind counts fields by those that there are */
export function toRecords(
  documents: readonly ReadDocument[],
  language: string,
  findShortForms: ShortFormFinder,
): FullTextRecord[] {
  return documents.map(({ document: { entry, text, headline = '' }, text: tokens }) => ({
    url: entry.url,
    language,
    content: text,
    meta: {
      readings: toReadings(text, tokens, findShortForms).join(' '),
      // What stands in the text is found there.
      headline: text.includes(headline) ? '' : headline,
    },
  }));
}

/** Pagefind has no page without a text, so those that have one come first. */
export function toPlaces(documents: readonly SearchDocument[]): SearchDocument[] {
  return documents.toSorted((a, b) => Number(a.text === '') - Number(b.text === ''));
}

/** Blocks are about so long, and never shorter than the least or longer than the most. */
const blockSize = { usual: 32, least: 16, most: 96 };

/** Blocks end where an address says so, so that a document more or less changes one block. */
export function toBlocks(documents: readonly SearchDocument[]): SearchDocument[][] {
  const blocks: SearchDocument[][] = [[]];
  for (const document of documents) {
    const block = blocks.at(-1) ?? [];
    block.push(document);
    const { length } = block;
    const ends = hash(document.entry.url) % blockSize.usual === 0;
    if (length === blockSize.most || (length >= blockSize.least && ends)) blocks.push([]);
  }
  return blocks.filter(({ length }) => length > 0);
}

/** Of a large survey, blocks are joined in groups; a group is of about so many blocks, and never of more than the most. */
const groupSize = { usual: 16, most: 48 };
/** Fewer blocks than this are joined all at once. */
const fewest = 48;

/** Groups end where an address says so, as blocks do, so that a block more or less changes one group. */
export function toGroups<Block extends { documents: readonly SearchDocument[] }>(
  blocks: readonly Block[],
): Block[][] {
  if (blocks.length < fewest) return blocks.map((block) => [block]);
  const groups: Block[][] = [[]];
  for (const block of blocks) {
    const group = groups.at(-1) ?? [];
    group.push(block);
    const ends =
      Math.floor(hash(block.documents.at(-1)?.entry.url ?? '') / blockSize.usual) % groupSize.usual === 0;
    if (ends || group.length === groupSize.most) groups.push([]);
  }
  return groups.filter(({ length }) => length > 0);
}

/** FNV-1a (Fowler, Noll, Vo), 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  return value >>> 0;
}

export type IndexSources = {
  /** Of all documents, in the order of their places. */
  entries: readonly CatalogueEntry[];
  blocks: Iterable<WordBlock>;
  abbreviations: Abbreviations;
  /** Pagefind's file that lists its pages. */
  pages: string;
  versions: Catalogue['versions'];
  language: string;
};

/** A file of the index; a part is made of what its version is the digest of. */
export type IndexFile = { name: string; of?: keyof Catalogue['versions']; make(): unknown };

export function buildIndex(sources: IndexSources): IndexFile[] {
  const { entries, blocks, abbreviations, pages, versions, language } = sources;
  const words = joinWords(blocks, entries.map(({ url }) => url)); // prettier-ignore
  const { perPart, wordsPart, isVocabularyOne } = sizeOf(entries.length);
  const vocabulary = [...divide(toVocabulary(words), isVocabularyOne)];
  const parts = toParts(words, wordsPart);
  const catalogue: Catalogue = {
    versions,
    count: entries.length,
    pages,
    perPart,
    words: parts.map(([first], i) => toBeginning(first?.[0] ?? '', parts[i - 1]?.at(-1)?.[0] ?? '')),
    vocabulary: vocabulary.map(([letter]) => letter),
    abbreviations,
    venues: listVenueWords(entries),
    contributions: countContributions(entries),
  };
  const ofEntries = (name: string, make: () => unknown): IndexFile => ({ name, of: 'entries', make });
  const ofWords = (name: string, make: () => unknown): IndexFile => ({ name, of: 'words', make });
  return [
    { name: indexFiles.catalogue, make: () => catalogue },
    ofEntries(indexFiles.facts(versions), () => toFactTable(entries)),
    ofEntries(indexFiles.titles(versions), () => rankTitles(entries, language)),
    ...vocabulary.map(([, part], i) => ofWords(indexFiles.vocabulary(versions, i), () => part)),
    ...parts.map((part, i) => ofWords(indexFiles.words(versions, i), () => Object.fromEntries(part))),
    ...Array.from({ length: Math.ceil(entries.length / perPart) }, (_, i) =>
      ofEntries(indexFiles.entries(versions, i), () => entries.slice(i * perPart, (i + 1) * perPart)),
    ),
  ];
}

/** As much of a stem as tells it from the one before it. */
function toBeginning(stem: string, before: string): string {
  let end = 0;
  while (end < stem.length && stem[end] === before[end]) end += 1;
  return stem.slice(0, end + 1);
}

/** By the first letter, unless all is one part, which has any. */
function divide(vocabulary: Vocabulary, isOne: boolean): Map<string, Vocabulary> {
  return isOne ? new Map([['', vocabulary]]) : Map.groupBy(vocabulary, ([word]) => word[0] ?? '');
}

/** Words that venues are called by: names with more than one capital. */
function listVenueWords(entries: readonly CatalogueEntry[]): string[] {
  const names = entries.flatMap(({ venue }) => venue?.match(/\b\p{L}*\p{Lu}\p{L}*\p{Lu}\p{L}*\b/gu) ?? []);
  return [...new Set(names.map((word) => word.toLowerCase()))].sort();
}

function countContributions(entries: readonly CatalogueEntry[]): Catalogue['contributions'] {
  const all = entries.flatMap(({ contribution }) => contribution ?? []);
  return Object.fromEntries(contributions.map((kind) => [kind, all.filter((one) => one === kind).length]));
}

/** A word between spaces, or words with hyphens: these Pagefind reads as we do. */
const plainWords = /(?<![^\s("“‘])[a-z]+(?:-[a-z]+)?(?![^\s)"”’.,;:!?])/gi;

/** What a text is found by besides its plain words: formulas by the names of their signs, compounds, other spellings, short forms. */
function toReadings(text: string, tokens: readonly Token[], findShortForms: ShortFormFinder): string[] {
  const plain = new Set(
    Array.from(text.matchAll(plainWords), ([word]) => word.toLowerCase()).flatMap((word) => [
      ...word.split('-'),
      word.replace('-', ''),
    ]),
  );
  const read = tokens.flatMap(({ form, joined }) => [toAmericanSpelling(form), joined ?? '']);
  return [...new Set([...read, ...findShortForms(tokens).map(({ stem }) => stem)])].filter(
    (word) => word !== '' && !plain.has(word),
  );
}
