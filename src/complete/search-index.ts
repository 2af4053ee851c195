/**
 * The search index, made in the same build as the pages: papers from their fields, chapters and documentation from
 * their HTML.
 */
import { cpSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { close, createIndex, type NewFileResponse } from 'pagefind';
import { toSearchDocument } from '../contract/search-document.ts';
import { digestOf, digestOfCode } from '../lib/digest.ts';
import { chapterPath, docPath, paperPath } from '../lib/links.ts';
import { settings } from '../lib/settings.ts';
import { excludedFromSearch } from '../markdown/search-formulas.ts';
import type { StoreEntries } from '../load/store-entries.ts';

/** Pagefind's own interfaces: this site has one of its own, with the strings and styles of its pages. */
const unused = [
  ...['pagefind-ui.js', 'pagefind-ui.css', 'pagefind-modular-ui.js', 'pagefind-modular-ui.css'],
  ...['pagefind-component-ui.js', 'pagefind-component-ui.css', 'pagefind-highlight.js'],
];

/** Writes the index beside the pages. @returns how many pages are in it */
export async function writeSearchIndex(entries: StoreEntries): Promise<number> {
  const { chapters, docs } = entries;
  const paths = [...chapters.map(({ id }) => chapterPath(id)), ...docs.map(({ id }) => docPath(id))].sort();
  const sources: Sources = {
    language: languageOf(entries),
    documents: toDocuments(entries),
    files: paths.map((url) => ({
      url,
      content: readFileSync(join(settings.out, url, 'index.html'), 'utf8'),
    })),
  };
  const kept = join(settings.cache, 'search', digestOf([digestOfCode(), sources]));
  if (!existsSync(kept)) await writeIndex(sources, kept);
  cpSync(kept, join(settings.out, 'pagefind'), { recursive: true });
  return sources.documents.length + sources.files.length;
}

/** All that the index is made from: the same sources give the same bytes. */
type Sources = {
  language: string;
  documents: ReturnType<typeof toDocuments>;
  files: { url: string; content: string }[];
};

/** Writes the index to a folder that is there whole or not at all, and drops the one before it. */
async function writeIndex({ language, documents, files }: Sources, folder: string): Promise<void> {
  const { index, errors } = await createIndex({
    forceLanguage: language,
    excludeSelectors: excludedFromSearch,
  });
  if (!index) throw new Error(errors.join('\n'));
  const added = [
    ...documents.map((document) => index.addCustomRecord(document)),
    ...files.map((file) => index.addHTMLFile(file)),
  ];
  const failed = (await Promise.all(added)).flatMap((response: NewFileResponse) => response.errors);
  if (failed.length > 0) throw new Error(`Pages that cannot be indexed:\n${failed.join('\n')}`);
  const unfinished = `${folder}.unfinished`;
  rmSync(dirname(folder), { recursive: true, force: true });
  await index.writeFiles({ outputPath: unfinished });
  await close();
  for (const name of unused) rmSync(join(unfinished, name), { force: true });
  renameSync(unfinished, folder);
}

function toDocuments(entries: StoreEntries) {
  const titles = new Map(entries.chapters.map(({ id, data }) => [id, data.title]));
  return entries.papers.map(({ data: { slug, data, title, abstract } }) =>
    toSearchDocument({
      url: paperPath(slug),
      language: languageOf(entries),
      data,
      title,
      abstract,
      chapterTitle: titles.get(data.chapter) ?? data.chapter,
    }),
  );
}

const languageOf = ({ survey }: StoreEntries): string => survey[0]?.data.language ?? 'en';
