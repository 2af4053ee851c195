/** The gate, each property broken once. */
import { expect, test } from 'vitest';
import type { Expectation } from '../../scripts/book/expectation.ts';
import { checkPdf } from '../../scripts/pdf/gate.ts';
import type { PdfReading } from '../../scripts/pdf/read-pdf.ts';
import { makeReport } from '../../src/contract/findings.ts';

const abstract =
  'We ask how many harmonic constituents a table needs, and prove that forty of them are enough for it.';

const expected: Expectation = {
  title: 'Tides',
  language: 'en',
  headings: ['Tides', 'Papers: Harmonic analysis', '1.1 Forty are enough', 'Colophon'],
  papers: [
    { file: 'papers/tides/forty.mdx', number: '1.1', title: ['Forty are enough'], words: [abstract], between: 20 },
    { file: 'papers/tides/waves.mdx', number: '1.2', title: ['G', ' waves of ', ' metres'], words: ['Waves are high.'], between: 20 },
  ],
}; // prettier-ignore

const page = {
  text: `1.1 Forty are\nenough\nA. Author\n${abstract.replace('harmonic', 'har-\nmonic')}\n1.2 G2 waves of 3 metres\nWaves are high.`,
  rightmost: 0.8,
  links: [{ resolves: true }, { address: 'https://example.org/', resolves: true }],
  fonts: [{ name: 'Serif', isEmbedded: true }],
  alternatives: [{ role: 'Formula', text: 'x' }],
};

const contents = { ...page, text: '1.1 Forty are enough 3\n1.2 G2 waves of 3 metres 3', fonts: [] };

const reading: PdfReading = {
  title: 'Tides',
  language: 'en',
  displaysTitle: true,
  isTagged: true,
  accessibilityPart: '1',
  outline: expected.headings.map((title) => ({ title, level: 1, resolves: true })),
  pages: [contents, contents, page],
};

const withPage = (changes: Partial<typeof page>): PdfReading => ({
  ...reading,
  pages: [contents, contents, { ...page, ...changes }],
});

function check(broken: PdfReading): string[] {
  const report = makeReport();
  checkPdf(broken, expected, 'tides.pdf', report);
  return report.findings.map(({ ruleId, file, message }) => `${ruleId} ${file}: ${message}`);
}

test('a book that has everything passes', () => {
  expect(check(reading)).toEqual([]);
});

test.each<[string, PdfReading, string]>([
  ['a paper that only the contents name', withPage({ text: page.text.replace(/1\.1[\s\S]*?(?=1\.2)/, '') }), 'book-paper-present papers/tides/forty.mdx: Missing paper 1.1, "Forty are enough"'],
  ['a paper without its title', withPage({ text: page.text.replace('Forty', 'Fifty') }), 'book-paper-present papers/tides/forty.mdx: Missing paper 1.1, "Forty are enough"'],
  ['words of an abstract', withPage({ text: page.text.replace(/prove[^\n]*/, '') }), 'book-paper-present papers/tides/forty.mdx: Missing words of paper 1.1: "'],
  ['a heading', { ...reading, outline: reading.outline.slice(1) }, 'book-outline-whole tides.pdf: Missing heading "Tides" in the outline'],
  ['headings out of order', { ...reading, outline: reading.outline.toReversed() }, 'book-outline-whole tides.pdf: Missing heading "Papers: Harmonic analysis" in the outline'],
  ['an entry that leads nowhere', { ...reading, outline: reading.outline.map((entry) => ({ ...entry, resolves: false })) }, 'book-outline-whole tides.pdf: Unexpected entry "Tides", which leads nowhere'],
  ['a link that leads nowhere', withPage({ links: [{ resolves: false }] }), 'book-link-resolves tides.pdf: Unexpected link on page 3 that leads nowhere'],
  ['an address that is none', withPage({ links: [{ address: 'file:///etc/passwd', resolves: true }] }), 'book-link-resolves tides.pdf: Unexpected address on page 3: file:///etc/passwd'],
  ['a font', withPage({ fonts: [{ name: 'Serif', isEmbedded: false }] }), 'book-font-embedded tides.pdf: Missing font Serif in the file'],
  ['all fonts', withPage({ fonts: [] }), 'book-font-embedded tides.pdf: Missing fonts'],
  ['a glyph', withPage({ text: `${page.text}\nNaïve \ufffd` }), 'book-glyph-present tides.pdf: Missing glyph on page 3, after "ves are high.\nNaïve "'],
  ['tags', { ...reading, isTagged: false }, 'book-accessible tides.pdf: Missing tags'],
  ['the language', { ...reading, language: undefined }, 'book-accessible tides.pdf: Unexpected language undefined'],
  ['the title', { ...reading, title: 'Untitled' }, 'book-accessible tides.pdf: Unexpected title "Untitled"'],
  ['the title in the window', { ...reading, displaysTitle: false }, 'book-accessible tides.pdf: Missing DisplayDocTitle'],
  ['the part of PDF/UA', { ...reading, accessibilityPart: undefined }, 'book-accessible tides.pdf: Missing part of PDF/UA in the metadata'],
  ['words for a formula', withPage({ alternatives: [{ role: 'Formula', text: ' ' }] }), 'book-accessible tides.pdf: Missing alternative text of a Formula on page 3'],
  ['pages', { ...reading, pages: [{ ...page, text: page.text }] }, 'book-length-plausible tides.pdf: Unexpected number of pages: 1'],
])('a book without %s fails', (_, broken, finding) => {
  expect(check(broken).join("\n")).toContain(finding);
}); // prettier-ignore
