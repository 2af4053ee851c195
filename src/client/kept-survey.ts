/** The whole survey kept in the browser, because a reader asked for it: all that reading it needs, and nothing that changed since. */
import { offlineFiles, type OfflineFiles } from '../contract/offline.ts';
import { readBase, toHref } from './address.ts';
import { toKey } from './kept.ts';

/** Files that are loaded at once. */
const lanes = 6;

const cacheName = (): string => toKey('survey', readBase());
const listAddress = (): string => toHref(offlineFiles.list);

/** What the site is made of now. */
export async function loadOfflineFiles(): Promise<OfflineFiles> {
  const response = await fetch(listAddress(), { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${response.status} ${offlineFiles.list}`);
  return (await response.json()) as OfflineFiles;
}

/** What is kept, where all of it is. */
export async function readKeptFiles(): Promise<OfflineFiles | undefined> {
  if (!(await isSurveyKept())) return undefined;
  const list = await (await caches.open(cacheName())).match(listAddress());
  return (await list?.json()) as OfflineFiles | undefined;
}

/** Whether somebody has asked for it, and did not undo it; it may not be complete. */
export async function isSurveyKept(): Promise<boolean> {
  return 'caches' in window && caches.has(cacheName());
}

/**
 * Loads what is not kept yet or has changed, then drops what is gone; until all is there, what was kept before stays whole.
 * @param tell hears how much of all is there, from 0 to 1
 * @throws where the connection or the room of the browser ends; what is there by then is kept for the next time
 */
export async function keepSurvey(
  tell: (share: number) => void = () => undefined,
  signal?: AbortSignal,
): Promise<void> {
  const wanted = await loadOfflineFiles();
  const before = await readKeptFiles();
  if (before?.version === wanted.version) return;
  const cache = await caches.open(cacheName());
  const known = new Map(before?.files.map(([path, , digest]) => [path, digest]));
  const missing = wanted.files.filter(([path, , digest]) => known.get(path) !== digest);
  let left = missing.reduce((sum, [, bytes]) => sum + bytes, 0);
  const queue = missing.values();
  const work = async (): Promise<void> => {
    for (const [path, bytes] of queue) {
      const response = await fetch(toHref(path), { cache: 'reload', ...(signal ? { signal } : {}) });
      if (!response.ok || response.redirected) throw new Error(`${response.status} ${path}`);
      await cache.put(toHref(path), response);
      left -= bytes;
      tell(1 - left / wanted.bytes);
    }
  };
  await Promise.all(Array.from({ length: lanes }, work));
  await cache.put(listAddress(), new Response(JSON.stringify(wanted)));
  const paths = new Set([offlineFiles.list, ...wanted.files.map(([path]) => path)].map(toAbsolute));
  for (const request of await cache.keys()) if (!paths.has(request.url)) await cache.delete(request);
}

export async function dropSurvey(): Promise<void> {
  await caches.delete(cacheName());
}

const toAbsolute = (path: string): string => new URL(toHref(path), location.href).href;
