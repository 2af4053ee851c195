/**
 * What the facts of an entry say for each word: its frequency over all fields, each field weighed and measured against
 * its usual length. BM25F (Robertson, Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009,
 * section 3.6); what the text says is added to it (`full-text.ts`).
 */
import type { ShortFormFinder } from './abbreviations.ts';
import type { CatalogueEntry, Contribution } from './index-format.ts';
import type { Token } from './tokens.ts';

/** By the place of an entry in the catalogue: what it has of a word, where one word of a text of usual length is 1. */
export type Weights = ReadonlyMap<number, number>;

/** How much a word in a field counts. */
const weights = {
  title: 6,
  method: 6,
  authors: 4,
  benchmarks: 3,
  arxiv: 6,
  venue: 2,
  year: 2,
  section: 1.5,
  contribution: 1.5,
} as const;
export type FieldName = keyof typeof weights;

/** How much a word in a title counts less where the title is longer than usual; the length of other fields says nothing. */
const titleLength = 0.4;

/** What the facts of an entry have of a word, before it is known how long titles usually are. */
export type FactCount = { inTitle: number; elsewhere: number };

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

/** For each stem in the facts of an entry, how much they have of it. */
export function countFacts(
  fields: Readonly<Record<FieldName, readonly Token[]>>,
  findShortForms: ShortFormFinder,
): Map<string, FactCount> {
  const counts = new Map<string, FactCount>();
  for (const [name, tokens] of Object.entries(fields) as [FieldName, readonly Token[]][]) {
    const add = (stem: string): void => {
      const { inTitle, elsewhere } = counts.get(stem) ?? { inTitle: 0, elsewhere: 0 };
      counts.set(
        stem,
        name === 'title'
          ? { inTitle: inTitle + 1, elsewhere }
          : { inTitle, elsewhere: elsewhere + weights[name] },
      );
    };
    for (const { stem, joins } of tokens) {
      add(stem);
      if (joins !== undefined) add(joins);
    }
    for (const { stem } of findShortForms(tokens)) add(stem);
  }
  return counts;
}

/** @param length of the title beside the usual one */
export function weighFacts({ inTitle, elsewhere }: FactCount, length: number): number {
  return elsewhere + (inTitle * weights.title) / (1 - titleLength + titleLength * length);
}
