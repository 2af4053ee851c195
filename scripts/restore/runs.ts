/** Which runs of letters are formulas that damage ran together, by what they are made of and what stands beside them. */
import { getCommand, isCommand, type Command } from './vocabulary.ts';
import { splitWord, type Split, type WordModel } from './words.ts';

/**
 * Log odds from which a run of letters is split, by what stands beside it: a sign of formulas, a number or an interval
 * behind it (`kgeq 2`, `pin[0,1]`), or prose.
 */
const splitThresholds = { sign: 2, number: 2, prose: 8 };

/** The same for a variable and a relation with an operand behind (`xin P`, `mgg n`): few words end so before one. */
const relationThreshold = -1.5;

/** From these odds on even a name of many letters is a product. */
const certain = 10;

/** What can stand behind a relation: a variable or a product of two, a number, an interval, a name with a script, a command. */
const operand = /^ ?(?:[a-zA-Z\p{Script=Greek}](?![a-zA-Z])|[A-Z]{2}(?![a-zA-Z])|\d|[|[{(-]|[a-zA-Z]+[_^{])/u;

const isOperand = (behind: string): boolean =>
  operand.test(behind) || isCommand(/^ ?([a-zA-Z]{4,})/.exec(behind)?.[1] ?? '');

/** How many single letters a run among prose may have beside its commands: names have more. */
const mostLetters = 2;

function findNeighbour(raw: string, start: number, end: number): keyof typeof splitThresholds {
  const sign = /[\\^_{}|=<>+*/\d]/;
  // `mpi4py` is a name.
  if (/^\d+[a-z]/.test(raw.slice(end, end + 4))) return 'prose';
  if (sign.test(raw.charAt(start - 1)) || sign.test(raw.charAt(end))) return 'sign';
  if (/(?:left|right|[bB]igg?[lr]?)$/.test(raw.slice(start, end)) && /[()[\].]/.test(raw.charAt(end)))
    return 'sign';
  return /^(?: \d| ?[([\]]-?\d[\d.]*,)/.test(raw.slice(end, end + 9)) ? 'number' : 'prose';
}

/** The pieces of `raw` from `start` to `end`, a run of letters: one where it is a word. */
export function splitRun(model: WordModel, raw: string, start: number, end: number): Split {
  const text = raw.slice(start, end);
  const whole = { pieces: [text], odds: 0 };
  const split = text.length > 1 ? recallSplit(text, model) : undefined;
  if (split === undefined) return whole;
  // A name that is a command is never a word run together; a rarer command than its parts is.
  const command = getCommand(text);
  if (command !== undefined)
    return { ...split, pieces: splitCommand(text, command, raw.charAt(end)) ?? split.pieces };
  const threshold = splitThresholds[findNeighbour(raw, start, end)];
  const letters = split.pieces.filter((piece) => piece.length === 1).length;
  const isFormula =
    (split.odds >= threshold &&
      (letters <= mostLetters || threshold < splitThresholds.prose || split.odds >= certain)) ||
    (split.odds >= relationThreshold && isRelation(split.pieces) && isOperand(raw.slice(end, end + 16)));
  return isFormula ? split : whole;
}

/**
 * What stands behind tells of a command: `inf_` is an operator with what it is over, and `xmapsto` without anything to
 * stand over the arrow was `x\mapsto`.
 */
function splitCommand(name: string, { kind }: Command, next: string): string[] | undefined {
  if (kind === 'op' && /[_(]/.test(next)) return [name];
  if (kind === 'xArrow' && !/[{[]/.test(next)) return [name.charAt(0), name.slice(1)];
  return undefined;
}

/** `xin`, `kto`: a variable and a relation. */
const isRelation = ([name, sign, ...rest]: readonly string[]): boolean =>
  name !== undefined &&
  sign !== undefined &&
  rest.length === 0 &&
  isName(name) &&
  /^(?:rel|bin|op)$/.test(getCommand(sign)?.kind ?? '');

const isName = (piece: string): boolean => piece.length === 1 || getCommand(piece)?.kind === 'mathord';

/** Most words of a text have been seen before in it or in the one before. */
const splits = new WeakMap<WordModel, Map<string, Split | 'word'>>();

function recallSplit(text: string, model: WordModel): Split | undefined {
  let known = splits.get(model);
  if (known === undefined) splits.set(model, (known = new Map()));
  let split = known.get(text);
  if (split === undefined) known.set(text, (split = splitWord(model, text) ?? 'word'));
  return split === 'word' ? undefined : split;
}
