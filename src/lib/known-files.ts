/**
 * What is known of a file without reading it: its digest, as long as size and times say that nobody wrote to it since. So a
 * build knows the files that it reads, and those of the site that the last build wrote.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { settings } from './settings.ts';

export type KnownFile = { digest: string; size: number; mtime: number; ctime: number };

export type Times = Omit<KnownFile, 'digest'>;

/** Milliseconds within which a second edit may leave the same times as the first. */
const tick = 50;

/** The digest of the bytes of a file. */
export function digestOfBytes(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 32);
}

/** @returns `undefined` where there is no such file */
export function readTimes(file: string): Times | undefined {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat?.isFile() ? { size: stat.size, mtime: stat.mtimeMs, ctime: stat.ctimeMs } : undefined;
}

export function isUntouched<T extends Times>(known: T | undefined, times: Times | undefined): known is T {
  return (
    known !== undefined &&
    times !== undefined &&
    known.size === times.size &&
    known.mtime === times.mtime &&
    known.ctime === times.ctime
  );
}

/** Whether another edit would change the times: they are not of this moment. */
export function isSettled({ mtime, ctime }: Times): boolean {
  return Math.max(mtime, ctime) < Date.now() - tick;
}

/** What was kept under a name by the build before. */
export function readKnown<T extends KnownFile>(name: string): Map<string, T> {
  const file = toFile(name);
  if (!existsSync(file)) return new Map();
  return new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, T>));
}

export function saveKnown(name: string, files: ReadonlyMap<string, KnownFile>): void {
  const file = toFile(name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileAtomic.sync(file, JSON.stringify(Object.fromEntries(files)));
}

const toFile = (name: string): string => join(settings.cache, `${name}.json`);

let before: ReadonlyMap<string, KnownFile> | undefined;
const sources = new Map<string, KnownFile>();

/** The digest of a file that the site is made from; `undefined` where there is none. */
export function digestOfSource(file: string): string | undefined {
  // Times first: who writes to the file from here on changes them.
  const times = readTimes(file);
  if (!times) return undefined;
  before ??= readKnown('sources');
  const known = before.get(file);
  const digest = isUntouched(known, times) ? known.digest : digestOfBytes(readFileSync(file));
  if (isSettled(times)) sources.set(file, { ...times, digest });
  return digest;
}

/** Keeps the digests of the sources that were asked for. */
export function saveSources(): void {
  saveKnown('sources', sources);
}
