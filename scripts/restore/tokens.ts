/** Raw text -> tokens, the units that are judged to be formula or prose. */
import { splitRun } from './runs.ts';
import { getCommand } from './vocabulary.ts';
import type { WordModel } from './words.ts';

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
  /https?:\/\/\S+|\\[a-zA-Z]+|\\.|\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)*|\p{Script=Greek}|\p{Script=Latin}[\p{Script=Latin}\p{M}]*|\p{L}[\p{L}\p{M}]*|``|''|-{2,3}|\*\*|\.{3}|[^\s]/gu;

/**
 * Classes by one letter, for features: there are many, and they are written into the weights. Those of KaTeX go by the
 * letter that its own sources or TeX give them where they can.
 */
const codes: Readonly<Record<string, string>> = {
  letter: 'x',
  capital: 'X',
  greek: 'g',
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

/** Is the token one letter, as variables are? */
export const isVariable = ({ kind }: Token): boolean =>
  kind === 'letter' || kind === 'capital' || kind === 'greek';

export function tokenize(raw: string, model: WordModel): Token[] {
  const tokens: Token[] = [];
  let lastEnd = -1;
  for (const { 0: text, index: start } of raw.matchAll(pattern)) {
    const end = start + text.length;
    const spaced = start !== lastEnd;
    lastEnd = end;
    const { pieces, odds } = isLetters(text) ? splitRun(model, raw, start, end) : { pieces: [text], odds: 0 };
    let at = start;
    for (const piece of pieces) {
      const pieceEnd = at + piece.length;
      const kind = classify(piece);
      tokens.push({
        text: piece,
        start: at,
        end: pieceEnd,
        spaced: spaced && at === start,
        kind,
        word: text,
        odds,
      });
      at = pieceEnd;
    }
  }
  return tokens;
}

const isLetters = (text: string): boolean => /^[a-zA-Z]+$/.test(text);

/** The class of a token: `letter`, `capital`, `capitals`, `word`, `Word`, `mixed`, `number`, a command's kind, or itself. */
function classify(text: string): string {
  if (text.startsWith('http')) return 'address';
  if (isLetters(text)) return classifyLetters(text);
  if (text.startsWith('\\')) return 'escape';
  if (/^\d/.test(text)) return 'number';
  if (/^\p{Script=Greek}$/u.test(text)) return 'greek';
  return text.length > 1 && /\p{L}/u.test(text) ? 'foreign' : (quotes[text] ?? text);
}

function classifyLetters(text: string): string {
  if (text.length === 1) return text >= 'a' ? 'letter' : 'capital';
  const command = getCommand(text);
  if (command !== undefined) return `\\${command.kind}`;
  if (/^[A-Z]+$/.test(text)) return 'capitals';
  if (/^[a-z]+$/.test(text)) return text.length === 2 ? 'pair' : 'word';
  return /^[A-Z][a-z]+$/.test(text) ? 'Word' : 'mixed';
}

/** A run of letters as one token each. */
export const splitLetters = (token: Token): Token[] =>
  [...token.text].map((text, at) => ({
    ...token,
    text,
    start: token.start + at,
    end: token.start + at + 1,
    spaced: token.spaced && at === 0,
    kind: classify(text),
  }));

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
