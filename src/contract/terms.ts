/**
 * The terms of a text: its words, folded so that spellings and inflections of one word meet, each with its place.
 * Filing and relating compare texts by them.
 *
 * Inflections go by step 1 of M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980: plurals, -ed, -ing.
 * The later steps join words of different meaning ("policy", "police") and are left out.
 */

import { remember } from './remember.ts';

/** One word. `start` and `end` are UTF-16 offsets into the text it was read from, end exclusive. */
export type Term = { stem: string; start: number; end: number };

const word = /[\p{L}\p{N}]+/gu;

/** British endings beside the American ones that most of the literature has; applied to the lower-case word in this order. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/isation(s?)$/, 'ization$1'], // optimisation
  [/is(e[sdr]?|ing)$/, 'iz$1'], // optimise; also "rise", alike in both spellings of a text
  [/yse([sdr]?)$/, 'yze$1'], // analyse
  [/(?<=[a-z]{3})our(s|ed|ing|al|able)?$/, 'or$1'], // behaviour, flavoured
  [/elling$/, 'eling'], // modelling, labelling
  [/elled$/, 'eled'], // labelled
];

/** Reads the terms of `text` in order; `text` may be plain, LaTeX or Markdown, marks and punctuation only separate words. */
export function parseTerms(text: string): Term[] {
  return Array.from(text.matchAll(word), (match) => ({
    stem: toStem(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Folds one word to its stem; an abbreviation in capitals has no endings but the plural's. */
export const toStem = remember((form) => {
  if (/^\p{Lu}{2,}s?$/u.test(form)) return form.replace(/s$/, '').toLowerCase();
  const folded = form.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  if (folded.length < 3 || /\d/.test(folded)) return folded;
  return withoutTense(withoutPlural(spellAsAmerican(folded)))
    .replace(/(?<=[^aeiou])y$/, 'i')
    .replace(/(?<=..)e$/, '');
});

/** A word in lower case, by its American spelling. */
export const toAmericanSpelling = remember((form) => spellAsAmerican(form.toLowerCase()));

const spellAsAmerican = (form: string): string =>
  spellings.reduce((spelt, [from, to]) => spelt.replace(from, to), form);

const withoutPlural = (form: string): string =>
  form.replace(
    /(?:(ss)es|(i)es|([^su])s)$/,
    (_, ss?: string, i?: string, other?: string) => ss ?? i ?? other ?? '',
  );

function withoutTense(form: string): string {
  const bare = /^(.*[aeiouy].*)(?:(?<!e)ed|ing)$/.exec(form)?.[1];
  if (bare === undefined || bare.length < 2) return form;
  return /([^aeioulsz])\1$/.test(bare) ? bare.slice(0, -1) : bare;
}
