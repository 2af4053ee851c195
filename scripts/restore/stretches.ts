/** Stretches of tokens between words: what a formula would be if nothing but words ended one. */
import { getCode, type Token } from './tokens.ts';

export type Stretches = {
  /** The stretch of each token, or -1 for words. */
  of: Int32Array;
  /** First token and the one behind the last. */
  from: number[];
  to: number[];
  /** The classes of its tokens, where these are few. */
  shapes: string[];
  /** Its text, where it is short, with numbers by their shape. */
  texts: string[];
};

/** Stretches longer than this are each of their own kind. */
const longest = 12;
const longestText = 6;

export function findStretches(tokens: readonly Token[]): Stretches {
  const stretches: Stretches = {
    of: new Int32Array(tokens.length).fill(-1),
    from: [],
    to: [],
    shapes: [],
    texts: [],
  };
  for (let from = 0, to = 0; from < tokens.length; from = to) {
    to = from + 1;
    if (isWord(tokens, from)) continue;
    while (to < tokens.length && !isWord(tokens, to)) to++;
    stretches.of.fill(stretches.from.length, from, to);
    stretches.from.push(from);
    stretches.to.push(to);
    const inside = tokens.slice(from, Math.min(to, from + longest));
    const codes = inside.map((token) => (token.spaced ? ' ' : '') + getCode(token)).join('');
    stretches.shapes.push(to - from > longest ? `${to - from > 24}` : codes);
    stretches.texts.push(to - from > longestText ? '' : inside.map(writeShort).join(''));
  }
  return stretches;
}

const writeShort = ({ spaced, kind, text }: Token): string =>
  (spaced ? ' ' : '') + (kind === 'number' ? text.replace(/\d/g, '9') : text);

const wordKinds = new Set(['word', 'Word', 'foreign', 'address', 'mixed', '---', '"']);

/** Words, and the signs between clauses. */
function isWord(tokens: readonly Token[], at: number): boolean {
  const { kind, text } = tokens[at]!;
  if (wordKinds.has(kind)) return true;
  const endsChunk = tokens[at + 1]?.spaced !== false;
  if (text === '.' || text === ';' || text === ':') return endsChunk;
  return kind === 'pair' && tokens[at]!.spaced && endsChunk;
}
