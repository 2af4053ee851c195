/** What is indexed of a page: made from its fields by rules that are the same for all pages. */
import type { FrontMatter } from '../schema.ts';
import type { SearchDocument } from './build-index.ts';
import type { CatalogueEntry, Contribution } from './index-format.ts';

export type SearchablePaper = {
  url: string;
  data: FrontMatter;
  /** The fields that hold Markdown, as readable text. */
  text: { title: { text: string }; method?: string; headline?: { text: string }; abstract: string };
  chapterTitle: string;
  /** The benchmarks by their names in the survey's index. */
  benchmarks: readonly string[];
};

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

export function toPaperDocument(paper: SearchablePaper): SearchDocument {
  const { url, data, text, chapterTitle, benchmarks } = paper;
  const { authors, year, venue, arxiv, section, contribution, code, repository } = data;
  const title = text.title.text;
  const entry: CatalogueEntry = {
    url,
    kind: 'paper',
    title,
    chapter: chapterTitle,
    section,
    ...(data.title === title ? {} : { markdown: data.title }),
    ...(authors && { authors }),
    ...(year !== undefined && { year }),
    ...(venue !== undefined && { venue }),
    ...(arxiv !== undefined && { arxiv }),
    ...(text.method !== undefined && { method: text.method }),
    ...(contribution && { contribution }),
    ...(benchmarks.length > 0 && { benchmarks: [...benchmarks] }),
    ...((code ?? repository) !== undefined && { code: true }),
  };
  return {
    entry,
    fields: {
      title,
      method: text.method ?? '',
      // People are asked for by their family names.
      authors: [...(authors ?? []), ...(authors ?? []).map((name) => name.replace(/^.*\s/, ''))].join('; '),
      benchmarks: [...new Set([...benchmarks, ...(data.benchmarks ?? [])])].join('; '),
      arxiv: arxiv?.replace('.', '') ?? '',
      venue: venue ?? '',
      year: year === undefined ? '' : String(year),
      section: `${chapterTitle}; ${section}`,
      contribution: contribution ? contributionWords[contribution] : '',
      headline: text.headline?.text ?? '',
      text: text.abstract,
    },
    text: text.abstract,
  };
}

/** A chapter or a page of the documentation. */
export function toTextDocument(
  kind: 'chapter' | 'doc',
  page: { url: string; title: string; text: string },
): SearchDocument {
  const { url, title, text } = page;
  return { entry: { url, kind, title }, fields: { title, text }, text };
}
