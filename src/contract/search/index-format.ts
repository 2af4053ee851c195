/**
 * What the search has beside Pagefind's index, as files: a catalogue of all that can be found, and the words of the
 * corpus. Where a word stands in the texts is Pagefind's to say.
 */
import type { Abbreviations } from './abbreviations.ts';
import type { contributions } from '../schema.ts';

export const kinds = ['paper', 'chapter', 'doc'] as const;
export type Kind = (typeof kinds)[number];
export type Contribution = (typeof contributions)[number];

/** What can be found: a paper, a chapter, a page of the documentation. Plain text; what is not known is absent. */
export type CatalogueEntry = {
  /** From the root of the site. */
  url: string;
  kind: Kind;
  title: string;
  /** What the page writes, where that is more than the plain title. */
  markdown?: string;
  authors?: string[];
  year?: number;
  venue?: string;
  arxiv?: string;
  method?: string;
  chapter?: string;
  section?: string;
  contribution?: Contribution;
  /** By the names of the survey's index of benchmarks. */
  benchmarks?: string[];
  code?: true;
};

/**
 * What is loaded before the first query. It stays small however much can be found: what grows lies in parts, of which a
 * query loads those that it needs. An entry is called by its place: those with a text come first, in Pagefind's order.
 */
export type Catalogue = {
  /** Stand in the names of the parts, so that no reader has files of two builds; the one stays where only texts change. */
  versions: Record<'entries' | 'words', string>;
  count: number;
  /** Pagefind's file that lists its pages. */
  pages: string;
  /** So many entries are in one part. */
  perPart: number;
  /** How the first stem of each part of the words begins, as far as it tells the part from the one before. */
  words: string[];
  /** The first letter of the words in each part of the vocabulary; one part that has all of them has none. */
  vocabulary: string[];
  /** Long forms and their short ones. */
  abbreviations: Abbreviations;
  /** Words that venues are called by, in lower case. */
  venues: string[];
  /** How many entries are of each kind of contribution. */
  contributions: Partial<Record<Contribution, number>>;
};

/** What is known of the words with one stem: the form that is written most often, in how many entries (none: it is made of two), and in which facts. */
export type KnownWord = [form: string, count: number, ...inFacts: Postings | []];

/** Places, each as the distance from the one before, and what the facts there have of the word, in hundredths. */
export type Postings = [places: number[], weights: number[]];

/** Words by their stems. */
export type WordsPart = Record<string, KnownWord>;

/** Words of the corpus as they are written there most often, each with the number of entries that have it; from A to Z. */
export type Vocabulary = [word: string, count: number][];

/**
 * What results are narrowed down by: a column for each fact, a row for each place. A column is a text with a letter for each
 * row, that of benchmarks with as many as the row has before each end of a line: so it is sent in half the bytes of numbers. A letter
 * is a number of `names`, from 1, or of years since the one before the first; 0 is none.
 */
export type FactTable = {
  names: string[];
  beforeFirst: number;
} & Record<'kind' | 'chapter' | 'section' | 'contribution' | 'year' | 'code' | 'benchmarks', string>;

/** The folders of the index, from the root of the site: ours and Pagefind's. */
export const indexFolder = 'search-index';
export const fullTextFolder = 'pagefind';

export const indexFiles = {
  catalogue: 'catalogue.json',
  /** Loaded where a word is nowhere. */
  vocabulary: ({ words }: Catalogue['versions'], part: number) => `vocabulary-${words}-${part}.json`,
  facts: ({ entries }: Catalogue['versions']) => `facts-${entries}.json`,
  /** The rank of each title, loaded where results are sorted by title. */
  titles: ({ entries }: Catalogue['versions']) => `titles-${entries}.json`,
  words: ({ words }: Catalogue['versions'], part: number) => `words-${words}-${part}.json`,
  entries: ({ entries }: Catalogue['versions'], part: number) => `entries-${entries}-${part}.json`,
} as const;

export type Sizes = {
  /** So many entries are in one part, */
  perPart: number;
  /** and so much JSON of the words. */
  wordsPart: number;
  /** Whether the vocabulary is one part. */
  isVocabularyOne: boolean;
  /** So many results are held to their entries. */
  closeLook: number;
  /** Whether the texts are asked for a word before it is known that they have it: sooner answered, and at times for nothing. */
  asksAhead: boolean;
};

/**
 * Small surveys have their entries in a few parts, which are soon all there. Of a large one a query loads only what it shows
 * or looks at closely, so the parts are small and fewer entries are looked at.
 */
const sizes: readonly [Sizes & { upTo: number }, Sizes] = [
  { upTo: 2000, perPart: 128, wordsPart: 64_000, isVocabularyOne: true, closeLook: 120, asksAhead: true },
  { perPart: 4, wordsPart: 8_000, isVocabularyOne: false, closeLook: 24, asksAhead: false },
];

/** @param count of entries */
export function sizeOf(count: number): Sizes {
  const [small, large] = sizes;
  return count <= small.upTo ? small : large;
}
