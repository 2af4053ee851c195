/**
 * The gate that every PDF passes: what was read from the file is held against what the book has. Each row is one property;
 * a failure is a finding, with the paper's file where it is about a paper.
 */
import type { Report } from '../../src/contract/findings.ts';
import type { Expectation } from '../book/expectation.ts';
import {
  checkHeadings,
  checkPapers,
  noCharacter,
  passGate,
  type Complain,
  type Hints,
  type Property,
} from '../book/gate.ts';
import type { PdfReading } from './read-pdf.ts';

const properties: readonly Property<PdfReading>[] = [
  ({ pages }, expected, complain) =>
    checkPapers(pages.map(({ text }) => text).join('\n'), expected, complain),
  ({ outline }, expected, complain) => checkHeadings(outline, expected, complain),
  checkLinks,
  checkFonts,
  checkGlyphs,
  checkAccessible,
  checkAlternatives,
  checkPages,
];

/** @param file the PDF, as findings name it */
export function checkPdf(reading: PdfReading, expected: Expectation, file: string, report: Report): void {
  passGate(properties, hints, reading, expected, { file, report });
}

const hints: Hints = {
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
