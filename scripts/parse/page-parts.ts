/** The lines of a listing page by what they look like, one by one and without their neighbours. */
import type { Field } from './entry.ts';
import { toLines } from './lines.ts';
import { parseListingDate } from './listing-date.ts';

export type PartKind = 'furniture' | 'author-count' | 'separator' | 'date' | 'prose' | 'oversized';
export type Part = Field<string> & { kind: PartKind };

/** What the page prints around its papers. `glued` lines may run into the title behind them. */
export const furniture: readonly { text: string; glued?: true; why: string }[] = [
  { text: 'new', why: 'a badge in the page head' },
  { text: 'Get trending papers in your email inbox!', why: 'offer of a newsletter' },
  { text: 'Get trending papers in your email inbox once a day!', why: 'the same offer, with its frequency' },
  {
    text: 'Subscribe',
    glued: true,
    why: 'button of that offer; a copy without blank lines joins the next line to it',
  },
  { text: 'Daily Papers', why: 'heading of the page' },
  { text: 'byAK and the research community', why: 'line below the heading' },
];

/** No title or abstract is longer; a listing that has lost its line ends is. */
const longestProse = 20_000;

const authorCount = /^[•·*-]\s*(\d{1,9}) authors?$/;

/** The lines of a page that hold something, in order; a line of furniture glued to a title gives two parts. */
export function toParts(text: string): Part[] {
  return [...toLines(text)].flatMap(splitGlued).map((line) => ({ ...line, kind: toKind(line.value) }));
}

/** The number in "• 8 authors". */
export function parseAuthorCount(line: string): number | undefined {
  const [, count] = authorCount.exec(line) ?? [];
  return count === undefined ? undefined : Number(count);
}

function splitGlued(line: Field<string>): Field<string>[] {
  const head = furniture.find(({ text, glued }) => glued && line.value.startsWith(text))?.text ?? '';
  const rest = line.value.slice(head.length);
  // "Subscribers" is a word, "SubscribeNeural" is not.
  if (head === '' || !/^[\p{Lu}\p{N}"'“(\\$]/u.test(rest)) return [line];
  return [
    { ...line, value: head },
    { ...line, value: rest, column: line.column + head.length },
  ];
}

function toKind(line: string): PartKind {
  if (line.length > longestProse) return 'oversized';
  if (furniture.some(({ text }) => text === line)) return 'furniture';
  if (parseAuthorCount(line) !== undefined) return 'author-count';
  if (line === '·') return 'separator';
  if (parseListingDate(line) !== undefined) return 'date';
  return 'prose';
}
