/** The books that `scholium pdf` and `scholium epub` made, by the manifests beside them. A build never makes any. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { bookFormats, manifestName, parseBookManifest } from '../contract/book-manifest.ts';
import { makeReport } from '../contract/findings.ts';
import type { ShownBook } from '../lib/entries.ts';
import { settings } from '../lib/settings.ts';
import { readText } from './files.ts';

/** Those whose file is there, as the manifest says it is. */
export function loadBooks(): ShownBook[] {
  return bookFormats.flatMap((format) => {
    const folder = settings.books[format];
    const { books } = parseBookManifest(readText(folder, manifestName, makeReport()));
    return books
      .filter(({ file, bytes }) => statSync(join(folder, file), { throwIfNoEntry: false })?.size === bytes)
      .map((book) => ({ ...book, format }));
  });
}
