/** What the surroundings say of this build: which content, where to, and below which path of its host. */
import { createHash } from 'node:crypto';
import { join, relative, resolve, sep } from 'node:path';
import type { BookFormat } from '../contract/book-formats.ts';
import { readShard, type Shard } from './shard.ts';

export type Settings = {
  /** The folder of this project. */
  root: string;
  /** The folder of the survey's data. */
  content: string;
  /** The folder of the project's documentation. */
  docs: string;
  /** The folder the site is written to. */
  out: string;
  /** The folders of the books, which `scholium pdf` and `scholium epub` make beside the site. */
  books: Readonly<Record<BookFormat, string>>;
  /** What this build keeps for the next; a folder for each survey and base path, so that no build reads another's. */
  cache: string;
  /** The path of the site on its host; starts and ends with a slash. */
  base: string;
  /** The part of the pages that is built here; all of them where there is none. */
  shard: Shard | undefined;
};

export const settings: Settings = readSettings(process.env, process.cwd());

/** @param environment SCHOLIUM_CONTENT (`content`), SCHOLIUM_OUT (`dist`), SCHOLIUM_BASE (`/`), SCHOLIUM_SHARD */
export function readSettings(environment: Record<string, string | undefined>, root: string): Settings {
  const content = resolve(root, environment.SCHOLIUM_CONTENT ?? 'content');
  const base = `/${environment.SCHOLIUM_BASE ?? ''}/`.replace(/\/{2,}/g, '/');
  const place = relative(root, content).split(sep).join('/');
  const name = createHash('sha256').update(`${place}\n${base}`).digest('hex').slice(0, 12);
  const out = resolve(root, environment.SCHOLIUM_OUT ?? 'dist');
  return {
    root,
    content,
    docs: join(root, 'docs'),
    out,
    books: { pdf: `${out}-pdf`, epub: `${out}-epub` },
    cache: join(root, '.cache', 'site', name),
    base,
    shard: readShard(environment.SCHOLIUM_SHARD),
  };
}
