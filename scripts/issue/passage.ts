/** Where a text holds some words, however they are broken into lines. */

export type Range = { start: number; end: number };

/** @returns offsets in `text`, end exclusive; all places that do not overlap */
export function findPassage(text: string, words: string): Range[] {
  const pattern = words.trim().split(/\s+/).map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('\\s+'); // prettier-ignore
  if (pattern === '') return [];
  return [...text.matchAll(new RegExp(pattern, 'g'))].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
}
