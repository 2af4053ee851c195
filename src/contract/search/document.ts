/** What is indexed of a page: made from its fields by rules that are the same for all pages. */
import type { FrontMatter } from '../schema.ts';
import type { CatalogueEntry } from './index-format.ts';

/** What the catalogue says of a page, and the texts that it is found by besides. */
export type SearchDocument = { entry: CatalogueEntry; text: string; headline?: string };

export type SearchablePaper = {
  url: string;
  data: FrontMatter;
  /** The fields that hold Markdown, as readable text. */
  text: { title: { text: string }; method?: string; headline?: { text: string }; abstract: string };
  chapterTitle: string;
  /** The benchmarks by their names in the survey's index. */
  benchmarks: readonly string[];
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
  return { entry, text: text.abstract, ...(text.headline && { headline: text.headline.text }) };
}

/** A chapter or a page of the documentation. */
export function toTextDocument(
  kind: 'chapter' | 'doc',
  page: { url: string; title: string; text: string },
): SearchDocument {
  const { url, title, text } = page;
  return { entry: { url, kind, title }, text };
}
