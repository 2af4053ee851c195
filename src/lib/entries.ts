/** What the store of the build holds: plain values with a digest, no HTML. */
import type { CslItem } from '../contract/citations/csl.ts';
import type { Settled, SurveyChanges } from '../contract/changes.ts';
import type { BookFormat } from '../contract/book-formats.ts';
import type { MadeBook } from '../contract/book-manifest.ts';
import type { Chapter } from '../contract/content.ts';
import type { FieldDecisions } from '../contract/decisions.ts';
import type { PaperRecord, Sighting } from '../contract/record.ts';
import type { Benchmark, Captures, Survey } from '../contract/schema.ts';
import type { SurveyFigures } from '../contract/figures.ts';
import type { Citation } from './citation.ts';
import type { AboutHtml } from '../load/about.ts';
import type { TermEntry } from '../load/glossary.ts';
import type { PaperText } from '../load/papers.ts';

/** A paper as lists, indexes and other papers show it. */
export type PaperEntry = Pick<PaperText, 'data' | 'title' | 'method' | 'headline'> & {
  slug: string;
  /** What its page names, in order of the text. */
  named: Named[];
  /** The digest of all that is said here of the paper; what its HTML shows besides is in that of the HTML. */
  digest: string;
  /** The digest under which the HTML of the page is kept. */
  htmlDigest: string;
  published?: string;
  added?: string;
  related: NonNullable<PaperRecord['relations']>['related'];
};

/** What only its own page shows of a paper, kept under the digest of its entry. */
export type PaperDetails = {
  abstract: string;
  sightings: Pick<Sighting, 'listing' | 'title' | 'date'>[];
  /** The paper as a citation, and as BibTeX. */
  item: CslItem;
  bibtex: string;
};

/** What a chapter or page names, in order of the text. */
export type Named = { kind: 'paper' | 'work'; id: string };

/** A work outside the survey, as the list of references shows it. */
export type WorkEntry = Citation & { authors: string[]; year?: string; venue?: string };

/** An address of a paper that was taken out: it says so. */
export type WithdrawnEntry = { slug: string; why: string };

export type ChapterEntry = Pick<Chapter, 'title' | 'scope'> & {
  sections: string[];
  /** Whether the chapter has more than its front matter. */
  hasNarrative: boolean;
  named: Named[];
  /** The narrative as readable text. */
  text: string;
};

export type ShownBook = MadeBook & { format: BookFormat };

export type SurveyEntry = Survey & {
  captures: Captures;
  figures: SurveyFigures;
  withdrawn: WithdrawnEntry[];
  /** What was settled is HTML, too, where it has a formula. */
  changes: SurveyChanges<Settled & { html?: string }>;
  /** The books that there are. */
  books: ShownBook[];
  /** Works outside the survey, by key. */
  works: Record<string, WorkEntry>;
  glossary: TermEntry[];
  benchmarks: Benchmark[];
  /** What the survey says of itself. */
  about?: AboutHtml;
  decisions: FieldDecisions[];
  /** Changes that restored damaged text, and doubts that remain. */
  restored: { changes: number; doubts: number };
};

export type DocEntry = {
  title: string;
  /** What the contents of the documentation say of it, and where. */
  place?: { group: string; order: number; about: string };
  /** Of the second level. */
  headings: { id: string; title: string }[];
  html: string;
  /** First paragraph, as text. */
  summary: string;
  /** All of it as readable text. */
  text: string;
};
