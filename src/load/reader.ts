/**
 * The process of a build that reads and checks everything and says what it read; while the pages are rendered, it makes the
 * search index and the files beside them.
 */
import { once } from 'node:events';
import { placeFiles } from '../complete/site-folder.ts';
import type { SearchIndex } from '../complete/search-index.ts';
import { settings } from '../lib/settings.ts';
import { isOwn } from '../lib/shard.ts';
import { saveCaches } from './cache.ts';
import { readAll, type Reading } from './read-all.ts';

/** What is made of a reading beside the pages: where the search index is (a shard has none of its own), and the paths of the files for machines. */
export type Beside = { index: SearchIndex | undefined; published: string[] };

/** What it sends, one after the other; the second only where there is something to show. */
export type ReaderMessage = { reading: Reading } | { beside: Beside };

// What a build leaves that was killed must not write into the site of the next.
process.once('disconnect', () => process.exit(1));

/** @returns when the message has left: a process that ends before loses what it said */
const send = (message: ReaderMessage): Promise<void> =>
  new Promise((resolve) => process.send?.(message, () => resolve()));

await once(process, 'message');
const { entries, said, loaded } = await readAll();
const sent = send({ reading: { entries, said } });
if (entries && loaded) {
  // Loaded only now, for the pages wait for nothing that these need.
  const { makeSearchIndex } = await import('../complete/search-index.ts');
  const { makePublishedFiles } = await import('../publish/files.ts');
  // Pagefind works in a process of its own.
  const indexing = settings.shard ? undefined : makeSearchIndex(entries);
  const files = [...(await makePublishedFiles(loaded))].filter(([path]) => isOwn(path, settings.shard));
  const { paths } = await placeFiles(files);
  saveCaches({ prune: true });
  await send({ beside: { index: await indexing, published: paths } });
}
await sent;
process.exit();
