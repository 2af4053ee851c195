/** Indexes and the glossary. */
import { formatCount } from '../../contract/words.ts';

export const indexesStrings = {
  indexesTitle: 'Indexes',
  indexes: {
    methods: {
      title: 'Methods',
      lead: 'Methods, systems and datasets that the papers introduce, by the names that they give them.',
      count: (count: number) => (count === 1 ? '1 name' : `${formatCount(count)} names`),
      most: 'With most papers',
    },
    benchmarks: {
      title: 'Benchmarks',
      lead: 'What the papers measure themselves on: benchmarks, datasets, environments and games, all spellings of a name together.',
      count: (count: number) => (count === 1 ? '1 benchmark' : `${formatCount(count)} benchmarks`),
      most: 'With most papers',
    },
    authors: {
      title: 'Authors',
      lead: 'Everybody who is named as an author, by family name.',
      count: (count: number) => (count === 1 ? '1 author' : `${formatCount(count)} authors`),
      most: 'With most papers',
    },
    years: {
      title: 'Years',
      lead: 'The papers by the year of their first preprint.',
      count: (count: number) => (count === 1 ? '1 year' : `${formatCount(count)} years`),
      most: 'With most papers',
    },
    other: '0–9',
    letters: 'Letters',
    introducedBy: 'Introduced by',
    beside: {
      methods: 'Methods measured on it',
      benchmarks: 'Benchmarks of these papers',
      authors: 'Often with',
      years: 'Years',
    },
  },
  part: (at: number, of: number) => `page ${at} of ${of}`,
  previousPart: 'Previous page',
  nextPart: 'Next page',
  parts: 'Pages of this list',
  glossary: {
    title: 'Glossary',
    lead: 'Terms of these chapters in our own words. On the pages, the first mention of a term leads here.',
    count: (count: number) => (count === 1 ? '1 term' : `${formatCount(count)} terms`),
    find: 'In the papers',
    findTerm: (term: string) => `In the papers: ${term}`,
    card: 'Read on in the glossary',
  },
} as const;
