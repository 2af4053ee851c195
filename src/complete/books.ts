/** The books that the pages link, as files of the site. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bookPath } from '../lib/links.ts';
import { settings } from '../lib/settings.ts';
import type { StoreEntries } from '../load/store-entries.ts';
import type { SiteFile } from './site-folder.ts';

export function* readBooks({ survey }: StoreEntries): Generator<SiteFile> {
  for (const { file, format } of survey.flatMap(({ data }) => data.books)) {
    yield [bookPath(format, file), readFileSync(join(settings.books[format], file))];
  }
}
