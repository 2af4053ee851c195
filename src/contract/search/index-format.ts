/**
 * The search index as files: a catalogue of all that can be found, and lists of where each token stands, in parts of
 * which a query loads only those it needs.
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

export type Catalogue = {
  /** Stands in the names of the other files, so that no reader has files of two builds. */
  version: string;
  entries: CatalogueEntry[];
  /** How many parts the lists of tokens have. */
  parts: number;
  /** How many texts a file of texts has. */
  textsPerFile: number;
  /** Long forms and their short ones. */
  abbreviations: Abbreviations;
};

/** For each token: the place of an entry in the catalogue (as the distance from the one before) and its weight there, in turn. */
export type Postings = Record<string, number[]>;

/** Words of the corpus as they are written there most often, each with the number of entries that have it; from A to Z. */
export type Vocabulary = [word: string, count: number][];

/** The folder of the index, from the root of the site. */
export const indexFolder = 'search-index';

export const indexFiles = {
  catalogue: 'catalogue.json',
  vocabulary: (version: string) => `vocabulary-${version}.json`,
  postings: (version: string, part: number) => `postings-${version}-${part}.json`,
  texts: (version: string, file: number) => `texts-${version}-${file}.json`,
} as const;

/** Weights in postings are whole numbers: this many are the weight of one plain word in a text of average length. */
export const weightUnit = 10;

/** The part that has the list of `stem`. */
export function toPart(stem: string, parts: number): number {
  let hash = 0;
  for (let i = 0; i < stem.length; i++) hash = (hash * 31 + stem.charCodeAt(i)) | 0;
  return Math.abs(hash) % parts;
}
