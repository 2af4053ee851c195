/** Whole books of a small survey as EPUB: what stands in the content stands in them, whatever it is. */
import { spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeEpub, writeEpub, type WrittenEpub } from '../../scripts/epub/index.ts';
import { readEpub, type EpubReading } from '../../scripts/epub/read-epub.ts';
import { makeReport } from '../../src/contract/findings.ts';
import { root } from '../fixtures/folders.ts';
import { sayAll, toBook } from '../pdf/fixture-book.ts';
import { fullFiles, hostile } from '../pdf/full-survey.ts';

const report = makeReport();
const book = toBook(fullFiles);
let written: WrittenEpub;
let bytes: Uint8Array | undefined;
let reading: EpubReading;

beforeAll(async () => {
  written = writeEpub(book, { speak: await sayAll(book), machinery: 'tests', style: '' }, report);
  bytes = makeEpub(written, report);
  if (bytes) reading = readEpub(bytes);
});

const fileOf = (name: string): string => written.files.get(`EPUB/${name}`) ?? '';

describe('an EPUB', () => {
  test('passes the gate with every node of the dialect and hostile text in it', () => {
    expect(report.findings).toEqual([]);
    const tides = fileOf('chapter-tides.xhtml').replace(/>\s+</g, '><');
    for (const part of [
      '<em>emphasis</em>', '<strong>strong</strong>', '<del>deletion</del>', '<code>code</code>', '<a href="https://example.org/">a link</a>',
      '<a href="https://example.org/ref">another</a>', 'a line<br/>', 'role="doc-noteref" href="#chapters-tides-endnote-1">1</a>', '<li id="chapters-tides-endnote-1"><p>The footnote says #more.</p>',
      '<h2 id="chapters-tides-a-heading">A heading</h2>', '<a href="#chapters-tides-a-heading">below</a>', '<ol><li>', '☑', '☐', '<blockquote>', 'const code = "#let x";', '<hr/>',
      '<th class="align-left">Left</th>', 'display="block" alttext="sigma summation', '<aside class="note"><p>Aside.</p></aside>', '<li id="chapters-tides-endnote-2"><p>Below the line.</p></li>',
      '<a href="glossary.xhtml#term-regime" class="term" role="doc-glossref">regime</a>', '<a href="bibliography.xhtml#work-kelvin1882" role="doc-biblioref">Thomson 1882</a>',
    ]) expect(tides).toContain(part);
  });

  test('shows what means something to XML as text', () => {
    const text = reading.documents.map((document) => document.text).join(' ');
    for (const sample of hostile) expect(text).toContain(sample);
    expect(text).toContain('#[venue] *x*');
  });

  test('is in the order of a book, with landmarks and a navigation of all headings', () => {
    expect(reading.documents.map(({ name }) => name)).toEqual([
      'cover.xhtml', 'title.xhtml', 'preface.xhtml', 'chapter-tides.xhtml', 'chapter-tides-1.xhtml', 'chapter-tides-2.xhtml', 'chapter-tides-comparison.xhtml',
      'chapter-knots.xhtml', 'chapter-knots-1.xhtml', 'chapter-knots-2.xhtml', 'chapter-knots-comparison.xhtml', 'glossary.xhtml', 'bibliography.xhtml',
      'index-of-methods.xhtml', 'index-of-benchmarks.xhtml', 'colophon.xhtml',
    ]);
    const landmarks = [...fileOf('nav.xhtml').matchAll(/epub:type="(\w+)" href="([^"]+)"/g)].map(([, type, href]) => `${type} ${href}`);
    expect(landmarks).toEqual(['cover cover.xhtml', 'titlepage title.xhtml', 'toc nav.xhtml#toc', 'bodymatter chapter-tides.xhtml', 'glossary glossary.xhtml', 'bibliography bibliography.xhtml']);
    expect(fileOf('nav.xhtml')).toMatch(/<li><a href="chapter-tides\.xhtml#chapter">Tides of #x and @y<\/a><ol><li>/);
  });

  test('says what it is, the day of the newest capture, and what it has for those who do not see it', () => {
    expect(reading.title).toBe(book.title);
    expect(reading.identifier).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(reading.metadata.get('dcterms:modified')).toEqual([`${book.captured}T00:00:00Z`]);
    expect(reading.metadata.get('schema:accessibilityFeature')).toContain('MathML');
    expect(fileOf('package.opf')).toContain('<dc:rights>Our own prose: ');
  });

  test('leads from a passage to its note and back', () => {
    const papers = fileOf('chapter-tides-1.xhtml');
    const [from, to] = ['papers-tides-hostile-passage-1', 'papers-tides-hostile-note-1'];
    for (const part of [`<span class="passage" id="${from}">`, `href="#${to}"`, `<li id="${to}">`, `<a href="#${from}" role="doc-backlink"`])
      expect(papers).toContain(part);
  });

  test('is the same file for the same content, wherever on earth it is made', async () => {
    const program = `
      import { zipEpub } from './scripts/epub/zip.ts';
      process.stdout.write(Buffer.from(zipEpub(new Map([['a', 'b']]), '2025-11-04')).toString('hex'));`;
    const inZone = (TZ: string): string =>
      spawnSync(process.execPath, ['--input-type=module-typescript', '-e', program], { cwd: root, encoding: 'utf8', env: { ...process.env, TZ } }).stdout;
    expect(inZone('Pacific/Kiritimati')).toMatch(/^504b0304/);
    expect(inZone('Pacific/Kiritimati')).toBe(inZone('America/Adak'));
    const again = writeEpub(toBook(fullFiles), { speak: await sayAll(book), machinery: 'tests', style: '' }, report);
    expect(Buffer.compare(Buffer.from(makeEpub(again, report) ?? []), Buffer.from(bytes ?? []))).toBe(0);
  });
}); // prettier-ignore

test('a chapter is a book by itself, with another identifier', async () => {
  const own = makeReport();
  const chapter = toBook(fullFiles, 'knots');
  const made = makeEpub(
    writeEpub(chapter, { speak: await sayAll(chapter), machinery: 'tests', style: '' }, own),
    own,
  );
  expect(own.findings).toEqual([]);
  const read = readEpub(made ?? new Uint8Array());
  expect(read.title).toBe('Tides and knots: Knots');
  expect(read.identifier).not.toBe(reading.identifier);
  expect(read.navigation[0]).toMatchObject({ title: 'Knots', href: 'chapter-knots.xhtml#chapter' });
});

test('a node that no row knows is a finding at its place', () => {
  const changed = toBook(fullFiles, 'tides');
  const place = { start: { line: 7, column: 3 }, end: { line: 7, column: 9 } };
  changed.chapters[0]!.narrative.nodes.push({ type: 'image', url: 'x.png', position: place });
  const own = makeReport();
  writeEpub(changed, { speak: ({ tex }) => tex, machinery: 'tests', style: '' }, own);
  expect(own.findings.map(({ ruleId, file, line, column, message }) => [ruleId, file, line, column, message])).toEqual([
    ['book-text-set', 'chapters/tides.mdx', 7, 3, 'Unexpected image in the text of a book'],
  ]);
}); // prettier-ignore
