/** The words that books add to those of the survey, in one table. */
import { formatCount } from '../../src/contract/words.ts';

export const bookWords = {
  contents: 'Contents',
  cover: 'Cover',
  titlePage: 'Title page',
  bodyMatter: 'Start of the text',
  landmarks: 'Landmarks',
  preface: 'Preface',
  chapter: (number: number) => `Chapter ${number}`,
  papers: (count: number) => (count === 1 ? '1 paper' : `${formatCount(count)} papers`),
  /** The papers of a section, for the text of the chapter may have a heading of the same name. */
  papersOf: (section: string) => `Papers: ${section}`,
  selection: (count: number) =>
    count === 1
      ? 'One paper, chosen from the survey.'
      : `${formatCount(count)} papers, chosen from the survey.`,
  chosen: 'Chosen papers',
  readingList: 'A reading list',
  authorsUnknown: 'Authors unknown',
  result: 'Result',
  abstract: 'Abstract',
  notes: 'Notes',
  backlink: 'Back to the passage',
  facts: {
    method: 'Introduces',
    contribution: 'Kind',
    benchmarks: 'Evaluated on',
    buildsOn: 'Builds on',
    also: 'Also in',
  },
  links: {
    arxiv: 'arXiv',
    pdf: 'PDF',
    code: 'Code',
    repository: 'Repository',
    openreview: 'OpenReview',
    doi: 'DOI',
  },
  years: {
    title: 'By year',
    table: 'Papers by section and year.',
    section: 'Section',
    total: 'Total',
    caption: 'Papers by section and year. The area of a circle is the number of papers.',
    describe: (row: string, counts: string) => `${row}: ${counts}.`,
    count: (year: string, count: number) => `${count} in ${year}`,
  },
  comparison: {
    title: 'Side by side',
    lead: 'In reading order: what a paper builds on comes before it, surveys come first, then the earlier paper.',
    columns: {
      number: 'No.',
      paper: 'Paper',
      method: 'Introduces',
      contribution: 'Kind',
      benchmarks: 'Evaluated on',
      year: 'Year',
      page: 'Page',
    },
  },
  glossary: 'Glossary',
  bibliography: 'Bibliography',
  indexes: { methods: 'Index of methods', benchmarks: 'Index of benchmarks' },
  licences: {
    prose: 'Our own prose',
    data: 'The data of the survey',
    abstracts: 'Abstracts',
    code: 'The code that makes it',
  },
  colophon: {
    title: 'Colophon',
    version: 'Version',
    released: 'Released',
    captured: 'Newest capture',
    contents: 'Holds',
    listings: 'Made from',
    site: 'Published at',
    digest: 'Content',
    stamp: 'State of the repository',
    holds: (papers: number, chapters: number) =>
      `${bookWords.papers(papers)} in ${chapters === 1 ? '1 chapter' : `${chapters} chapters`}`,
    madeFrom: (entries: number, listings: number) =>
      `${formatCount(entries)} entries of ${listings === 1 ? '1 listing' : `${listings} listings`}`,
    rights: 'Rights',
  },
  page: 'p.',
  accessibility: {
    summary:
      'All of the book is text with headings, tables with named rows and columns, and links; the navigation names every heading. The one picture is the cover, which shows the title.',
    math: 'Formulas are MathML, each with an alternative text in words.',
  },
} as const;
