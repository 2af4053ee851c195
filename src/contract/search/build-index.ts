/** Documents become what Pagefind indexes and what the search has beside it. */
import { toAmericanSpelling } from '../terms.ts';
import { collectAbbreviations, makeShortFormFinder, type ShortFormFinder } from './abbreviations.ts';
import type { SearchDocument } from './document.ts';
import { contributions } from '../schema.ts';
import { rankTitles, toFactTable } from './fact-table.ts';
import { indexFiles, sizeOf, type Catalogue, type CatalogueEntry, type WordsPart } from './index-format.ts';
import { readTokens } from './tokens.ts';
import { toParts, toVocabulary, toWords } from './words.ts';

/** A document in the shape that Pagefind takes. */
export type FullTextRecord = {
  url: string;
  language: string;
  content: string;
  meta: Record<string, string>;
};

/** @returns one record for each document, in their order */
export function toRecords(documents: readonly SearchDocument[], language: string): FullTextRecord[] {
  const findShortForms = makeShortFormFinder(toAbbreviations(documents));
  return documents.map(({ entry: { url, kind, title }, text, headline }) => ({
    url,
    language,
    content: text,
    meta: {
      title,
      kind,
      readings: toReadings(text, findShortForms).join(' '),
      ...(headline !== undefined && { headline }),
    },
  }));
}

/** Pagefind has no page without a text, so those that have one come first. */
export function toPlaces(documents: readonly SearchDocument[]): SearchDocument[] {
  return documents.toSorted((a, b) => Number(a.text === '') - Number(b.text === ''));
}

/**
 * @param documents in the order of their places
 * @param pages Pagefind's file that lists its pages
 * @returns the files of the index by their names
 */
export function buildIndex(
  documents: readonly SearchDocument[],
  { pages, version, language }: { pages: string; version: string; language: string },
): Map<string, unknown> {
  const entries = documents.map(({ entry }) => entry);
  const abbreviations = toAbbreviations(documents);
  const words = toWords(documents, makeShortFormFinder(abbreviations));
  const parts = toParts(words);
  const { perPart } = sizeOf(entries.length);
  const catalogue: Catalogue = {
    version,
    count: entries.length,
    pages,
    perPart,
    words: parts.map(([first]) => first?.[0] ?? ''),
    abbreviations,
    venues: listVenueWords(entries),
    contributions: countContributions(entries),
  };
  return new Map<string, unknown>([
    [indexFiles.catalogue, catalogue],
    [indexFiles.vocabulary(version), toVocabulary(words)],
    [indexFiles.facts(version), toFactTable(entries)],
    [indexFiles.titles(version), rankTitles(entries, language)],
    ...parts.map((part, i): [string, WordsPart] => [indexFiles.words(version, i), Object.fromEntries(part)]),
    ...Array.from({ length: Math.ceil(entries.length / perPart) }, (_, i): [string, CatalogueEntry[]] => [
      indexFiles.entries(version, i),
      entries.slice(i * perPart, (i + 1) * perPart),
    ]),
  ]);
}

function toAbbreviations(documents: readonly SearchDocument[]): Catalogue['abbreviations'] {
  return collectAbbreviations(documents.map(({ text }) => text));
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
function toReadings(text: string, findShortForms: ShortFormFinder): string[] {
  const plain = new Set(
    Array.from(text.matchAll(plainWords), ([word]) => word.toLowerCase()).flatMap((word) => [
      ...word.split('-'),
      word.replace('-', ''),
    ]),
  );
  const tokens = readTokens(text);
  const read = tokens.flatMap(({ form, joined }) => [toAmericanSpelling(form), joined ?? '']);
  return [...new Set([...read, ...findShortForms(tokens).map(({ stem }) => stem)])].filter(
    (word) => word !== '' && !plain.has(word),
  );
}
