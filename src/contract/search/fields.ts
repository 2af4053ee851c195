/**
 * What the facts of an entry say for each word: its frequency over all fields, each field weighed and measured against
 * its usual length. BM25F (Robertson, Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009,
 * section 3.6); what the text says is added to it (`full-text.ts`).
 */
import type { ShortFormFinder } from './abbreviations.ts';
import type { CatalogueEntry, Contribution } from './index-format.ts';
import { readTokens } from './tokens.ts';

/** By the place of an entry in the catalogue: what it has of a word, where one word of a text of usual length is 1. */
export type Weights = ReadonlyMap<number, number>;

/** How much a word in a field counts, and how much it counts less where the field is longer than usual. */
const fields = {
  title: { weight: 6, length: 0.4 },
  method: { weight: 6, length: 0 },
  authors: { weight: 4, length: 0 },
  benchmarks: { weight: 3, length: 0 },
  arxiv: { weight: 6, length: 0 },
  venue: { weight: 2, length: 0 },
  year: { weight: 2, length: 0 },
  section: { weight: 1.5, length: 0 },
  contribution: { weight: 1.5, length: 0 },
} as const;
type FieldName = keyof typeof fields;

/** What readers call papers of a kind. */
export const contributionWords: Readonly<Record<Contribution, string>> = {
  method: 'method algorithm approach',
  theory: 'theory theoretical analysis',
  'benchmark-or-dataset': 'benchmark dataset',
  'empirical-study': 'empirical study evaluation comparison',
  survey: 'survey review overview tutorial',
  system: 'system framework library software toolkit',
  position: 'position perspective vision',
};

/** The fields of an entry as texts. */
export function readFields(entry: CatalogueEntry): Record<FieldName, string> {
  const { title, method = '', authors = [], benchmarks = [], arxiv = '', venue = '', year = '' } = entry;
  const { chapter = '', section = '', contribution } = entry;
  return {
    title,
    method,
    // People are asked for by their family names.
    authors: [...authors, ...authors.map((name) => name.replace(/^.*\s/, ''))].join('; '),
    benchmarks: benchmarks.join('; '),
    arxiv: arxiv.replace('.', ''),
    venue,
    year: String(year),
    section: `${chapter}; ${section}`,
    contribution: contribution ? contributionWords[contribution] : '',
  };
}

/** For each stem the entries that have it in a field. */
export function indexFields(
  entries: readonly CatalogueEntry[],
  findShortForms: ShortFormFinder,
): Map<string, Map<number, number>> {
  const usual = entries.reduce((sum, { title }) => sum + readTokens(title).length, 0) / entries.length;
  const index = new Map<string, Map<number, number>>();
  for (const [place, entry] of entries.entries()) {
    for (const [name, text] of Object.entries(readFields(entry)) as [FieldName, string][]) {
      const tokens = readTokens(text);
      const { weight, length } = fields[name];
      const worth = weight / (1 - length + (length * tokens.length) / usual);
      const add = (stem: string): void => {
        const places = index.get(stem) ?? new Map<number, number>();
        index.set(stem, places.set(place, (places.get(place) ?? 0) + worth));
      };
      for (const { stem, joins } of tokens) {
        add(stem);
        if (joins !== undefined) add(joins);
      }
      for (const { stem } of findShortForms(tokens)) add(stem);
    }
  }
  return index;
}
