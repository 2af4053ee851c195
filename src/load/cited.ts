/**
 * How pages call what they name. A page is set as soon as it is read, so of a paper that is read later only what citations
 * show is read ahead: its authors, year and title.
 */
import { makeReport, type Report } from '../contract/findings.ts';
import { readMarkdownField } from '../contract/markdown-field.ts';
import { toReadable } from '../contract/readable-math.ts';
import { frontMatterSchema } from '../contract/schema.ts';
import type { Work } from '../contract/works.ts';
import { toCitation, toWorkCitation, type Cited } from '../lib/citation.ts';
import type { Citations } from '../markdown/cite.ts';
import type { TermEntry } from './glossary.ts';
import { findText, readFrontAhead, toSlug, type LoadedPaper } from './papers.ts';
import type { ReadFile } from './read-file.ts';

export type GrowingCitations = Citations & {
  /** Spares reading a paper ahead. */
  add(paper: Pick<LoadedPaper, 'slug' | 'text'>): void;
};

/** @param files paths of all pages below the content folder */
export function makeCitations(
  files: readonly string[],
  works: ReadonlyMap<string, Work>,
  terms: readonly TermEntry[],
  readFile: ReadFile,
): GrowingCitations {
  const paths = new Map(files.map((path) => [toSlug(path), path]));
  const papers = new Map<string, Cited>();
  const names = new Map(terms.map(({ id, name }) => [id, name]));
  return {
    add: ({ slug, text: { data, title } }) => void papers.set(slug, { data, title }),
    paper: (slug) => {
      const known = papers.get(slug) ?? readFile(required(paths.get(slug), slug), readCited, makeReport());
      if (!known) throw new Error(`The page of ${slug} can no longer be read`);
      papers.set(slug, known);
      return toCitation(slug, known);
    },
    work: (key) => toWorkCitation(required(works.get(key), key)),
    term: (id) => required(names.get(id), id),
  };
}

function required<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`Nothing is named ${name}`);
  return value;
}

const citedSchema = frontMatterSchema.pick({ authors: true, year: true }).strip();

/** What is wrong with the page is told when it is read itself, and then nothing is shown. */
function readCited(path: string, source: string, report: Report): Cited {
  const kept = findText(path, source);
  if (kept) return { data: kept.data, title: kept.title };
  const yaml = readFrontAhead(path, source)?.yaml;
  const title = yaml ? toReadable(readMarkdownField(path, yaml, ['title'], report)) : '';
  return { data: citedSchema.safeParse(yaml?.value).data ?? {}, title: { text: title } };
}
