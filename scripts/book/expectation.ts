/** What must be found in a file that was made of a book: what the gate knows when the book itself is no longer held. */
import type { Nodes } from 'mdast';
import { toReadable } from '../../src/contract/readable-math.ts';
import type { Book, BookPaper } from './model.ts';
import { bookWords } from './words.ts';

export type Expectation = {
  title: string;
  language: string;
  /** The titles of chapters, sections and papers, and of what stands behind them, in order. */
  headings: string[];
  papers: {
    file: string;
    number: string;
    /** The parts of the title between formulas. */
    title: string[];
    words: string[];
    /** So many letters may stand between the title and the abstract. */
    between: number;
  }[];
};

export function expectBook(book: Book): Expectation {
  const { chapters, glossary, bibliography, indexes, title, part, language } = book;
  return {
    title: part === undefined ? title : `${title}: ${part}`,
    language,
    headings: [
      ...(book.preface ? [bookWords.preface] : []),
      ...chapters.flatMap((chapter) => [
        chapter.title,
        ...chapter.sections.flatMap(({ name, papers }) => [
          bookWords.papersOf(name),
          ...papers.map((paper) => `${paper.number} ${toReadable(paper.titleLine.nodes)}`),
        ]),
      ]),
      ...(glossary.length > 0 ? [bookWords.glossary] : []),
      ...(bibliography.length > 0 ? [bookWords.bibliography] : []),
      ...indexes.map(({ kind }) => bookWords.indexes[kind]),
      bookWords.colophon.title,
    ],
    papers: chapters.flatMap(({ sections }) => sections.flatMap(({ papers }) => papers.map(expectPaper))),
  };
}

/** Labels, and what formulas of the headline are read as. */
const slack = 150;

function expectPaper(paper: BookPaper): Expectation['papers'][number] {
  const {
    file,
    number,
    titleLine,
    data,
    imprint,
    links,
    method = '',
    headline,
    abstract,
    notes,
    rest,
  } = paper;
  const result = toReadable(headline?.nodes ?? []);
  const before = [
    ...(data.authors ?? [bookWords.authorsUnknown]),
    ...imprint,
    ...links.map(({ id = '' }) => `${id} OpenReview`),
    method,
    ...(data.benchmarks ?? []),
    ...(data.buildsOn ?? []),
    ...(data.buildsOn ?? []),
    result,
    result.replace(/[\p{L}\s]+/gu, ''),
  ];
  return {
    file,
    number,
    title: listWords(titleLine.nodes),
    words: [abstract, ...notes.map(({ text }) => text), rest].flatMap(({ nodes }) => listWords(nodes)),
    between: before.join('').length + slack,
  };
}

/** Running text as it stands, without formulas and what components are replaced by. */
function listWords(nodes: readonly Nodes[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type === 'text') return [node.value];
    return 'children' in node ? listWords(node.children) : [];
  });
}
