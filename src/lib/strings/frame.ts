/** What stands around every page, and on the first one. */
import { formatCount, undated } from '../../contract/words.ts';

export const frameStrings = {
  skip: 'Skip to the text',
  /** What a reader who moves by keyboard comes upon where something is wider than the page. */
  scrolls: { formula: 'Formula', table: 'Table' },
  chapters: 'Chapters',
  chapter: 'Chapter',
  page: 'Page',
  feed: 'Feed',
  markdown: 'Markdown',
  files: 'To follow and to take along',
  about: 'About',
  docs: 'Documentation',
  searchDocs: 'Search the documentation',
  onThisPage: 'On this page',
  docsTurn: { name: 'Neighbours in the documentation', previous: 'Read before', next: 'Read next' },
  docsLead: 'How this site is made, and how to take part.',
  menu: 'Site',
  permalink: (heading: string) => `Link to “${heading}”`,
  theme: { auto: 'Colours: as the system', light: 'Colours: light', dark: 'Colours: dark' },
  papers: (count: number) => (count === 1 ? '1 paper' : `${formatCount(count)} papers`),
  newest: 'Newest papers',
  contents: 'Contents',
  annotatedSurvey: 'An annotated survey',
  pictureOf: (title: string) => `${title}, in letters on paper`,
  guide: {
    papers: (papers: string) =>
      `Every paper has a page ${papers}<slug>/, the same as Markdown at ${papers}<slug>.md, and its BibTeX at ${papers}<slug>.bib; slugs are in the data.`,
  },
  undated,
} as const;
