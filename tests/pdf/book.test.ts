/** Whole books of a small survey: what stands in the content stands in the PDF, whatever it is. */
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { compileTypst } from '../../scripts/pdf/compile.ts';
import { makePdf } from '../../scripts/pdf/index.ts';
import { readPdf, type PdfReading } from '../../scripts/pdf/read-pdf.ts';
import { dialectNodes } from '../../src/contract/dialect.ts';
import { makeReport } from '../../src/contract/findings.ts';
import { fixtureFiles, recordOf, toBook, toPage, write } from './fixture-book.ts';
import { fullFiles as files, hostile } from './full-survey.ts';

const report = makeReport();
let pdf: Awaited<ReturnType<typeof makePdf>>;
let reading: PdfReading;

beforeAll(async () => {
  pdf = await makePdf(await write(toBook(files), report), files, report);
  if (pdf) reading = await readPdf(pdf.bytes);
});

describe('a book', () => {
  test('passes the gate with every node of the dialect and hostile text in it', () => {
    expect(report.findings).toEqual([]);
    expect(pdf?.pages).toBeGreaterThan(8);
    const inside = new Set<string>(['root', 'listItem', 'tableRow', 'tableCell', 'definition', 'footnoteDefinition']);
    const marks: Record<string, RegExp> = {
      paragraph: /Text with/, text: /Text with/, emphasis: /emphasis/, strong: /strong/, delete: /deletion/, inlineCode: /code/,
      code: /const code/, break: /a line\nbreak/, link: /a link/, linkReference: /another/, heading: /A heading/,
      list: /Inner/, blockquote: /A quotation/, thematicBreak: /./, table: /Left/, footnoteReference: /The footnote says #more/,
      inlineMath: /-accurate/, math: /∑/, mdxJsxFlowElement: /Aside\.[\s\S]*Another aside[\s\S]*Below the line/, mdxJsxTextElement: /regime/,
    };
    const text = reading.pages.map((page) => page.text).join('\n');
    for (const node of dialectNodes) if (!inside.has(node)) expect(text, node).toMatch(marks[node] ?? /no mark/);
  });

  test('shows what means something to Typst as text', () => {
    const text = reading.pages.map((page) => page.text).join(' ').replace(/[-­\u2060]?\s+|\u2060/g, '');
    for (const sample of hostile) expect(text).toContain(sample.replace(/[-­]?\s+/g, ''));
    expect(text).toContain('#setpage(1pt)=_T_$5@x<y>');
    expect(text).toContain('#[venue]*x*');
  });

  test('names the page of a paper that it cites, and the address of one that is in another book', () => {
    const text = reading.pages.map((page) => page.text).join(' ').replace(/\s+/g, ' ');
    expect(text).toMatch(/da Silva and Ek 2022 \(p\. \d+\)/);
    expect(text).toMatch(/\(van der Meer et al\. 2021, p\. \d+; da Silva and Ek 2022, p\. \d+\)/);
    expect(text).toMatch(/Thomson 1882/);
  });

  test('says each formula in words, and the figure', () => {
    const words = reading.pages.flatMap(({ alternatives }) => alternatives.map(({ text }) => text));
    expect(words).toContain('epsilon');
    expect(words).toContain('sigma summation Underscript i equals 1 Overscript n Endscripts x Subscript i');
    expect(words.join('\n')).toMatch(/Harmonic analysis: 1 in 2019, 1 in 2021/);
  });

  test('has no text beyond its margins', () => {
    expect(Math.max(...reading.pages.map(({ rightmost }) => rightmost))).toBeLessThan(0.84);
  });

  test('is the same file for the same content', async () => {
    const again = await write(toBook(files), makeReport());
    const outcome = compileTypst(again.source, again.captured);
    if ('problems' in outcome) throw new Error(outcome.problems.join('\n'));
    expect(Buffer.compare(Buffer.from(outcome.pdf), Buffer.from(pdf?.bytes ?? []))).toBe(0);
  });

  test('is sound to qpdf, where there is one', ({ skip }) => {
    if (!existsSync('/usr/bin/qpdf')) skip('no qpdf');
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'scholium-')), 'book.pdf');
    writeFileSync(file, pdf?.bytes ?? '');
    expect(execFileSync('/usr/bin/qpdf', ['--check', file], { encoding: 'utf8' })).toContain('No syntax or stream encoding errors');
  });
}); // prettier-ignore

test('a chapter is a book by itself, with the same numbers, on the paper that is asked for', async () => {
  const own = makeReport();
  const written = await write(toBook(files, 'knots'), own, 'us-letter');
  const chapter = await makePdf(written, files, own);
  expect(own.findings).toEqual([]);
  const read = await readPdf(chapter!.bytes);
  expect(read.title).toBe('Tides and knots: Knots');
  expect(read.outline.map(({ title, level }) => `${level} ${title}`).join('\n')).toMatch(
    /^1 Knots\n[\s\S]*\n3 2\.1/,
  );
});

test('a node that no row knows is a finding at its place', async () => {
  const book = toBook(files, 'tides');
  const [first] = book.chapters;
  const place = { start: { line: 7, column: 3 }, end: { line: 7, column: 9 } };
  first!.narrative.nodes.push({ type: 'image', url: 'x.png', position: place });
  const own = makeReport();
  await write(book, own);
  expect(own.findings.map(({ ruleId, file, line, column, message }) => [ruleId, file, line, column, message])).toEqual([
    ['book-text-set', 'chapters/tides.mdx', 7, 3, 'Unexpected image in the text of a book'],
  ]);
}); // prettier-ignore

test('a formula that books cannot set is a finding at its place', async () => {
  const text = 'chapters/tides.mdx';
  const changed = new Map(files).set(text, `${files.get(text)}\nA $\\color{chartreuse}x$.\n`);
  const own = makeReport();
  await write(toBook(changed, 'tides'), own);
  const line = changed.get(text)!.split('\n').indexOf('A $\\color{chartreuse}x$.') + 1;
  expect(own.findings).toMatchObject([{ ruleId: 'book-text-set', file: text, line, column: 3, message: 'Unexpected formula: the colour chartreuse' }]);
}); // prettier-ignore

test('a character that no font has is a finding in the page that holds it', async () => {
  const page = toPage({ title: 'Of many' }, 'By 北島.');
  const changed = fixtureFiles({ 'papers/tides/many.mdx': page, 'records/many.json': recordOf('many') });
  const own = makeReport();
  expect(await makePdf(await write(toBook(changed, 'tides'), own), changed, own)).toBeUndefined();
  expect(own.findings.map(({ ruleId, file, line, column }) => [ruleId, file, line, column])).toEqual([
    ['book-glyph-present', 'papers/tides/many.mdx', 7, 4],
    ['book-glyph-present', 'papers/tides/many.mdx', 7, 5],
  ]);
}); // prettier-ignore
