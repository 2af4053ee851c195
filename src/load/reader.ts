/**
 * The process of a build that reads and checks everything and says what it read; while the pages are rendered, it makes the
 * search index and the files beside them.
 */
import { once } from 'node:events';
import { placeFiles, readPlaced, type PlacedFiles } from '../complete/site-folder.ts';
import { settings } from '../lib/settings.ts';
import { isOwn } from '../lib/shard.ts';
import { saveCaches } from './cache.ts';
import { readAll } from './read-all.ts';
import type { Reading } from './reading.ts';

/** What is made of a reading beside the pages: the search index (a shard has none of its own) with so many pages, and the files for machines. */
export type Beside = { searched: number | undefined; placed: PlacedFiles };

/** What it sends, one after the other; the second only where there is something to show. */
export type ReaderMessage = { reading: Reading } | { beside: Beside };

// What a build leaves that was killed must not write into the site of the next.
process.once('disconnect', () => process.exit(1));

/** @returns when the message has left: a process that ends before loses what it said */
const send = (message: ReaderMessage): Promise<void> =>
  new Promise((resolve) => process.send?.(message, () => resolve()));

await once(process, 'message');
const { entries: read, said, loaded } = await readAll();
const entries = read && { ...read, files: await read.files() };
// What is at work here does not write: the build would wait for the rest of the message until there is a pause.
await send({ reading: { entries, said } });
if (entries && loaded) {
  // Loaded only now, for the pages wait for nothing that these need.
  const { makeSearchIndex } = await import('../complete/search-index.ts');
  const { makePublishedFiles } = await import('../publish/files.ts');
  // Pagefind works in a process of its own.
  const indexing = settings.shard ? undefined : makeSearchIndex(entries, loaded);
  const before = readPlaced();
  const files = (await makePublishedFiles(loaded)).filter(({ path }) => isOwn(path, settings.shard));
  const published = await placeFiles(files, before);
  const index = await indexing;
  const searched = await placeFiles(index?.files ?? [], before);
  saveCaches({ prune: true });
  const placed: PlacedFiles = new Map([...published.placed, ...searched.placed]);
  await send({ beside: { searched: index?.pages, placed } });
}
process.exit();
