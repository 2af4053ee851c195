/**
 * A formula's tokens and what each had lost -> TeX that KaTeX sets and that the damage turns back into the raw text.
 * Readings are tried from the fullest to the barest; the first that both accept is taken.
 */
import { findMathError } from '../../src/contract/math.ts';
import { damage, foldSpace } from './damage.ts';
import {
  findAtomEnd,
  findAtomStart,
  findClose,
  findGroups,
  isDelimiterCommand,
  isName,
  takesSet,
} from './groups.ts';
import type { FormulaTokens } from './mark-features.ts';
import { regions, styles, type Marks } from './marks.ts';
import type { Token } from './tokens.ts';
import { getCommand } from './vocabulary.ts';

export type Written = { tex: string; rule: string; confidence: number; doubt?: string };

/** Which commands are put back where, as indexes of `styles` and `regions`, one a token. */
type Losses = Pick<Marks, 'styles' | 'regions'>;

/** A formula whose losses are less certain than this is an open doubt. */
const doubtBelow = 0.8;

/** Restores the formula that `raw` was; `undefined` where no reading passes. */
export function writeFormula(raw: string, { tokens }: FormulaTokens, marks: Marks): Written | undefined {
  // The damage leaves no dollar in a formula.
  if (raw.includes('$')) return undefined;
  for (const { losses, choice, rank } of listReadings(tokens, marks)) {
    const { tex, guessed } = write(tokens, losses, choice);
    if (damage(`$${tex}$`) !== foldSpace(raw) || findMathError(tex) !== undefined) continue;
    const restoresLoss = losses.styles.some(Boolean) || losses.regions.some(Boolean);
    const written = { tex, rule: restoresLoss ? 'lost-command' : 'formula', confidence: marks.confidence };
    const doubtful = rank > 0 || guessed || marks.confidence < doubtBelow;
    return doubtful ? { ...written, doubt: 'lossy-formula' } : written;
  }
  return undefined;
}

/** A set of losses to put back, and which of the places where a displaced brace may have stood to take. */
type Reading = { losses: Losses; choice: number; rank: number };

function listReadings(tokens: readonly Token[], marks: Marks): Reading[] {
  const none = marks.styles.map(() => 0);
  const losses = [
    { styles: marks.styles, regions: marks.regions },
    { styles: marks.styles, regions: none },
    { styles: none, regions: marks.regions },
    { styles: none, regions: none },
  ];
  const choices = tokens.some((_, at) => isSurvivor(tokens, at)) ? [0, 1, 2, 3, 4] : [0];
  return choices.flatMap((choice) =>
    losses.map((loss, rank) => ({ losses: pairBars(tokens, loss), choice, rank: choice + rank })),
  );
}

/** A token's TeX with what is put before and behind it. */
type Piece = { space: string; before: string; tex: string; behind: string };

function write(tokens: readonly Token[], losses: Losses, choice: number): { tex: string; guessed: boolean } {
  const groups = findGroups(tokens);
  const pieces = tokens.map((token, at): Piece => {
    const space = token.spaced && at > 0 ? ' ' : '';
    return { space, before: '', tex: writeToken(tokens, at, groups.braces, losses), behind: '' };
  });
  const outer = groups.denominators.map((denominator) => findNumerator(tokens, losses, denominator));
  const regions = findRegions(tokens, losses);
  const proved = findProved(tokens, losses, [...outer, ...regions]);
  for (const { from, to, name } of [...outer, ...regions, ...proved]) {
    pieces[from]!.before = `\\${name}{${pieces[from]!.before}`;
    pieces[findInnerEnd(tokens, from, to, choice) - 1]!.behind += '}';
  }
  addStyles(tokens, losses, pieces);
  const gluedGuess = addGluedCommands(pieces);
  const tex = pieces.map(({ space, before, tex, behind }) => space + before + tex + behind).join('');
  return { tex, guessed: proved.length > 0 || gluedGuess };
}

const escape = (styles as readonly string[]).indexOf('escape');

/** Bars come in pairs: where one was `\|`, so was the other. */
function pairBars(tokens: readonly Token[], losses: Losses): Losses {
  const bars = [...tokens.keys()].filter((at) => tokens[at]!.text === '|');
  if (bars.length % 2 === 1) return losses;
  const paired = [...losses.styles];
  for (let nth = 0; nth < bars.length; nth += 2) {
    const [open, close] = [bars[nth]!, bars[nth + 1]!];
    if (paired[open] === escape || paired[close] === escape) paired[open] = paired[close] = escape;
  }
  return { ...losses, styles: paired };
}

/** Names that KaTeX knows as commands and papers write as words. */
const words: Readonly<Record<string, string>> = {
  th: 'n-th, against the hyperbolic tangent of Russian books',
  ch: 'as th',
  sh: 'as th',
  tiny: 'a size means nothing in a formula',
};

function writeToken(
  tokens: readonly Token[],
  at: number,
  groups: ReadonlySet<number>,
  losses: Losses,
): string {
  const { text } = tokens[at]!;
  if (losses.styles[at] === escape || /^[%#&$]$/.test(text)) return `\\${text}`;
  if (/^[{}]$/.test(text)) return groups.has(at) ? text : `\\${text}`;
  if (!isName(text) || text.length === 1) return text;
  const inArgument = tokens[at - 1]?.text === '{' && isSurvivor(tokens, at - 2);
  if (getCommand(text) !== undefined && !Object.hasOwn(words, text)) return `\\${text}`;
  const isWord = text.length > 2 || Object.hasOwn(words, text);
  // Behind a sign of script without braces a run can only have been one argument: `d_\mathrm{VC}`.
  if (text.length > 1 && tokens[at - 1]?.text === '_' && !tokens[at]!.spaced && /^[A-Z]+$/.test(text))
    return `\\mathrm{${text}}`;
  // A run of capitals is a product of variables; other words are upright, functions as symbols.
  if (!isWord || inArgument || /^[a-z]?[A-Z]+$/.test(text)) return text;
  return tokens[at + 1]?.text === '(' ? `\\mathrm{${text}}` : `\\text{${text}}`;
}

/** A lost command over the tokens `[from, to)`. */
type Outer = { from: number; to: number; name: string };

function findRegions(tokens: readonly Token[], losses: Losses): Outer[] {
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

function addStyles(tokens: readonly Token[], losses: Losses, pieces: Piece[]): void {
  for (const [at, style] of losses.styles.entries()) {
    if (style === 0 || style === escape || isIndexed(tokens, at, style)) continue;
    for (const name of styles[style]!.split(' ')) {
      const wide = name === 'tilde' && isSurvivor(tokens, at);
      wrap(pieces, at, findAtomEnd(tokens, at), wide ? 'widetilde' : name);
    }
  }
}

/** `R_y` is a set or a region of the paper's; the reals bear no letter below. */
function isIndexed(tokens: readonly Token[], at: number, style: number): boolean {
  if (styles[style] !== 'mathbb' || tokens[at]!.text !== 'R' || tokens[at + 1]?.text !== '_') return false;
  return /^[a-z]$/.test(tokens[at + 2]?.text ?? '');
}

function wrap(pieces: Piece[], from: number, to: number, name: string): void {
  pieces[from]!.before = `\\${name}{${pieces[from]!.before}`;
  pieces[to - 1]!.behind += '}';
}

/** `a{b}`: the numerator is what the marks say, or the atom before the group. */
function findNumerator(tokens: readonly Token[], losses: Losses, denominator: number): Outer {
  let from = denominator - 1;
  while (from > 0 && regions[losses.regions[from]!] === 'frac+') from--;
  const marked = regions[losses.regions[from]!] === 'frac' && isBalanced(tokens, from, denominator);
  return { from: marked ? from : findAtomStart(tokens, denominator - 1), to: denominator, name: 'frac' };
}

function isBalanced(tokens: readonly Token[], from: number, to: number): boolean {
  const bars = tokens.slice(from, to).filter(({ text }) => text === '|').length;
  return bars % 2 === 0 && balance(tokens, from, to) === to;
}

/** `mathcal{` in a damaged formula: R1 would have taken it, had it not taken a command around it. */
function isSurvivor(tokens: readonly Token[], at: number): boolean {
  const text = tokens[at]?.text ?? '';
  const next = tokens[at + 1];
  if (next?.text !== '{' || !isName(text) || text.length === 1 || isDelimiterCommand(text)) return false;
  const { kind, arity } = getCommand(text) ?? { kind: '', arity: 0 };
  return arity > 0 || (kind === 'op' && !next.spaced && !takesSet(text));
}

/**
 * The commands that survivors prove, beyond those known. R1 passes over everything up to the first closing brace, so
 * one command saves all survivors before that.
 */
function findProved(tokens: readonly Token[], losses: Losses, known: readonly Outer[]): Outer[] {
  const saved = new Set<number>();
  const save = (from: number): void => {
    for (let at = from; at < tokens.length && tokens[at]!.text !== '}'; at++) saved.add(at);
  };
  for (const { from } of known) save(from);
  for (const [at, style] of losses.styles.entries()) if (style !== 0 && style !== escape) save(at);
  const proved: Outer[] = [];
  for (const at of tokens.keys()) {
    if (saved.has(at) || !isSurvivor(tokens, at)) continue;
    const to = findAtomEnd(tokens, at);
    proved.push({ from: at, to, name: chooseOuter(tokens, at), ...widenToBar(tokens, at, to) });
    save(at);
  }
  return proved;
}

/** `|mathcal{X|}`: the brace that is left stands behind a bar, so what it closes began before the other. */
function widenToBar(tokens: readonly Token[], from: number, to: number): Partial<Outer> {
  const bars = tokens.slice(from, to).filter(({ text }) => text === '|').length;
  return bars % 2 === 1 && tokens[from - 1]?.text === '|' ? { from: from - 1, name: 'sqrt' } : {};
}

/** What stands over a survivor that nothing else tells of. */
function chooseOuter(tokens: readonly Token[], at: number): string {
  const name = tokens[at]!.text;
  const { kind, arity } = getCommand(name) ?? { kind: '', arity: 0 };
  const close = findClose(tokens, at + 1);
  const single = findAtomEnd(tokens, at + 2) >= close;
  // A root is what most often runs over more than one atom.
  if (arity === 2 && tokens[close + 1]?.text !== '{') return 'sqrt';
  if (!single && (kind === 'font' || kind === 'accent')) return 'sqrt';
  if (kind === 'op') return 'sqrt';
  if (kind === 'text' || kind === 'sizing') return 'text';
  if (kind === 'accent') return 'mathcal';
  // Upright shows nothing over what has a font of its own.
  return /^math(?:cal|bb)$/.test(name) ? 'widetilde' : 'mathrm';
}

/**
 * Where the brace that R1 took from under an outer command stood. It took the first, so this is before the first that
 * is left: a survivor's own, which then ends after its argument, or the outer command's.
 */
function findInnerEnd(tokens: readonly Token[], from: number, to: number, choice: number): number {
  const survivor = tokens.findIndex((_, at) => at >= from && at < to && isSurvivor(tokens, at));
  if (survivor < 0) return to;
  const first = tokens.findIndex(({ text }, at) => at > survivor && text === '}');
  const ends = [...new Set(listInnerEnds(tokens, survivor, first))];
  return ends[Math.min(choice, ends.length - 1)]!;
}

function listInnerEnds(tokens: readonly Token[], at: number, first: number): number[] {
  const { kind, arity } = getCommand(tokens[at]!.text) ?? { kind: '', arity: 0 };
  const atom = Math.min(first, findAtomEnd(tokens, at + 2));
  const groups: number[] = [];
  for (let inner = at + 3; inner < first; inner++) {
    if (tokens[inner]!.text === '{' && !/^[_^]$/.test(tokens[inner - 1]!.text)) groups.push(inner);
  }
  const signs: number[] = [];
  for (let inner = atom; inner < first; inner++)
    if (/^[)\]|^_(]$/.test(tokens[inner]!.text)) signs.push(inner);
  if (arity === 2) return [...groups, first, atom, ...signs];
  return kind === 'font' || kind === 'accent' ? [atom, first, ...signs] : [first, atom, ...signs];
}

/**
 * A letter right behind a command would lengthen its name, so something stood between: a command that nothing tells
 * any more. The commonest of its place is put back, and the formula is an open doubt.
 */
function addGluedCommands(pieces: Piece[]): boolean {
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
