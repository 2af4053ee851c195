/**
 * Everything that the site keeps in the browser of a reader. The scripts take their names from this table, and the page
 * about the survey lists it, so that nothing is kept that is not told.
 */
import { readBase } from './address.ts';

export const kept = {
  theme: { store: 'localStorage' },
  'reading-list': { store: 'localStorage' },
  read: { store: 'localStorage' },
  visited: { store: 'CacheStorage' },
  survey: { store: 'CacheStorage' },
} as const;
export type KeptName = keyof typeof kept;

/** One host may have several surveys: each keeps its own, below its path; the colours of all are one choice. */
export function toKey(name: KeptName, base: string): string {
  return name === 'theme' ? name : base + name;
}

type LocalName = { [N in KeptName]: (typeof kept)[N]['store'] extends 'localStorage' ? N : never }[KeptName];

/** `null` where nothing is kept, or where the reader keeps nothing in the browser. */
export function readKept(name: LocalName): string | null {
  try {
    return localStorage.getItem(toKey(name, readBase()));
  } catch {
    return null;
  }
}

/** @param value `null` forgets it. @returns whether the browser keeps it */
export function writeKept(name: LocalName, value: string | null): boolean {
  try {
    const key = toKey(name, readBase());
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}

/** Calls back when another window of the reader writes one of the names. */
export function onKeptElsewhere(names: readonly LocalName[], callback: () => void): void {
  const keys = new Set(names.map((name) => toKey(name, readBase())));
  addEventListener('storage', ({ key }) => {
    if (key === null || keys.has(key)) callback();
  });
}

/** Everything of the table goes, and so does what would keep pages. */
export async function forgetAll(): Promise<void> {
  for (const name of Object.keys(kept) as KeptName[]) if (isLocal(name)) writeKept(name, null);
  const registration = await navigator.serviceWorker?.getRegistration(readBase());
  await registration?.unregister();
  if (!('caches' in window)) return;
  const [visited, survey] = [toKey('visited', readBase()), toKey('survey', readBase())];
  const own = (await caches.keys()).filter((name) => name.startsWith(visited) || name === survey);
  await Promise.all(own.map((name) => caches.delete(name)));
}

function isLocal(name: KeptName): name is LocalName {
  return kept[name].store === 'localStorage';
}
