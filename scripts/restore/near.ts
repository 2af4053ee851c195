/** What stands near a token, in the coarse terms of features. */
import { getCode, type Token } from './tokens.ts';

/** What stands beyond both ends of a text. */
export const edge: Token = { text: '¶', start: 0, end: 0, spaced: true, kind: '¶', word: '¶', odds: 0 };

/** Words count by their lower-case form, numbers by their shape. */
export function word({ text, kind }: Token): string {
  if (kind === 'number') return /^\d$/.test(text) ? text : text.replace(/\d/g, '9').slice(0, 6);
  if (kind === 'Word') return `W${text.toLowerCase()}`;
  return kind === 'address' ? kind : text;
}

/** The codes of the tokens before or behind one that no space divides from it, four at most. */
export function codes(tokens: readonly Token[], at: number, step: -1 | 1): string {
  let found = '';
  for (let distance = 1; distance <= 4; distance++) {
    const token = tokens[at + step * distance];
    const gap = step === 1 ? token : tokens[at + step * (distance - 1)];
    if (token === undefined || gap!.spaced) return `${found} `;
    found += getCode(token);
  }
  return found;
}

/** Marks a neighbour that no space divides. `right` is the right one of the two. */
export const joined = (right: Token, value: string): string => (right.spaced ? value : `+${value}`);

/** Counts in six sizes. */
export const bucket = (count: number): number =>
  count <= 2 ? Math.max(0, count) : count <= 4 ? 3 : count <= 9 ? 4 : 5;

/** The `nth` word of prose on one side, within six tokens. */
export function nearestWord(tokens: readonly Token[], at: number, step: -1 | 1, nth = 1): string {
  let seen = 0;
  for (let distance = 1; distance <= 6; distance++) {
    const token = tokens[at + step * distance];
    if (token === undefined) break;
    if (token.kind === 'word' && ++seen === nth) return token.text;
  }
  return '';
}
