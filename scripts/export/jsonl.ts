/** The survey as data: one paper a line, every key always, `null` or `[]` where nothing is known. */
import { foldAbstract } from '../../src/contract/page.ts';
import type { ExportedPaper } from './select.ts';

export function exportJsonLines(papers: readonly ExportedPaper[]): string {
  return papers.map((paper) => `${JSON.stringify(toRow(paper))}\n`).join('');
}

function toRow({ page, record }: ExportedPaper): Record<string, unknown> {
  const { data } = page;
  return {
    slug: page.slug,
    title: data.title,
    abstract: foldAbstract(page.source.slice(page.abstractRange.start, page.abstractRange.end)),
    chapter: data.chapter,
    section: data.section,
    also: data.also ?? [],
    authors: data.authors ?? [],
    year: data.year ?? null,
    venue: data.venue ?? null,
    arxiv: data.arxiv ?? null,
    doi: data.doi ?? null,
    openreview: data.openreview ?? null,
    code: data.code ?? null,
    repository: data.repository ?? null,
    method: data.method ?? null,
    contribution: data.contribution ?? null,
    benchmarks: data.benchmarks ?? [],
    buildsOn: data.buildsOn ?? [],
    headline: data.headline ?? null,
    published: record?.published ?? null,
    added: record?.added ?? null,
  };
}
