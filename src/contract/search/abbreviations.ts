/**
 * Abbreviations, as the corpus itself explains them: "support vector machine (SVM)". A text with the long form is found
 * by the short one, and the other way round.
 */
import { readTokens, type Token } from './tokens.ts';

/** Stems of a long form, with spaces between, to the stem of its short form. */
export type Abbreviations = Record<string, string>;

/** Where a long form stands among the words of a text. */
export type ShortForm = { stem: string; words: number[] };

const inBrackets = /\((\p{Lu}[\p{L}\p{N}-]{0,7}?)s?\)/gu;
/** As far before the brackets, in characters, the long form may begin. */
const reach = 120;
/** An explanation of one text alone may be a name of its own. */
const fewest = 2;

/** @param texts one for each document */
export function collectAbbreviations(texts: readonly string[]): Abbreviations {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const pairs = Array.from(text.matchAll(inBrackets), ({ index, 1: short = '' }) =>
      toPair(text.slice(Math.max(0, index - reach), index), short),
    );
    for (const pair of new Set(pairs)) if (pair) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  const common = Array.from(counts).filter(([, count]) => count >= fewest);
  // Of two short forms for one long form the commoner one stays.
  const ascending = common.toSorted(([a, m], [b, n]) => m - n || (a < b ? 1 : -1));
  return Object.fromEntries(ascending.map(([pair]) => pair.split('=') as [string, string]));
}

/** The words before the brackets that begin with the letters in them. */
function toPair(before: string, short: string): string | undefined {
  const letters = short.replace(/[^\p{L}]/gu, '').toLowerCase();
  const words = readTokens(before).slice(-letters.length);
  const initials = words.map(({ form }) => form.charAt(0).toLowerCase()).join('');
  const [token] = readTokens(short);
  if (letters.length < 2 || initials !== letters || !token) return undefined;
  return `${words.map(({ stem }) => stem).join(' ')}=${token.stem}`;
}

export type ShortFormFinder = (tokens: readonly Pick<Token, 'stem'>[]) => ShortForm[];

/** Finds the short forms of the long forms in a text; of two long forms that begin at one word the longer counts. */
export function makeShortFormFinder(known: Abbreviations): ShortFormFinder {
  const byFirst = new Map<string, { stems: string[]; short: string }[]>();
  for (const [form, short] of Object.entries(known)) {
    const stems = form.split(' ');
    const [first = ''] = stems;
    byFirst.set(
      first,
      [...(byFirst.get(first) ?? []), { stems, short }].sort((a, b) => b.stems.length - a.stems.length),
    );
  }
  return (tokens) =>
    tokens.flatMap(({ stem }, start) => {
      const found = byFirst
        .get(stem)
        ?.find(({ stems }) => stems.every((part, i) => tokens[start + i]?.stem === part));
      return found ? [{ stem: found.short, words: found.stems.map((_, i) => start + i) }] : [];
    });
}
