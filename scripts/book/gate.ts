/**
 * What the gates of all formats share: how they complain, and the properties that are about text and headings. A failure is
 * a finding, with the paper's file where it is about a paper.
 */
import type { Report } from '../../src/contract/findings.ts';
import type { RuleId } from '../../src/contract/rules.ts';
import type { Expectation } from './expectation.ts';

export type Complain = (ruleId: RuleId, message: string, expected: string, file?: string) => void;
export type Property<Reading> = (reading: Reading, expected: Expectation, complain: Complain) => void;
export type Hints = { [K in RuleId]?: string };

/** @param file the book, as findings name it */
export function passGate<Reading>(
  properties: readonly Property<Reading>[],
  hints: Hints,
  reading: Reading,
  expected: Expectation,
  { file, report }: { file: string; report: Report },
): void {
  for (const check of properties) {
    check(reading, expected, (ruleId, message, wanted, place = file) =>
      report.add(ruleId, place, undefined, { message, expected: wanted, hint: hints[ruleId] ?? '' }),
    );
  }
}

/** What a reader of the text gets where a glyph has no character, or a character no glyph. */
export const noCharacter = /[\u0000\ufffd\ue000-\uf8ff]/; // oxlint-disable-line no-control-regex

/** Words are looked for in pieces of so many letters. */
const pieceLength = 40;

/** So much may stand for a formula between two parts of a title. */
const nearTitle = 120;

/** @param read the text of the file; contents may stand before it */
export function checkPapers(read: string, { papers }: Expectation, complain: Complain): void {
  const text = fold(read);
  let from = 0;
  for (const { file, number, title, words, between } of papers) {
    const pieces = words.flatMap((word) => fold(word).match(new RegExp(`.{1,${pieceLength}}`, 'gu')) ?? []);
    const heading = [number, ...title].map(fold).filter((part) => part !== '');
    const start = findHeading(text, heading, { abstract: pieces[0] ?? '', between }, from);
    if (start === -1) {
      complain('book-paper-present', `Missing paper ${number}, "${title.join('')}"`, 'each paper with its number, title and abstract, in order', file);
      continue;
    }
    from = start;
    const missing = pieces.find((piece) => !text.includes(piece, start) && !isParted(piece, text, start));
    if (missing !== undefined)
      complain('book-paper-present', `Missing words of paper ${number}: "${missing}"`, 'the words of its abstract and notes', file);
  }
} // prettier-ignore

/** Where a page ends, a footnote may stand between the two halves of a line. */
function isParted(piece: string, text: string, from: number): boolean {
  return Array.from(piece, (_, i) => i).some(
    (i) => i > 0 && text.includes(piece.slice(0, i), from) && text.includes(piece.slice(i), from),
  );
}

/** Where the number, the title and the abstract follow each other; in the contents no abstract does. */
function findHeading(
  text: string,
  [number = '', ...title]: readonly string[],
  { abstract, between }: { abstract: string; between: number },
  from: number,
): number {
  for (let at = text.indexOf(number, from); at !== -1; at = text.indexOf(number, at + 1)) {
    let end = at + number.length;
    const follows = (part: string, near: number): boolean => {
      const next = text.indexOf(part, end);
      if (next === -1 || next - end > near) return false;
      end = next + part.length;
      return true;
    };
    if (title.every((part) => follows(part, nearTitle)) && follows(abstract, between)) return at;
  }
  return -1;
} // prettier-ignore

/** @param outline the entries of an outline or of a navigation, in order */
export function checkHeadings(
  outline: readonly { title: string; resolves: boolean }[],
  { headings }: Expectation,
  complain: Complain,
): void {
  let at = 0;
  for (const heading of headings) {
    const found = outline.findIndex(({ title }, i) => i >= at && isSame(title, heading));
    if (found === -1)
      complain('book-outline-whole', `Missing heading "${heading}" in the outline`, 'an entry for each heading, in order');
    else at = found + 1;
  }
  const lost = outline.find(({ resolves }) => !resolves);
  if (lost) complain('book-outline-whole', `Unexpected entry "${lost.title}", which leads nowhere`, 'entries that lead to a place');
} // prettier-ignore

/** Formulas are written in the outline in another way, so of what has any only the words are compared. */
export function isSame(entry: string, heading: string): boolean {
  const [a, b] = [fold(entry), fold(heading)];
  if (a === b) return true;
  const wordsOf = (text: string): string[] => text.split(/[^\p{Script=Latin}]+/u).filter((word) => word.length > 3);
  const words = wordsOf(heading);
  return words.length > 1 && words.every((word) => a.includes(fold(word)));
} // prettier-ignore

/** Letters and digits only: lines are broken and words hyphenated anywhere. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
