/** The page of a chapter. */
import { formatCount } from '../../contract/words.ts';

export const chapterStrings = {
  bySection: 'Papers by section',
  allPapers: (count: number) => `All ${formatCount(count)} papers`,
  alsoHere: 'Also of this chapter',
  alsoHereWhy: 'Filed elsewhere, and of interest here.',
  comparison: {
    title: 'Side by side',
    lead: 'Papers of this chapter in reading order: what a paper builds on comes before it, surveys come first, then the earlier paper.',
    paper: 'Paper',
    section: 'Section',
    method: 'Introduces',
    contribution: 'Kind',
    benchmarks: 'Evaluated on',
    code: 'Code',
    year: 'Year',
    sortBy: (column: string) => `Sort by: ${column}`,
    link: 'Code',
    linkOf: (title: string) => `Code of ${title}`,
  },
  years: {
    title: 'By year',
    figure: (title: string) => `${title}: papers by section and year`,
    describe: (papers: number, rows: number, from: string, to: string) =>
      `${formatCount(papers)} papers in ${formatCount(rows)} rows, ${from} to ${to}. The area of a circle is the number of papers.`,
    table: 'The same as a table',
    row: 'Section',
    chapterRow: 'Chapter',
    total: 'All',
  },
  book: {
    label: (isWhole: boolean, format: string) => (isWhole ? `The survey as a book (${format})` : format),
    note: (pages: number | undefined, bytes: number) =>
      `${pages === undefined ? '' : `${formatCount(pages)} pages, `}${(bytes / 1e6).toFixed(1)} MB`,
  },
} as const;
