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

/** The text of an entry, which Pagefind has. */
export type IndexedText = {
  /** What Pagefind calls it; an empty text has no name there. */
  fragment?: string;
  /** How many words it has. */
  words: number;
};

export type Catalogue = {
  /** Stands in the name of the other file, so that no reader has files of two builds. */
  version: string;
  entries: CatalogueEntry[];
  /** One for each entry, in their order. */
  texts: IndexedText[];
  /** Long forms and their short ones. */
  abbreviations: Abbreviations;
};

/** Words of the corpus as they are written there most often, each with the number of entries that have it; from A to Z. */
export type Vocabulary = [word: string, count: number][];

/** The folders of the index, from the root of the site: ours and Pagefind's. */
export const indexFolder = 'search-index';
export const fullTextFolder = 'pagefind';

export const indexFiles = {
  catalogue: 'catalogue.json',
  vocabulary: (version: string) => `vocabulary-${version}.json`,
} as const;
