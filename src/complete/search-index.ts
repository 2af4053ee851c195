/** The search index, made in the same build as the pages and from the same content; kept as long as that stays. */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildIndex, toPlaces, toRecords } from '../contract/search/build-index.ts';
import { toPaperDocument, toTextDocument, type SearchDocument } from '../contract/search/document.ts';
import { fullTextFolder, indexFolder } from '../contract/search/index-format.ts';
import { makeBenchmarkNames } from '../contract/indexes.ts';
import { digestOf, digestOfCode } from '../lib/digest.ts';
import { chapterPath, docPath, paperPath } from '../lib/links.ts';
import { settings } from '../lib/settings.ts';
import type { StoreEntries } from '../load/store-entries.ts';
import { writeFullText } from './pagefind.ts';

/** Where an index is, as it stands in the site, and how many pages are in it. */
export type SearchIndex = { folder: string; pages: number };

export function makeSearchIndex(entries: StoreEntries): Promise<SearchIndex> {
  return indexDocuments(toDocuments(entries), toLanguage(entries));
}

export const toLanguage = ({ survey }: StoreEntries): string => survey[0]?.data.language ?? 'en';

export async function indexDocuments(
  documents: readonly SearchDocument[],
  language: string,
): Promise<SearchIndex> {
  const digest = digestOf([digestOfCode(), language, documents]);
  const kept = join(settings.cache, 'search', digest);
  if (!existsSync(kept)) {
    // There whole or not at all; the one before it is dropped.
    rmSync(dirname(kept), { recursive: true, force: true });
    await writeIndex(documents, { language, version: digest.slice(0, 8), folder: `${kept}.unfinished` });
    renameSync(`${kept}.unfinished`, kept);
  }
  return { folder: kept, pages: documents.length };
}

type Made = { language: string; version: string; folder: string };

/** Writes both folders of the index into `folder`. */
export async function writeIndex(
  documents: readonly SearchDocument[],
  { language, version, folder }: Made,
): Promise<void> {
  const placed = toPlaces(documents);
  const pages = await writeFullText(toRecords(placed, language), join(folder, fullTextFolder));
  mkdirSync(join(folder, indexFolder), { recursive: true });
  for (const [name, content] of buildIndex(placed, { pages, version, language })) {
    writeFileSync(join(folder, indexFolder, name), JSON.stringify(content));
  }
}

/** What is indexed, in an order that does not change. */
export function toDocuments({ survey, papers, chapters, docs }: StoreEntries): SearchDocument[] {
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
    ...chapters.map(({ id, data: { title, scope, text } }) =>
      toTextDocument('chapter', { url: chapterPath(id), title, text: `${scope}\n\n${text}`.trim() }),
    ),
    ...docs.map(({ id, data }) => toTextDocument('doc', { url: docPath(id), ...data })),
  ];
}
