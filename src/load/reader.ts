/**
 * The process of a build that reads and checks everything and says what it read; while the pages are rendered, it makes the
 * files beside them.
 */
import { placeFiles } from '../complete/site-folder.ts';
import { saveCaches } from './cache.ts';
import { readAll, type Reading } from './read-all.ts';

/** What it sends, one after the other; no paths where there is nothing to show. */
export type ReaderMessage = { reading: Reading } | { published: string[] };

/** @returns when the message has left: a process that ends before loses what it said */
const send = (message: ReaderMessage): Promise<void> =>
  new Promise((resolve) => process.send?.(message, () => resolve()));

const { entries, said, loaded } = await readAll();
const sent = send({ reading: { entries, said } });
if (entries && loaded) {
  // Loaded only now, for the pages wait for nothing that these need.
  const { makePublishedFiles } = await import('../publish/files.ts');
  const { paths } = await placeFiles(await makePublishedFiles(loaded));
  saveCaches({ prune: true });
  await send({ published: paths });
}
await sent;
process.disconnect();
