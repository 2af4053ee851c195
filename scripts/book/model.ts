/**
 * A book as plain values: front matter, chapters, sections, papers, notes, glossary, bibliography, indexes. Writers (PDF,
 * EPUB) know this and nothing of the content folder. Text is mdast, with the file it stands in for findings.
 */
import type { PhrasingContent, RootContent } from 'mdast';
import type { ComparisonRow } from '../../src/contract/comparison.ts';
import type { FiledPaper } from '../../src/contract/filed-paper.ts';
import type { Place } from '../../src/contract/findings.ts';
import type { PaperLink } from '../../src/contract/paper-links.ts';
import type { YearFigure } from '../../src/contract/year-figure.ts';

/** Where a text stands; nodes without a position of their own (fields of YAML) stand at `place`. */
export type Source = { file: string; place: Place };

export type Line = Source & { nodes: PhrasingContent[] };
export type Blocks = Source & { nodes: RootContent[] };

export type Book = {
  /** The name of its files: `book`, the id of a chapter. */
  id: string;
  title: string;
  /** What part of the survey it is, where it is not all of it. */
  part?: string;
  description: string;
  language: string;
  version: string;
  /** Days such as 2026-01-31. */
  released: string;
  captured: string;
  site: string;
  licences: { label: string; text: string }[];
  /** What the survey says of itself before its first heading, in the book of all of it. */
  preface?: Blocks;
  chapters: BookChapter[];
  glossary: BookTerm[];
  bibliography: BookReference[];
  indexes: BookIndex[];
  /** What it names, by kind and name: `paper:slug`, `work:key`, `term:id`. */
  names: ReadonlyMap<string, Named>;
  figures: { papers: number; chapters: number; listings: number; entries: number };
  /** SHA-256 over the files that it is made from. */
  digest: string;
  /** The state of the repository, where it is asked for. */
  stamp?: string;
};

export type BookChapter = {
  id: string;
  /** Its place among the chapters of the survey. */
  number: number;
  title: string;
  scope: string;
  narrative: Blocks;
  years: YearFigure;
  sections: { name: string; papers: BookPaper[] }[];
  comparison: ComparisonRow<BookPaper>[];
};

export type BookPaper = FiledPaper & {
  file: string;
  /** `4.17`: the seventeenth paper of the fourth chapter, in every book that shows it. */
  number: string;
  titleLine: Line;
  links: PaperLink[];
  imprint: string[];
  headline?: Line;
  abstract: Blocks;
  notes: { number: number; text: Blocks }[];
  /** What else people wrote below the abstract. */
  rest: Blocks;
};

export type BookTerm = { id: string; name: Line; definition: Line };

export type BookReference = {
  /** `work:key`, or `paper:slug` for papers of the survey that are not in this book. */
  name: string;
  authors: readonly string[];
  year?: string;
  title: Line;
  venue?: string;
  address?: string;
};

export type BookIndex = {
  kind: 'methods' | 'benchmarks';
  entries: { label: string; note?: string; papers: string[] }[];
};

/** How the text names a paper, a work or a term, and whether it is in the book. */
export type Named = { label: string; isInside: boolean; address?: string };
