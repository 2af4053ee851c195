/** What the marks say was lost -> commands over stretches of a formula's tokens. */
import { findAtomStart } from './groups.ts';
import { regions, styles, type Marks } from './marks.ts';
import type { Token } from './tokens.ts';

/** Which commands are put back where, as indexes of `styles` and `regions`, one a token. */
export type Losses = Pick<Marks, 'styles' | 'regions'>;

/** The style that is a backslash, as in `\|`. */
export const escape = (styles as readonly string[]).indexOf('escape');

/** A lost command over the tokens `[from, to)`. */
export type Outer = { from: number; to: number; name: string };

/** The roots. */
export function findRegions(tokens: readonly Token[], losses: Losses): Outer[] {
  const sqrt = (regions as readonly string[]).indexOf('sqrt');
  return losses.regions.flatMap((region, from) => {
    if (region !== sqrt) return [];
    let to = from + 1;
    while (losses.regions[to] === sqrt + 1) to++;
    return [{ from, to: balance(tokens, from, to), name: 'sqrt' }];
  });
}

/** The end nearest to `to` where the brackets opened behind `from` are closed. */
function balance(tokens: readonly Token[], from: number, to: number): number {
  let depth = 0;
  let end = from + 1;
  for (let at = from; at < tokens.length; at++) {
    const { text } = tokens[at]!;
    if (/^[({[]$/.test(text)) depth++;
    if (/^[)}\]]$/.test(text)) depth--;
    if (depth < 0) break;
    if (depth === 0) end = at + 1;
    if (at + 1 >= to && depth === 0) break;
  }
  return end;
}

/** `a{b}`: the numerator is what the marks say, or the atom before the group. */
export function findNumerator(tokens: readonly Token[], losses: Losses, denominator: number): Outer {
  const last = denominator - 1;
  if (isScriptFraction(tokens, denominator)) return { from: last, to: denominator, name: 'frac' };
  // R1 took a brace from inside the numerator: the one before the denominator was its own.
  let from = tokens[last]!.text === '}' && losses.regions[last] === 0 ? last - 1 : last;
  while (from > 0 && regions[losses.regions[from]!] === 'frac+') from--;
  const marked = regions[losses.regions[from]!] === 'frac' && isBalanced(tokens, from, denominator);
  return { from: marked ? from : findAtomStart(tokens, last), to: denominator, name: 'frac' };
}

/** `n^1{3}` was `n^\frac{1}{3}`: nobody writes a first power, and powers are thirds more often than they are divided by three. */
function isScriptFraction(tokens: readonly Token[], denominator: number): boolean {
  const [sign, power, open, divisor, close] = tokens.slice(denominator - 2, denominator + 3);
  if (sign?.text !== '^' || power?.kind !== 'number' || divisor?.kind !== 'number') return false;
  return open?.text === '{' && close?.text === '}' && (power.text === '1' || divisor.text !== '2');
}

function isBalanced(tokens: readonly Token[], from: number, to: number): boolean {
  const bars = tokens.slice(from, to).filter(({ text }) => text === '|').length;
  return bars % 2 === 0 && balance(tokens, from, to) === to;
}
