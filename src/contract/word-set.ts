/** Lists of words are written as running text, which diffs and reads better than a column of strings. */
export const toWordSet = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));
