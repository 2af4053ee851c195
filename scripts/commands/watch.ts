/**
 * Waiting for people to save. Node's own recursive watcher follows files, not names: on Linux it loses every save by
 * renaming but the first, and folders that come again. So each folder is watched, and all of them anew every round.
 */
import { readdirSync, watch, type FSWatcher } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { assertFolder } from '../disk.ts';

/** Editors write a file in several steps; as long is waited for them, in milliseconds. */
const settling = 80;

/**
 * A round as soon as it listens, and another one after every change of a file below the folder. Changes during a round
 * lead to one more after it, so what is read in a round is never older than the last change but one round.
 * Hidden files count for nothing: scholium and editors write their own.
 * @throws MissingFolder where there is no such folder, or none any more
 */
export async function* watchFolder(dir: string): AsyncGenerator<undefined, never> {
  let watchers: FSWatcher[] = [];
  try {
    for (;;) {
      const { promise: changed, resolve: change } = Promise.withResolvers<void>();
      assertFolder(dir);
      const before = watchers;
      watchers = [];
      listen(dir, change, watchers);
      for (const watcher of before) watcher.close();
      yield;
      await changed;
      await wait(settling);
    }
  } finally {
    for (const watcher of watchers) watcher.close();
  }
}

/** Watches a folder, then those in it: what comes between the two is seen. */
function listen(folder: string, change: () => void, watchers: FSWatcher[]): void {
  try {
    const watcher = watch(folder, (_, name) => {
      if (!name?.startsWith('.')) change();
    });
    // What it watches is gone.
    watcher.on('error', change);
    watchers.push(watcher);
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isDirectory() && !entry.name.startsWith('.'))
        listen(path.join(folder, entry.name), change, watchers);
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    change();
  }
}
