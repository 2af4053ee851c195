/** The search index, made in the same build as the pages and from the same content; kept as long as that stays. */
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildIndex, type SearchDocument } from '../contract/search/build-index.ts';
import { toPaperDocument, toTextDocument } from '../contract/search/document.ts';
import { indexFolder } from '../contract/search/index-format.ts';
import { makeBenchmarkNames } from '../contract/indexes.ts';
import { digestOf, digestOfCode } from '../lib/digest.ts';
import { chapterPath, docPath, paperPath } from '../lib/links.ts';
import { settings } from '../lib/settings.ts';
import type { StoreEntries } from '../load/store-entries.ts';

/** Writes the index beside the pages. @returns how many pages are in it */
export function writeSearchIndex(entries: StoreEntries): number {
  const documents = toDocuments(entries);
  const digest = digestOf([digestOfCode(), documents]);
  const kept = join(settings.cache, 'search', digest);
  if (!existsSync(kept)) writeIndex(documents, digest.slice(0, 8), kept);
  cpSync(kept, join(settings.out, indexFolder), { recursive: true });
  return documents.length;
}

/** Writes the index to a folder that is there whole or not at all, and drops the one before it. */
function writeIndex(documents: readonly SearchDocument[], version: string, folder: string): void {
  const unfinished = `${folder}.unfinished`;
  rmSync(dirname(folder), { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  for (const [name, content] of buildIndex(documents, version)) {
    writeFileSync(join(unfinished, name), JSON.stringify(content));
  }
  renameSync(unfinished, folder);
}

function toDocuments({ survey, papers, chapters, docs }: StoreEntries): SearchDocument[] {
  const titles = new Map(chapters.map(({ id, data }) => [id, data.title]));
  const nameBenchmark = makeBenchmarkNames(survey[0]?.data.benchmarks ?? []);
  return [
    ...papers.map(({ id, data: { data, ...text } }) =>
      toPaperDocument({
        url: paperPath(id),
        data,
        text,
        chapterTitle: titles.get(data.chapter) ?? data.chapter,
        benchmarks: [...new Set((data.benchmarks ?? []).map(nameBenchmark))],
      }),
    ),
    ...chapters.map(({ id, data }) => toTextDocument('chapter', { url: chapterPath(id), ...data })),
    ...docs.map(({ id, data }) => toTextDocument('doc', { url: docPath(id), ...data })),
  ];
}
