/** Which tokens may be of a formula at all, so that only these are judged. */
import type { Passage } from './evidence.ts';
import type { Token } from './tokens.ts';

/**
 * Which tokens need judging: those near a letter, number or sign, with all that is glued to them and what their
 * brackets hold. A word between words is prose.
 */
export function findActive(passage: Passage): Uint8Array {
  const { tokens, strong, brackets } = passage;
  const active = new Uint8Array(tokens.length);
  for (const [at, token] of tokens.entries()) {
    if (strong[at] !== 1 && !isSeed(token, tokens[at + 1])) continue;
    for (let near = Math.max(0, at - 2); near <= Math.min(tokens.length - 1, at + 2); near++)
      active[near] = 1;
  }
  for (let at = 1; at < tokens.length; at++) if (active[at - 1] === 1 && !tokens[at]!.spaced) active[at] = 1;
  for (let at = tokens.length - 2; at >= 0; at--)
    if (active[at + 1] === 1 && !tokens[at + 1]!.spaced) active[at] = 1;
  for (const [at, partner] of brackets.partner.entries()) {
    if (partner <= at || partner - at > longestBracket || !hasFormula(passage, active, at, partner)) continue;
    active.fill(1, at, partner + 1);
  }
  return active;
}

/** Brackets that hold more tokens than this hold prose. */
const longestBracket = 60;

/** Do brackets hold something that needs judging, or stand behind it? */
function hasFormula({ tokens }: Passage, active: Uint8Array, open: number, close: number): boolean {
  for (let at = open + 1; at < close; at++) if (tokens[at]!.kind === 'word' && active[at] === 0) return false;
  return active[open] === 1 || active[close] === 1;
}

const plainKinds = new Set([
  'word',
  'Word',
  'foreign',
  'address',
  'mixed',
  'number',
  'pair',
  '.',
  ',',
  '-',
  '(',
  ')',
  '"',
  "'",
  ':',
  ';',
  '?',
  '!',
  '/',
  '%',
  '---',
  '–',
  '—',
  '’',
  '[',
  ']',
]);

function isSeed(token: Token, next: Token | undefined): boolean {
  if (token.text === 'a' || token.text === 'in' || token.text === 'to') return next?.kind !== 'word';
  return !plainKinds.has(token.kind);
}
