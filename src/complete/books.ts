/** Puts the books that the pages link beside them. */
import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bookPath } from '../lib/links.ts';
import { settings } from '../lib/settings.ts';
import type { StoreEntries } from '../load/store-entries.ts';

export function copyBooks({ survey }: StoreEntries): void {
  for (const { file, format } of survey.flatMap(({ data }) => data.books)) {
    const target = join(settings.out, bookPath(format, file));
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(join(settings.books[format], file), target);
  }
}
