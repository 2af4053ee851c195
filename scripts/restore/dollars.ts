/** Formulas that no damage has touched: `$…$` and `\(…\)` of BibTeX, arXiv and authors, which stay as they are. */
import { findMathError } from '../../src/contract/math.ts';
import type { Formula } from './types.ts';

/**
 * TeX's and Markdown's rule that a price is no formula: no space inside the dollars, no digit behind the last (unless
 * what they hold is one name).
 */
const delimited = /(?<!\\)\$(?=\S)((?:\\[^]|[^$\\])+)(?<=\S)\$|\\\(((?:(?!\\\)).)+)\\\)/g;

/** The undamaged formulas of a text, in order. A formula that KaTeX refuses is text. */
export function findUndamagedFormulas(raw: string): Formula[] {
  return [...raw.matchAll(delimited)].flatMap((match) => {
    const tex = (match[1] ?? match[2] ?? '').trim();
    const beforeDigit = /\d/.test(raw.charAt(match.index + match[0].length));
    if ((beforeDigit && /^\d|\s/.test(tex)) || readsAsProse(tex) || findMathError(tex) !== undefined)
      return [];
    return [
      { start: match.index, end: match.index + match[0].length, tex, rule: 'undamaged', confidence: 1 },
    ];
  });
}

/** Two prices make a pair of dollars with words between them. */
const readsAsProse = (tex: string): boolean =>
  !/[\\^_=]/.test(tex) && /[a-z]{3,}.* [a-z]{2,}|^\d[\d.,]* ?[a-z]{3,}/i.test(tex);
