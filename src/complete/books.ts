/** The books that the pages link, as files of the site. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bookPath } from '../lib/links.ts';
import { settings } from '../lib/settings.ts';
import type { StoreEntries } from '../load/store-entries.ts';
import type { SiteFile } from './site-folder.ts';

export function listBooks({ survey }: StoreEntries): SiteFile[] {
  return survey
    .flatMap(({ data }) => data.books)
    .map(({ file, format, sha256 }) => ({
      path: bookPath(format, file),
      key: sha256,
      make: () => readFileSync(join(settings.books[format], file)),
    }));
}
