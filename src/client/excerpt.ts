/** The part of a text that has most of the words asked for, with these words marked. */
import { parseQuery } from '../contract/search/parse-query.ts';
import { parseTerms } from '../contract/terms.ts';

export type Piece = { text: string; marked: boolean };

const length = 36;

/** @returns pieces of `text` in order; '…' stands where something is left out */
export function toExcerpt(text: string, query: string): Piece[] {
  const asked = new Set(parseQuery(query).words.map(({ stem }) => stem));
  const terms = parseTerms(text);
  const found = terms.map(({ stem }) => asked.has(stem));
  const start = findDensest(terms.map(({ stem }, i) => (found[i] ? stem : undefined)));
  const shown = terms.slice(start, start + length);
  const end = start + length < terms.length ? (shown.at(-1)?.end ?? 0) : text.length;
  const pieces: Piece[] = start === 0 ? [] : [{ text: '… ', marked: false }];
  let at = start === 0 ? 0 : (shown[0]?.start ?? 0);
  for (const [i, term] of shown.entries()) {
    if (!found[start + i]) continue;
    pieces.push({ text: text.slice(at, term.start), marked: false });
    pieces.push({ text: text.slice(term.start, term.end), marked: true });
    at = term.end;
  }
  pieces.push({ text: text.slice(at, end) + (end < text.length ? ' …' : ''), marked: false });
  return pieces.filter((piece) => piece.text !== '');
}

/** Where the window begins that has most of the words, each counted once; the first of equals. */
function findDensest(stems: readonly (string | undefined)[]): number {
  let best = 0;
  let most = 0;
  for (let start = 0; start < stems.length; start++) {
    if (start > 0 && stems[start] === undefined) continue;
    const begin = Math.max(0, Math.min(start - 4, stems.length - length));
    const count = new Set(stems.slice(begin, begin + length).filter((stem) => stem !== undefined)).size;
    if (count > most) [best, most] = [begin, count];
  }
  return best;
}
