/** The reader's own lists: papers to read, in the order in which they were put there, and papers that were read. */
import { isSlug } from '../contract/reading-list.ts';
import { onKeptElsewhere, readKept, writeKept } from './kept.ts';

export const listNames = ['reading-list', 'read'] as const;
export type ListName = (typeof listNames)[number];

/** The slugs of a list. Whatever else stands there, another program wrote, and it is left out. */
export function readList(name: ListName): string[] {
  return parseSlugs(readKept(name));
}

/** @returns whether the browser keeps it */
export function writeList(name: ListName, slugs: readonly string[]): boolean {
  return writeKept(name, slugs.length === 0 ? null : JSON.stringify(slugs));
}

/** Puts a paper on a list, at its end, or takes it off. @returns whether the browser keeps it */
export function putOn(name: ListName, slug: string, isOn: boolean): boolean {
  const others = readList(name).filter((other) => other !== slug);
  return writeList(name, isOn ? [...others, slug] : others);
}

/** Calls back when another window changes a list. */
export function onListsChanged(callback: () => void): void {
  onKeptElsewhere(listNames, callback);
}

export function parseSlugs(text: string | null): string[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(value) ? [...new Set(value.filter(isSlug))] : [];
  } catch {
    return [];
  }
}

/** What a list becomes that another is brought into: its own papers first, each once. */
export function mergeLists(own: readonly string[], brought: readonly string[]): string[] {
  return [...new Set([...own, ...brought])];
}
