/**
 * What one build leaves for the next: JSON by digest. A file is there whole or not at all, so a build that was killed
 * leaves nothing that the next one trusts wrongly.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { settings } from '../lib/settings.ts';

export type Cache<T> = {
  has(digest: string): boolean;
  read(digest: string): T | undefined;
  write(digest: string, value: T): void;
  /** Removes everything that was neither read nor written since the cache was opened. */
  prune(): void;
};

/** @param name a folder of its own below the cache of this survey */
export function openCache<T>(name: string): Cache<T> {
  const folder = join(settings.cache, name);
  mkdirSync(folder, { recursive: true });
  const used = new Set<string>();
  const fileOf = (digest: string): string => {
    used.add(`${digest}.json`);
    return join(folder, `${digest}.json`);
  };
  return {
    has: (digest) => existsSync(fileOf(digest)),
    read: (digest) => {
      const file = fileOf(digest);
      return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : undefined;
    },
    write: (digest, value) => writeFileAtomic.sync(fileOf(digest), JSON.stringify(value), { fsync: false }),
    prune: () => {
      for (const file of readdirSync(folder)) if (!used.has(file)) rmSync(join(folder, file));
    },
  };
}
