/** Words that the corpus does not have, and those of it that may have been meant. */
import type { Vocabulary } from './index-format.ts';

export type Correction = { form: string; share: number };

/** Edits that a word of some length may be away, and what is left of its worth. */
const allowed = [
  { from: 4, edits: 1 },
  { from: 8, edits: 2 },
] as const;
/** So short a word is near to too many: only swapped letters count. */
const shortest = 4;
const shareOfEdits = [1, 0.8, 0.6];
const most = 3;

/** The nearest words: fewest edits first, those that begin alike before others, then the commoner ones. */
export function correct(written: string, vocabulary: Vocabulary): Correction[] {
  const form = written.toLowerCase();
  const edits = allowed.findLast(({ from }) => form.length >= from)?.edits ?? 0;
  if (edits === 0) return [];
  return vocabulary
    .filter(([word]) => Math.abs(word.length - form.length) <= edits)
    .map(([word, count]) => ({ word, count, edits: countEdits(form, word, edits) }))
    .filter((candidate) => candidate.edits <= edits)
    .filter(({ word }) => form.length > shortest || isTransposed(form, word))
    .sort((a, b) => costOf(a) - costOf(b) || b.count - a.count || (a.word < b.word ? -1 : 1))
    .slice(0, most)
    .map(({ word, edits: made }) => ({ form: word, share: shareOfEdits[made] ?? 0 }));

  function costOf({ word, edits: made }: { word: string; edits: number }): number {
    return made + (word[0] === form[0] ? 0 : 0.5);
  }
}

const isTransposed = (a: string, b: string): boolean => sortLetters(a) === sortLetters(b);
const sortLetters = (form: string): string => [...form].sort().join('');

/** Words that begin as `written` does, the commonest first. */
export function complete(written: string, vocabulary: Vocabulary): string[] {
  const form = written.toLowerCase();
  if (form.length < 2) return [];
  return vocabulary
    .filter(([word]) => word.startsWith(form) && word !== form)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, 12)
    .map(([word]) => word);
}

/** Damerau–Levenshtein distance with adjacent transpositions, or more than `most` as soon as that is certain. */
export function countEdits(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    [before, above] = [above, row];
  }
  return above[b.length] ?? limit + 1;
}
