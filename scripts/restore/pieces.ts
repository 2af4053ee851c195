/** The pieces of a formula: each token's own TeX, and what is put before and behind it. */
import { findAtomEnd, isFontSwitch, isName } from './groups.ts';
import { escape, type Losses } from './losses.ts';
import { styles } from './marks.ts';
import { isSurvivor } from './survivors.ts';
import type { Token } from './tokens.ts';
import { getCommand } from './vocabulary.ts';

/** A token's TeX with what is put before and behind it. */
export type Piece = { space: string; before: string; tex: string; behind: string };

/** Puts the fonts and accents back. */
export function addStyles(tokens: readonly Token[], losses: Losses, pieces: Piece[]): void {
  for (const [at, style] of losses.styles.entries()) {
    if (style === 0 || style === escape || isIndexed(tokens, at, style)) continue;
    for (const name of isPositivePart(tokens, at) ? ['mathbb'] : styles[style]!.split(' ')) {
      const wide = name === 'tilde' && isSurvivor(tokens, at);
      const to = isFontSwitch(tokens[at]!.text) ? Math.min(at + 2, tokens.length) : findAtomEnd(tokens, at);
      wrap(pieces, at, to, wide ? 'widetilde' : name);
    }
  }
}

/** `R_y` is a set or a region of the paper's; the reals bear no letter below. */
function isIndexed(tokens: readonly Token[], at: number, style: number): boolean {
  if (styles[style] !== 'mathbb' || tokens[at]!.text !== 'R' || tokens[at + 1]?.text !== '_') return false;
  return /^[a-z]$/.test(tokens[at + 2]?.text ?? '');
}

/** `N_+`, `Z_{+}`: the positive numbers of a set of numbers. */
function isPositivePart(tokens: readonly Token[], at: number): boolean {
  const sign = tokens[at + 2]?.text === '{' ? tokens[at + 3] : tokens[at + 2];
  return /^[NZQR]$/.test(tokens[at]!.text) && tokens[at + 1]?.text === '_' && sign?.text === '+';
}

/** Puts a command over the pieces `[from, to)`. */
function wrap(pieces: Piece[], from: number, to: number, name: string): void {
  pieces[from]!.before = `\\${name}{${pieces[from]!.before}`;
  pieces[to - 1]!.behind += '}';
}

/** Names that KaTeX knows as commands and papers write as words. */
const words: Readonly<Record<string, string>> = {
  th: 'n-th, against the hyperbolic tangent of Russian books',
  ch: 'as th',
  sh: 'as th',
  tiny: 'a size means nothing in a formula',
  relax: 'says nothing, and names times of mixing and relaxing',
  AA: 'the letter of text; in a formula a product',
};

/** Signs that have nothing to stand between: `O(mp^2)` and `log(pm)` hold products. */
const isProductOfTwo = (text: string, behind: Token | undefined): boolean =>
  /^(?:[mp][mp]|n[ei]|ll|gg|wr)$/.test(text) &&
  /^[\^_)]$/.test(behind?.text ?? '') &&
  behind?.spaced === false;

/** Names that KaTeX has as one command and LaTeX as two. */
const pairs: Readonly<Record<string, string>> = {
  argmax: '\\arg\\max',
  argmin: '\\arg\\min',
};

/** The TeX of one token; `groups` are the braces that group. */
export function writeToken(
  tokens: readonly Token[],
  at: number,
  groups: ReadonlySet<number>,
  losses: Losses,
): string {
  const { text } = tokens[at]!;
  if (losses.styles[at] === escape || /^[%#&$]$/.test(text)) return `\\${text}`;
  if (/^[{}]$/.test(text)) return groups.has(at) ? text : `\\${text}`;
  if (!isName(text) || text.length === 1 || isProductOfTwo(text, tokens[at + 1])) return text;
  if (Object.hasOwn(pairs, text)) return pairs[text]!;
  const before = tokens[at - 1]?.text ?? '';
  if (isPlace(tokens, at)) return `\\text{${text}}`;
  const inArgument = (before === '{' && isSurvivor(tokens, at - 2)) || isFontSwitch(before);
  if (getCommand(text) !== undefined && !Object.hasOwn(words, text)) return `\\${text}`;
  const isWord = text.length > 2 || Object.hasOwn(words, text);
  // Behind a sign of script without braces a run can only have been one argument: `d_\mathrm{VC}`.
  if (text.length > 1 && before === '_' && !tokens[at]!.spaced && /^[A-Z]+$/.test(text))
    return `\\mathrm{${text}}`;
  // A run of capitals is a product of variables; other words are upright, functions as symbols.
  if (!isWord || inArgument || /^[a-z]?[A-Z]+$/.test(text)) return text;
  return tokens[at + 1]?.text === '(' ? `\\mathrm{${text}}` : `\\text{${text}}`;
}

/** `d_{in}`: a word of direction, alone in a script where a relation has nothing to relate. */
const isPlace = (tokens: readonly Token[], at: number): boolean =>
  /^(?:in|to)$/.test(tokens[at]!.text) &&
  /^[_^]$/.test(tokens[at - 2]?.text ?? '') &&
  tokens[at - 1]!.text === '{' &&
  tokens[at + 1]?.text === '}';

/**
 * A letter right behind a command would lengthen its name, so something stood between: a command that nothing tells
 * any more. The commonest of its place is put back, and the formula is an open doubt.
 */
export function addGluedCommands(pieces: Piece[]): boolean {
  let guessed = false;
  for (const [at, piece] of pieces.entries()) {
    const last = pieces[at - 1];
    if (last === undefined || piece.space !== '' || piece.before !== '' || last.behind !== '') continue;
    if (!/\\[a-zA-Z]+$/.test(last.tex) || !/^[a-zA-Z]/.test(piece.tex)) continue;
    wrap(pieces, at, at + 1, chooseGlued(last.tex, piece.tex));
    guessed = true;
  }
  return guessed;
}

/** What most often stands between a command and the letter that was glued to it. */
function chooseGlued(before: string, letter: string): string {
  if (/^[a-z]/.test(letter)) return 'mathbf';
  if (!/^\\(?:in|notin|subset|subseteq|to|rightarrow)$/.test(before)) return 'mathrm';
  return letter === 'R' ? 'mathbb' : 'mathcal';
}
