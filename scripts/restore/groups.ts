/** The braces and atoms of a formula whose backslashes are gone. */
import type { Token } from './tokens.ts';
import { getCommand } from './vocabulary.ts';

export const isName = (text: string): boolean => /^[a-zA-Z]+$/.test(text);

/** Commands that take a delimiter: a brace behind them was `\{`. */
export const isDelimiterCommand = (text: string): boolean =>
  /^(?:left|right|middle|[bB]igg?[lrm]?)$/.test(text);

/** Operators over sets: `max{a, b}` was `\max\{a, b\}`. */
export const takesSet = (text: string): boolean => /^(?:max|min|sup|inf)$/.test(text);

export const isFontSwitch = (text: string): boolean => /^(?:bf|rm|it|sf|cal|tt|em)$/.test(text);

/** Braces that group, as token indexes, and of those the ones that open a denominator without a command. */
export type Groups = { braces: Set<number>; denominators: number[] };

/** Tells grouping braces from written ones (`\{`). */
export function findGroups(tokens: readonly Token[]): Groups {
  const groups: Groups = { braces: new Set(), denominators: [] };
  for (const [at, { text }] of tokens.entries()) {
    if (text !== '{') continue;
    const close = findClose(tokens, at);
    if (tokens[close]!.text !== '}') continue;
    const use = classify(tokens, at, close);
    if (use === 'written') continue;
    groups.braces.add(at).add(close);
    if (use === 'denominator') groups.denominators.push(at);
  }
  return groups;
}

function classify(tokens: readonly Token[], at: number, close: number): 'group' | 'denominator' | 'written' {
  const before = tokens[at - 1];
  if (isFontSwitch(tokens[at + 1]?.text ?? '') || holdsFraction(tokens, at, close)) return 'group';
  if (isUnbracedFont(tokens, at + 1) || isDressed(tokens, at + 1, close)) return 'group';
  if (before !== undefined && (isDelimiterCommand(before.text) || takesSet(before.text))) return 'written';
  // `{V}`, `{\times}`: nobody writes a set of one name so short.
  if (close === at + 2 && !/^\d/.test(tokens[at + 1]!.text) && isWordless(tokens, at)) return 'group';
  if (before === undefined)
    return close === tokens.length - 1 && !holdsMembers(tokens, at, close) ? 'group' : 'written';
  if (/^[_^]$/.test(before.text) || isArgument(tokens, at) || isDisplaced(tokens, at)) return 'group';
  if (before.text === ']' && tokens[findOpen(tokens, at - 1) - 1]?.text === 'sqrt') return 'group';
  const kind = getCommand(before.text)?.kind ?? '';
  const operator = before.text.length > 1 && isName(before.text) && /^(?:rel|bin|op)$/.test(kind);
  if (holdsSet(tokens, at, close)) return 'written';
  if (/^(?:rel|bin)$/.test(kind) && operator) return 'written';
  const divides =
    (!tokens[at]!.spaced || before.kind === 'number') &&
    !operator &&
    /^[a-zA-Z\d)|\]}]/.test(before.text) &&
    !isOpeningBar(tokens, at - 1) &&
    !isOperatorScript(tokens, at - 1);
  return divides ? 'denominator' : 'group';
}

/** `{\mathbf x}`: a font used as a switch. */
const isUnbracedFont = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.kind === '\\font' && tokens[at + 1]?.text !== '{' && tokens[at + 2]?.text === '}';

/** `{mathcal{O}}`: one letter in a font, which nobody makes a set of. */
const isDressed = (tokens: readonly Token[], at: number, close: number): boolean =>
  tokens[at]?.kind === '\\font' && tokens[at + 1]?.text === '{' && findAtomEnd(tokens, at) === close;

/** Bars come in pairs, and the first of two opens. */
const isOpeningBar = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]!.text === '|' && tokens.slice(0, at).filter(({ text }) => text === '|').length % 2 === 0;

/** Is the brace at `at` the end of a script on an operator, as in `log^{2}{n}`? */
function isOperatorScript(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]!.text !== '}') return false;
  const base = tokens[findAtomStart(tokens, at)]?.text ?? '';
  return base.length > 1 && isName(base) && getCommand(base)?.kind === 'op';
}

/** Does the group stand free, or hold a sign of operation or relation alone? */
function isWordless(tokens: readonly Token[], open: number): boolean {
  const { text } = tokens[open + 1]!;
  const isSign = /^[-+*=<>()]$/.test(text) || /^(?:bin|rel)$/.test(getCommand(text)?.kind ?? '');
  const isFree = tokens[open]!.spaced && tokens[open - 1]?.kind !== 'number';
  return open === 0 || isFree || isSign;
}

/** A set `{x : x > 0}`, a list `{0, 1}` or an event `{X = 0}`, against an argument. */
function holdsSet(tokens: readonly Token[], open: number, close: number): boolean {
  return listOwn(tokens, open, close).some(
    ({ text }) =>
      /^[=<>:,]$/.test(text) || (isName(text) && text.length > 1 && getCommand(text)?.kind === 'rel'),
  );
}

/** What a set that is a whole formula shows: a comma, a condition, or an index that its members bear. */
const holdsMembers = (tokens: readonly Token[], open: number, close: number): boolean =>
  listOwn(tokens, open, close).some(({ text }) => /^(?:[,:|_]|l?dots|cdots|mid|\.\.\.)$/.test(text));

/** `{d \over n}`. */
const holdsFraction = (tokens: readonly Token[], open: number, close: number): boolean =>
  listOwn(tokens, open, close).some(({ text }) => text === 'over');

/** What stands between two brackets and not between others inside. */
function listOwn(tokens: readonly Token[], open: number, close: number): Token[] {
  let depth = 0;
  return tokens.slice(open + 1, close).filter(({ text }) => {
    if (/^[)\]}]$/.test(text)) depth--;
    if (/^[([{]$/.test(text)) depth++;
    return depth === 0;
  });
}

/** Does a command with arguments still want one here? */
function isArgument(tokens: readonly Token[], at: number): boolean {
  for (let head = at - 1; head >= Math.max(0, at - 24); head--) {
    const { text } = tokens[head]!;
    const arity = isName(text) && text.length > 1 ? (getCommand(text)?.arity ?? 0) : 0;
    if (arity === 0) continue;
    let end = head + 1;
    for (let argument = 0; argument < arity; argument++) {
      if (end === at) return true;
      end = findAtomEnd(tokens, end);
    }
  }
  return false;
}

/** The second argument of a command whose first lost its closing brace: `frac{a{b}}`. */
function isDisplaced(tokens: readonly Token[], at: number): boolean {
  for (let open = at - 2; open > 0; open--) {
    if (tokens[open]!.text === '}') return false;
    if (tokens[open]!.text !== '{' || /^[_^]$/.test(tokens[open - 1]!.text)) continue;
    return (
      getCommand(tokens[open - 1]!.text)?.arity === 2 && tokens[findClose(tokens, open) + 1]?.text !== '{'
    );
  }
  return false;
}

/** The end of the atom that begins at `at`: a group, a command with its arguments, or one token. */
export function findAtomEnd(tokens: readonly Token[], at: number): number {
  const text = tokens[at]?.text;
  if (text === undefined) return tokens.length;
  if (text === '{') return findClose(tokens, at) + 1;
  let end = at + 1;
  const arity = isName(text) && text.length > 1 ? (getCommand(text)?.arity ?? 0) : 0;
  for (let argument = 0; argument < arity && end < tokens.length; argument++) end = findAtomEnd(tokens, end);
  return Math.min(end, tokens.length);
}

/** The start of the atom that ends at `at`, with what it stands on and under. */
export function findAtomStart(tokens: readonly Token[], at: number): number {
  if (tokens[at]!.text === '|') {
    const open = tokens.findLastIndex(({ text }, index) => index < at && text === '|');
    if (open >= 0) return open;
  }
  let depth = 0;
  for (let from = at; from >= 0; from--) {
    const { text } = tokens[from]!;
    if (/^[)\]}]$/.test(text)) depth++;
    if (/^[([{]$/.test(text)) depth--;
    if (depth < 0) return from + 1;
    const before = tokens[from - 1]?.text ?? '';
    if (depth === 0 && text === '{' && isName(before) && before.length > 1) continue;
    if (depth === 0 && !/^[_^]$/.test(text) && !/^[_^]$/.test(before)) return from;
  }
  return 0;
}

/** The index of the brace that closes the one at `open`, or of the last token. */
export function findClose(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at++) {
    if (tokens[at]!.text === '{') depth++;
    else if (tokens[at]!.text === '}' && --depth === 0) return at;
  }
  return tokens.length - 1;
}

/** The index of the square bracket that the one at `close` closes, or -1. */
function findOpen(tokens: readonly Token[], close: number): number {
  return tokens.findLastIndex(({ text }, index) => index < close && text === '[');
}
