/** The books that `scholium pdf` and `scholium epub` made, by the manifests beside them. A build never makes any. */
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { bookFormats, manifestName, type BookFormat } from '../contract/book-formats.ts';
import { parseBookManifest, type MadeBook } from '../contract/book-manifest.ts';
import { checkBooksCurrent } from '../contract/book-sources.ts';
import { makeReport, type Finding } from '../contract/findings.ts';
import type { ShownBook } from '../lib/entries.ts';
import { settings } from '../lib/settings.ts';
import { listFiles, readText } from './files.ts';

/** Those whose file is there, as the manifest says it is. */
export function loadBooks(): ShownBook[] {
  return bookFormats.flatMap((format) => listBooks(format).map((book) => ({ ...book, format })));
}

/** Whether the books of a format were made of the content as it is. */
export function checkBooks(format: BookFormat): readonly Finding[] {
  const [books, report] = [listBooks(format), makeReport()];
  if (books.length === 0) return [];
  const sources = {
    paths: listFiles(settings.content, '.mdx'),
    read: (path: string) => readText(settings.content, path, makeReport()),
    sha256: (text: string) => createHash('sha256').update(text).digest('hex'),
  };
  checkBooksCurrent(books, sources, report);
  return report.findings;
}

function listBooks(format: BookFormat): MadeBook[] {
  const folder = settings.books[format];
  const { books } = parseBookManifest(readText(folder, manifestName, makeReport()));
  return books.filter(
    ({ file, bytes }) => statSync(join(folder, file), { throwIfNoEntry: false })?.size === bytes,
  );
}
