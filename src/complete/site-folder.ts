/**
 * The folder of the site. A file is made only where what it is made from changed, written only where that changed its bytes,
 * and taken away where it no longer belongs. Times of files stay for whoever copies only what changed.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { setImmediate as takeTurns } from 'node:timers/promises';
import {
  digestOfBytes,
  isUntouched,
  readKnown,
  readTimes,
  saveKnown,
  type KnownFile,
  type Times,
} from '../lib/known-files.ts';
import { settings } from '../lib/settings.ts';

export type Content = string | Uint8Array;

export type SiteFile = {
  /** From the root of the site. */
  path: string;
  /** The digest of all that it is made from; a file without one is made to see whether it changed. */
  key?: string | undefined;
  make(): Content | Promise<Content>;
};

/** Files of the site as they stand, by path. */
export type PlacedFiles = Map<string, KnownFile & { key?: string | undefined }>;

const made = new Set<string>();

/** Files between which others in this process have their turn. */
const turn = 32;

/** A folder for each site has its own. */
const ledger = `placed-${digestOfBytes(settings.out).slice(0, 8)}`;

/** A file that is there already, as bytes. */
export function toSiteFile([path, content]: readonly [path: string, content: Content]): SiteFile {
  return { path, make: () => content };
}

/**
 * Sees to it that files stand in the site.
 * @param before what the last build left
 * @returns all of them, how many were made, and how many of those were not there as they are now
 */
export async function placeFiles(
  files: Iterable<SiteFile>,
  before: PlacedFiles = new Map(),
): Promise<{ placed: PlacedFiles; made: number; written: number }> {
  const placed: PlacedFiles = new Map();
  const count = { made: 0, written: 0 };
  for (const { path, key, make } of files) {
    const file = join(settings.out, path);
    const known = before.get(path);
    const times = readTimes(file);
    const stands = isUntouched(known, times);
    if (stands && key !== undefined && known.key === key) {
      placed.set(path, known);
      continue;
    }
    const content = await make();
    const digest = digestOfBytes(content);
    count.made += 1;
    if (count.made % turn === 0) await takeTurns();
    if (times && (stands ? known.digest === digest : isSame(file, times.size, content))) {
      placed.set(path, { ...times, digest, key });
      continue;
    }
    count.written += 1;
    makeFolder(dirname(file));
    placed.set(path, { ...write(file, content), digest, key });
  }
  return { placed, ...count };
}

/** What the last build left in this folder. */
export function readPlaced(): PlacedFiles {
  return readKnown(ledger);
}

/** Keeps what stands in the site for the next build, when all of it does. */
export function savePlaced(placed: PlacedFiles): void {
  saveKnown(ledger, placed);
}

/** Whether the site is as the last build left it: all files, and no others. */
export function isAsLeft(): boolean {
  const placed = readPlaced();
  const paths = listFolder(settings.out).map((path) => `/${path}`);
  return (
    placed.size > 0 &&
    paths.length === placed.size &&
    paths.every((path) => isUntouched(placed.get(path), readTimes(join(settings.out, path))))
  );
}

/**
 * Every file below a folder, as it stands in the site.
 * @param key where it changes with any of the files
 */
export function listSiteFiles(folder: string, key?: string): SiteFile[] {
  return listFolder(folder).map((path) => ({
    path: `/${path}`,
    key,
    make: () => readFileSync(join(folder, path)),
  }));
}

/** Takes away every file that is not among `paths`, and the folders that this leaves empty. */
export function keepOnly(paths: Pick<ReadonlySet<string>, 'has'>): void {
  const left = new Set<string>();
  for (const path of listFolder(settings.out)) {
    if (paths.has(`/${path}`)) continue;
    const file = join(settings.out, path);
    rmSync(file);
    left.add(dirname(file));
  }
  for (const folder of left) removeEmpty(folder);
}

/**
 * Times are read when the file is written: what somebody writes to it later changes them. Threads that wait for the disk
 * would take twice the CPU, for many small files of a build that has no core left over.
 */
function write(file: string, content: Content): Times {
  writeFileSync(file, content);
  const times = readTimes(file);
  if (!times) throw new Error(`${file} went while the site was built`);
  return times;
}

function isSame(file: string, size: number, content: Content): boolean {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return size === bytes.length && readFileSync(file).equals(bytes);
}

function makeFolder(folder: string): void {
  if (made.has(folder)) return;
  mkdirSync(folder, { recursive: true });
  made.add(folder);
}

/** Paths below a folder with forward slashes; nothing of a version control's. */
function listFolder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll(sep, '/'),
    )
    .filter((path) => !path.startsWith('.git/'));
}

function removeEmpty(folder: string): void {
  if (folder === settings.out || readdirSync(folder).length > 0) return;
  rmdirSync(folder);
  removeEmpty(dirname(folder));
}
