/** A page for every page of the survey: Astro may leave one out with no more than a warning. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chapterPath, docPath, paperPath } from '../lib/links.ts';
import { settings } from '../lib/settings.ts';
import { isOwn } from '../lib/shard.ts';
import type { StoreEntries } from '../load/store-entries.ts';

/** @throws where a page is missing */
export function assertComplete({ papers, chapters, docs }: StoreEntries): void {
  const paths = [
    ...papers.map(({ id }) => paperPath(id)),
    ...chapters.map(({ id }) => chapterPath(id)),
    ...docs.map(({ id }) => docPath(id)),
  ].filter((path) => isOwn(`${path}index.html`, settings.shard));
  const missing = paths.filter((path) => !existsSync(join(settings.out, path, 'index.html')));
  if (missing.length > 0) throw new Error(`Missing pages of the site: ${missing.join(', ')}`);
}
