/** Search, its suggestions and its page. */
import { formatCount } from '../../contract/words.ts';

export const searchStrings = {
  search: 'Search',
  searchPapers: 'Search papers',
  searchShort: 'Search',
  searchHint: 'Title, author, method, year, arXiv id',
  searchNeedsScript:
    'Search runs in your browser and needs JavaScript. Without it, the chapters list every paper.',
  suggestions: 'Suggestions',
  facets: {
    label: 'Narrow down',
    kind: 'What',
    chapter: 'Chapter',
    section: 'Section',
    year: 'Year',
    contribution: 'Contribution',
    benchmark: 'Evaluated on',
    code: 'Code',
    withCode: 'With code',
    more: (count: number) => `${count} more`,
    clear: 'Clear all',
  },
  kinds: { paper: 'Papers', chapter: 'Chapters', doc: 'Documentation' },
  sort: { label: 'Order', relevance: 'Best match', year: 'Newest first', title: 'Title' },
  takeAway: {
    label: 'Save these papers as',
    save: 'Save',
    failed: 'The file could not be loaded.',
    formats: { bibtex: 'BibTeX', ris: 'RIS', 'csl-json': 'CSL-JSON', csv: 'CSV', markdown: 'Markdown list' },
  },
  didYouMean: 'Did you mean',
  unknownWords: (words: readonly string[]) =>
    `Not a word of this survey: ${words.map((word) => `“${word}”`).join(', ')}.`,
  searchHelp: {
    title: 'What search does',
    lines: [
      'It looks in titles, abstracts, authors, venues, years, arXiv ids in any spelling, names of methods and benchmarks, chapters and the documentation.',
      'Papers with all the words come first, then those with most of them; a word counts more in a title, and the rarer it is.',
      'Plurals, accents, hyphens and upper case make no difference, and a word that no paper has is read as the nearest one that is there.',
      'Formulas are found as TeX, as symbols or in words: \\sqrt{T}, √T and sqrt T are one thing.',
      'It knows no synonyms and no full texts, and a phrase in quotation marks is read as its words.',
    ],
  },
  more: 'Show more',
  searching: 'Searching …',
  found: (count: number) => (count === 1 ? '1 result' : `${formatCount(count)} results`),
  nothing: 'Nothing found.',
  searchFailed: 'The search index could not be loaded.',
} as const;
