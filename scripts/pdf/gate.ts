/**
 * The gate that every PDF passes: what was read from the file is held against what the book has. Each row is one property;
 * a failure is a finding, with the paper's file where it is about a paper.
 */
import type { Report } from '../../src/contract/findings.ts';
import type { RuleId } from '../../src/contract/rules.ts';
import type { Expectation } from './expectation.ts';
import type { PdfReading } from './read-pdf.ts';

type Complain = (ruleId: RuleId, message: string, expected: string, file?: string) => void;
type Property = (reading: PdfReading, expected: Expectation, complain: Complain) => void;

const properties: readonly Property[] = [
  checkPapers,
  checkOutline,
  checkLinks,
  checkFonts,
  checkGlyphs,
  checkAccessible,
  checkAlternatives,
  checkPages,
];

/** @param file the PDF, as findings name it */
export function checkPdf(reading: PdfReading, expected: Expectation, file: string, report: Report): void {
  for (const check of properties) {
    check(reading, expected, (ruleId, message, wanted, place = file) =>
      report.add(ruleId, place, undefined, { message, expected: wanted, hint: hints[ruleId] ?? '' }),
    );
  }
}

const hints: { [K in RuleId]?: string } = {
  'book-paper-present': 'Look at the page of the paper in the PDF, and at how scripts/pdf/ sets its text.',
  'book-outline-whole': 'Look at the headings that scripts/pdf/book.typ sets.',
  'book-link-resolves': 'Look at the labels that scripts/pdf/book.typ sets.',
  'book-font-embedded': 'Look at the fonts that scripts/pdf/book.typ names.',
  'book-glyph-present':
    'Name a font that has the character in scripts/pdf/book.typ, or write it in another way.',
  'book-accessible':
    'Look at what scripts/pdf/compile.ts asks of Typst, and at the head of scripts/pdf/book.typ.',
  'book-length-plausible': 'Look at the PDF: something is missing, or set far too large.',
};

/** Letters and digits only: lines are broken and words hyphenated anywhere. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Words are looked for in pieces of so many letters. */
const pieceLength = 40;

/** So much may stand for a formula between two parts of a title. */
const nearTitle = 120;

function checkPapers({ pages }: PdfReading, { papers }: Expectation, complain: Complain): void {
  const text = fold(pages.map((page) => page.text).join('\n'));
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

function checkOutline({ outline }: PdfReading, { headings }: Expectation, complain: Complain): void {
  let at = 0;
  for (const heading of headings) {
    const found = outline.findIndex(({ title }, i) => i >= at && isSame(title, heading));
    if (found === -1)
      complain('book-outline-whole', `Missing heading "${heading}" in the outline`, 'an entry for each heading, in order');
    else at = found + 1;
  }
  const lost = outline.find(({ resolves }) => !resolves);
  if (lost) complain('book-outline-whole', `Unexpected entry "${lost.title}", which leads nowhere`, 'entries that lead to a page');
} // prettier-ignore

/** Formulas are written in the outline in another way, so of what has any only the words are compared. */
function isSame(entry: string, heading: string): boolean {
  const [a, b] = [fold(entry), fold(heading)];
  if (a === b) return true;
  const wordsOf = (text: string): string[] => text.split(/[^\p{Script=Latin}]+/u).filter((word) => word.length > 3);
  const words = wordsOf(heading);
  return words.length > 1 && words.every((word) => a.includes(fold(word)));
} // prettier-ignore

function checkLinks({ pages }: PdfReading, _: Expectation, complain: Complain): void {
  const links = pages.flatMap(({ links: some }, i) => some.map((link) => ({ ...link, page: i + 1 })));
  for (const { page } of links.filter(({ resolves }) => !resolves))
    complain('book-link-resolves', `Unexpected link on page ${page} that leads nowhere`, 'links to a page or an address');
  for (const { page, address } of links) {
    if (address !== undefined && !/^(?:https?:\/\/|mailto:)/.test(address))
      complain('book-link-resolves', `Unexpected address on page ${page}: ${address}`, 'an address of the web or of mail');
  }
} // prettier-ignore

function checkFonts({ pages }: PdfReading, _: Expectation, complain: Complain): void {
  const fonts = pages.flatMap((page) => page.fonts);
  if (fonts.length === 0) complain('book-font-embedded', 'Missing fonts', 'fonts in the file');
  for (const name of new Set(fonts.filter(({ isEmbedded }) => !isEmbedded).map((font) => font.name)))
    complain('book-font-embedded', `Missing font ${name} in the file`, 'all fonts embedded');
}

/** What a reader of the text gets where a glyph has no character, or a character no glyph. */
const noCharacter = /[\u0000\ufffd\ue000-\uf8ff]/; // oxlint-disable-line no-control-regex

function checkGlyphs({ pages }: PdfReading, _: Expectation, complain: Complain): void {
  for (const [i, { text }] of pages.entries()) {
    const found = noCharacter.exec(text);
    if (found)
      complain('book-glyph-present', `Missing glyph on page ${i + 1}, after "${text.slice(Math.max(0, found.index - 20), found.index)}"`, 'a glyph for each character');
  }
} // prettier-ignore

function checkAccessible(reading: PdfReading, expected: Expectation, complain: Complain): void {
  const { isTagged, language, title, displaysTitle, accessibilityPart } = reading;
  const rows: [boolean, string, string][] = [
    [isTagged, 'Missing tags', 'a tagged PDF'],
    [language === expected.language, `Unexpected language ${language}`, expected.language],
    [title === expected.title, `Unexpected title "${title}"`, expected.title],
    [displaysTitle, 'Missing DisplayDocTitle', 'the title in the window'],
    [accessibilityPart === '1', 'Missing part of PDF/UA in the metadata', 'part 1'],
  ];
  for (const [holds, message, wanted] of rows) if (!holds) complain('book-accessible', message, wanted);
}

function checkAlternatives({ pages }: PdfReading, _: Expectation, complain: Complain): void {
  for (const [i, { alternatives }] of pages.entries()) {
    for (const { role, text } of alternatives) {
      if (!text?.trim())
        complain('book-accessible', `Missing alternative text of a ${role} on page ${i + 1}`, 'words for each formula and figure');
    }
  }
} // prettier-ignore

/** A paper takes between a tenth of a page and three; title, contents and what stands behind take some. */
function checkPages({ pages }: PdfReading, { papers }: Expectation, complain: Complain): void {
  const [fewest, most] = [3 + Math.floor(papers.length / 10), 40 + papers.length * 3];
  if (pages.length < fewest || pages.length > most)
    complain('book-length-plausible', `Unexpected number of pages: ${pages.length}`, `${fewest} to ${most} for ${papers.length} papers`);
} // prettier-ignore
