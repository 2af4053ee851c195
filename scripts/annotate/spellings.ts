/** Names looked up in running text whatever their case, spaces and hyphens: "Foo-World" in "the foo world". */
import { remember } from '../../src/contract/remember.ts';
import type { Word } from './names.ts';

export type SpellingIndex<Value> = {
  get(name: string): Value | undefined;
  /** The longest name that starts at word `at` and is accepted, and the word it ends with. */
  longestAt(
    words: readonly Word[],
    at: number,
    accepts: (value: Value, to: number) => boolean,
  ): { value: Value; to: number } | undefined;
};

/** Letters and digits alone, in lower case; "+" tells one name from another. */
export const foldName = remember((name) =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\\[a-z]+|[^\p{L}\p{N}+]/gu, ''),
);

/** Where two entries fold to the same, the first stands. */
export function indexSpellings<Value>(
  entries: readonly (readonly [name: string, value: Value])[],
): SpellingIndex<Value> {
  const values = new Map(entries.map(([name, value]) => [foldName(name), value] as const).toReversed());
  const beginnings = new Set<string>();
  for (const name of values.keys())
    for (let end = 1; end <= name.length; end++) beginnings.add(name.slice(0, end));
  return {
    get: (name) => values.get(foldName(name)),
    longestAt(words, at, accepts) {
      let longest: { value: Value; to: number } | undefined;
      let folded = '';
      for (let to = at; to < words.length; to++) {
        folded += words[to]!.folded;
        if (!beginnings.has(folded)) break;
        const value = values.get(folded);
        if (value !== undefined && accepts(value, to)) longest = { value, to };
      }
      return longest;
    },
  };
}
