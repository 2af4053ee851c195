/**
 * What one build leaves for the next: values by digest, in one database below the cache of this survey. What was written is
 * there whole or not at all, so a build that was killed leaves nothing that the next one trusts wrongly.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { deserialize, serialize } from 'node:v8';
import { settings } from '../lib/settings.ts';

export type Cache<T> = {
  has(digest: string): boolean;
  /** Keeps for the next build what is known to be there. */
  use(digest: string): void;
  read(digest: string): T | undefined;
  /** Others see it after `saveCaches`. */
  write(digest: string, value: T): void;
};

type Opened = { name: string; used: Set<string> };

type Store = Record<'find' | 'read' | 'write' | 'list' | 'forget', StatementSync> & {
  database: DatabaseSync;
};

const opened: Opened[] = [];
let store: Store | undefined;

/** As what a value lies in the database: bytes where it has bytes in it. */
const forms = {
  json: { write: JSON.stringify, read: (stored: unknown): unknown => JSON.parse(stored as string) },
  bytes: { write: serialize, read: (stored: unknown): unknown => deserialize(stored as Uint8Array) },
} as const;

/** @param name what is kept in it; a name is opened once */
export function openCache<T>(name: string, form: keyof typeof forms = 'json'): Cache<T> {
  const used = new Set<string>();
  opened.push({ name, used });
  return {
    use: (digest) => void used.add(digest),
    has: (digest) => {
      used.add(digest);
      return getStore().find.get(name, digest) !== undefined;
    },
    read: (digest) => {
      used.add(digest);
      const row = getStore().read.get(name, digest);
      return row && (forms[form].read(row.value) as T);
    },
    write: (digest, value) => {
      used.add(digest);
      const { database, write } = getStore();
      if (!database.isTransaction) database.exec('BEGIN IMMEDIATE');
      write.run(name, digest, forms[form].write(value));
    },
  };
}

/** Keeps what was written; with `prune`, forgets everything that was neither read nor written since the start. */
export function saveCaches({ prune }: { prune: boolean }): void {
  const { database } = getStore();
  if (prune) opened.forEach(forgetUnused);
  if (database.isTransaction) database.exec('COMMIT');
}

function forgetUnused({ name, used }: Opened): void {
  const { database, list, forget } = getStore();
  const kept = list.all(name).map(({ digest }) => digest as string);
  for (const digest of kept.filter((known) => !used.has(known))) {
    if (!database.isTransaction) database.exec('BEGIN IMMEDIATE');
    forget.run(name, digest);
  }
}

/**
 * Readers of other processes and of the bundled pages go on while one writes; two writers wait for each other. Pages of the
 * database are large, as values are: of smaller ones each value would be a chain, which doubles the work of writing it.
 */
function getStore(): Store {
  if (store) return store;
  mkdirSync(settings.cache, { recursive: true });
  const database = new DatabaseSync(join(settings.cache, 'kept.db'), { timeout: 60_000 });
  database.exec(`
    PRAGMA page_size = 32768;
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = OFF;
    CREATE TABLE IF NOT EXISTS kept (name TEXT, digest TEXT, value TEXT, PRIMARY KEY (name, digest));
  `);
  store = {
    database,
    find: database.prepare('SELECT 1 FROM kept WHERE name = ? AND digest = ?'),
    read: database.prepare('SELECT value FROM kept WHERE name = ? AND digest = ?'),
    write: database.prepare('INSERT OR REPLACE INTO kept VALUES (?, ?, ?)'),
    list: database.prepare('SELECT digest FROM kept WHERE name = ?'),
    forget: database.prepare('DELETE FROM kept WHERE name = ? AND digest = ?'),
  };
  return store;
}
