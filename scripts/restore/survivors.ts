/** Commands that the damage left although it takes them: each proves that another stood around it. */
import { findAtomEnd, findClose, isDelimiterCommand, isName, takesSet } from './groups.ts';
import { escape, type Losses, type Outer } from './losses.ts';
import type { Token } from './tokens.ts';
import { getCommand } from './vocabulary.ts';

/** `mathcal{` in a damaged formula: R1 would have taken it, had it not taken a command around it. */
export function isSurvivor(tokens: readonly Token[], at: number): boolean {
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
export function findProved(tokens: readonly Token[], losses: Losses, known: readonly Outer[]): Outer[] {
  const saved = new Set<number>();
  const save = (from: number): void => {
    for (let at = from; at < tokens.length && tokens[at]!.text !== '}'; at++) saved.add(at);
  };
  for (const { from } of known) save(from);
  for (const [at, style] of losses.styles.entries()) if (style !== 0 && style !== escape) save(at);
  const proved: Outer[] = [];
  for (const at of tokens.keys()) {
    if (saved.has(at)) continue;
    if (isBareFont(tokens, at)) proved.push({ from: at, to: at + 2, name: 'tilde' });
    if (!isSurvivor(tokens, at)) continue;
    const to = findAtomEnd(tokens, at);
    proved.push({ from: at, to, name: chooseOuter(tokens, at), ...widenToBar(tokens, at, to) });
    save(at);
  }
  return proved;
}

/** `cal O`: the braces of `{\cal O}` would be left, so they were those of an accent. */
const isBareFont = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]!.text === 'cal' && tokens[at - 1]?.text !== '{' && at + 1 < tokens.length;

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
export function findInnerEnd(tokens: readonly Token[], from: number, to: number, choice: number): number {
  const survivor = tokens.findIndex((_, at) => at >= from && at < to && isSurvivor(tokens, at));
  if (survivor < 0) return findScriptEnd(tokens, from, to) ?? to;
  const first = tokens.findIndex(({ text }, at) => at > survivor && text === '}');
  if (first < 0) return to;
  const ends = [...new Set(listInnerEnds(tokens, survivor, first))];
  return ends[Math.min(choice, ends.length - 1)]!;
}

/**
 * The brace that was taken closed the first script, if there is one, and the script now seems to hold all behind it:
 * `n^{-1log n}` under a root was `n^{-1}\log n`. Scripts hold no operators but a first one, and no half of a bracket.
 */
function findScriptEnd(tokens: readonly Token[], from: number, to: number): number | undefined {
  const first = tokens.findIndex(({ text }, at) => at > from && at < to && text === '}');
  const open = tokens.findLastIndex(({ text }, at) => at < first && text === '{');
  if (open <= from || !/^[_^]$/.test(tokens[open - 1]!.text)) return undefined;
  let depth = 0;
  for (let at = open + 1; at < first; at++) {
    const { text, kind } = tokens[at]!;
    if (text === '(') depth++;
    if (text === ')') depth--;
    const isCalled = text === '(' && tokens[at - 1]!.kind === '\\op';
    if (depth < 0 || (at > open + 1 && (isCalled || kind === '\\op'))) return at;
  }
  return undefined;
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
