/** Where the numerators began whose `\frac{` damage took: `a{b}` was `\frac{a}{b}`. */
import { findAtomStart } from './groups.ts';
import { balance, type Losses, type Outer } from './losses.ts';
import { regions } from './marks.ts';
import type { Token } from './tokens.ts';

/** The numerator over `denominator`: what the marks say, or the atom before the group, made whole. */
export function findNumerator(tokens: readonly Token[], losses: Losses, denominator: number): Outer {
  const last = denominator - 1;
  if (isScriptFraction(tokens, denominator) || isOne(tokens, last))
    return { from: last, to: denominator, name: 'frac' };
  // R1 took a brace from inside the numerator: the one before the denominator was its own.
  let from = tokens[last]!.text === '}' && losses.regions[last] === 0 ? last - 1 : last;
  while (from > 0 && regions[losses.regions[from]!] === 'frac+') from--;
  const marked = regions[losses.regions[from]!] === 'frac' && isBalanced(tokens, from, denominator);
  const start = marked ? from : findAtomStart(tokens, last);
  return {
    from: findScriptStart(tokens, denominator) ?? widen(tokens, start),
    to: denominator,
    name: 'frac',
  };
}

/** `n^1{3}` was `n^\frac{1}{3}`: nobody writes a first power, and powers are thirds more often than they are divided by three. */
function isScriptFraction(tokens: readonly Token[], denominator: number): boolean {
  const [sign, power, open, divisor, close] = tokens.slice(denominator - 2, denominator + 3);
  if (sign?.text !== '^' || power?.kind !== 'number' || divisor?.kind !== 'number') return false;
  return open?.text === '{' && close?.text === '}' && (power.text === '1' || divisor.text !== '2');
}

/** `ln1{d}`: nobody takes the logarithm of one, and nobody writes a factor of one. */
const isOne = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]!.text === '1' && (factors.has(tokens[at - 1]?.kind ?? '') || tokens[at - 1]?.kind === '\\op');

function isBalanced(tokens: readonly Token[], from: number, to: number): boolean {
  const bars = tokens.slice(from, to).filter(({ text }) => text === '|').length;
  return bars % 2 === 0 && balance(tokens, from, to) === to;
}

/** `T^{d+1{d+2}}`: an exponent is one fraction, but for its sign; `n^{1+d{2d}}` adds one to a whole number. */
function findScriptStart(tokens: readonly Token[], denominator: number): number | undefined {
  const open = tokens.findLastIndex(({ text }, at) => at < denominator && /^[{}()]$/.test(text));
  if (tokens[open]?.text !== '{' || !/^[_^]$/.test(tokens[open - 1]?.text ?? '')) return undefined;
  const from = tokens[open + 1]!.text === '-' ? open + 2 : open + 1;
  const [first, sign] = tokens.slice(from, from + 2);
  const adds = first?.kind === 'number' && /^[-+]$/.test(sign?.text ?? '');
  return from >= denominator || (adds && denominator - from === 3) ? undefined : from;
}

/** A fraction line runs over the whole of a product, a call and a power. */
function widen(tokens: readonly Token[], from: number): number {
  const before = tokens[from - 1];
  if (before === undefined) return from;
  if (/^[_^]$/.test(before.text)) return widen(tokens, findAtomStart(tokens, from));
  const calls = tokens[from]!.text === '(' && !tokens[from]!.spaced;
  if (!factors.has(before.kind) && !(calls && before.kind === '\\op')) return from;
  const start = findAtomStart(tokens, from - 1);
  // `\sum_i` and `\max_x` stand before a fraction, not on it.
  const isLimited = tokens[start]!.kind === '\\op' && tokens[start + 1]!.text === '_';
  return isLimited ? from : widen(tokens, start);
}

/** Kinds of tokens that end a factor. */
const factors = new Set([
  'letter',
  'capital',
  'greek',
  'pair',
  'capitals',
  'number',
  '\\mathord',
  '\\textord',
  ')',
  '}',
]);
