/** The PDFs that `scholium pdf` made, by the manifest beside them. A build never makes any. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { manifestName, parseBookManifest, type MadeBook } from '../contract/book-manifest.ts';
import { makeReport } from '../contract/findings.ts';
import { settings } from '../lib/settings.ts';
import { readText } from './files.ts';

/** Those whose file is there, as the manifest says it is. */
export function loadBooks(): MadeBook[] {
  const { books } = parseBookManifest(readText(settings.books, manifestName, makeReport()));
  return books.filter(
    ({ file, bytes }) => statSync(join(settings.books, file), { throwIfNoEntry: false })?.size === bytes,
  );
}
