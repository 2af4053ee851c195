/** Raw text -> tokens, the units that are judged to be formula or prose. */
import { getCommand } from './vocabulary.ts';
import { splitWord, type Split, type WordModel } from './words.ts';

/**
 * One token of the raw text. `word` is the whole run of letters that a split-off piece came from; `odds` are the log
 * odds that the run is of a formula, 0 where it names no command. `kind` is a class that tokens of one behaviour share.
 */
export type Token = {
  text: string;
  start: number;
  end: number;
  spaced: boolean;
  kind: string;
  word: string;
  odds: number;
};

const pattern =
  /https?:\/\/\S+|\\[a-zA-Z]+|\\.|\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)*|[a-zA-Z]+|\p{L}[\p{L}\p{M}]*|``|''|-{2,3}|\*\*|\.{3}|[^\s]/gu;

/**
 * Log odds from which a run of letters is split, by what stands beside it: a sign of formulas, a number or an interval
 * behind it (`kgeq 2`, `pin[0,1]`), or prose.
 */
const splitThresholds = { sign: 2, number: 2, prose: 8 };

/**
 * Classes by one letter, for features: there are many, and they are written into the weights. Those of KaTeX go by the
 * letter that its own sources or TeX give them where they can.
 */
const codes: Readonly<Record<string, string>> = {
  letter: 'x',
  capital: 'X',
  capitals: 'C',
  word: 'w',
  Word: 'W',
  mixed: 'm',
  pair: 'p',
  number: '9',
  foreign: 'u',
  address: 'h',
  escape: 'e',
  '\\mathord': 'o',
  '\\textord': 't',
  '\\rel': 'r',
  '\\bin': 'b',
  '\\op': 'f',
  '\\font': 'F',
  '\\accent': 'A',
  '\\open': 'O',
  '\\close': 'E',
  '\\inner': 'i',
  '\\sqrt': 'q',
  '\\genfrac': 'd',
  '\\text': 'T',
  '\\leftright': 'l',
  '\\delimsizing': 'D',
  '\\sizing': 'z',
};

export const getCode = ({ kind }: Token): string => codes[kind] ?? kind;

export function tokenize(raw: string, model: WordModel): Token[] {
  const tokens: Token[] = [];
  let lastEnd = -1;
  for (const { 0: text, index: start } of raw.matchAll(pattern)) {
    const end = start + text.length;
    const spaced = start !== lastEnd;
    lastEnd = end;
    const pieces = splitText(text, model, splitThresholds[findNeighbour(raw, start, end)]);
    let at = start;
    for (const piece of pieces.texts) {
      const pieceEnd = at + piece.length;
      const kind = classify(piece);
      tokens.push({
        text: piece,
        start: at,
        end: pieceEnd,
        spaced: spaced && at === start,
        kind,
        word: text,
        odds: pieces.odds,
      });
      at = pieceEnd;
    }
  }
  return tokens;
}

/** How many single letters a run among prose may have beside its commands: names have more. */
const mostLetters = 2;

function findNeighbour(raw: string, start: number, end: number): keyof typeof splitThresholds {
  const sign = /[\\^_{}|=<>+*/\d]/;
  if (sign.test(raw.charAt(start - 1)) || sign.test(raw.charAt(end))) return 'sign';
  if (/(?:left|right|[bB]igg?[lr]?)$/.test(raw.slice(start, end)) && /[()[\].]/.test(raw.charAt(end)))
    return 'sign';
  return /^(?: \d| ?[([\]]-?\d[\d.]*,)/.test(raw.slice(end, end + 9)) ? 'number' : 'prose';
}

function splitText(text: string, model: WordModel, threshold: number): { texts: string[]; odds: number } {
  const split = text.length > 1 && isLetters(text) ? recallSplit(text, model) : undefined;
  if (split === undefined) return { texts: [text], odds: 0 };
  // A name that is a command is never a word run together; a rarer command than its parts is.
  if (getCommand(text) !== undefined) return { texts: split.pieces, odds: split.odds };
  const letters = split.pieces.filter((piece) => piece.length === 1).length;
  const isFormula = split.odds >= threshold && (letters <= mostLetters || threshold < splitThresholds.prose);
  return isFormula ? { texts: split.pieces, odds: split.odds } : { texts: [text], odds: 0 };
}

/** Most words of a text have been seen before in it or in the one before. */
const splits = new WeakMap<WordModel, Map<string, Split | undefined>>();

function recallSplit(text: string, model: WordModel): Split | undefined {
  const known = splits.get(model) ?? new Map<string, Split | undefined>();
  splits.set(model, known);
  if (!known.has(text)) known.set(text, splitWord(model, text));
  return known.get(text);
}

const isLetters = (text: string): boolean => /^[a-zA-Z]+$/.test(text);

/** The class of a token: `letter`, `capital`, `capitals`, `word`, `Word`, `mixed`, `number`, a command's kind, or itself. */
function classify(text: string): string {
  if (text.startsWith('http')) return 'address';
  if (text.startsWith('\\')) return 'escape';
  if (/^\d/.test(text)) return 'number';
  if (!isLetters(text)) return text.length > 1 && /\p{L}/u.test(text) ? 'foreign' : (quotes[text] ?? text);
  if (text.length === 1) return text >= 'a' ? 'letter' : 'capital';
  const command = getCommand(text);
  if (command !== undefined) return `\\${command.kind}`;
  if (/^[A-Z]+$/.test(text)) return 'capitals';
  if (/^[a-z]+$/.test(text)) return text.length === 2 ? 'pair' : 'word';
  return /^[A-Z][a-z]+$/.test(text) ? 'Word' : 'mixed';
}

/** Quotation marks are one class, however they are written, so that a restored text reads like its raw text. */
const quotes: Readonly<Record<string, string>> = {
  '``': '"',
  "''": '"',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '`': "'",
};
