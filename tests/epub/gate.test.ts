/** The gate of EPUBs: a sound file, each property of it broken once, zipped, read and held against the book. */
import { strToU8, zipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { checkEpub } from '../../scripts/epub/gate.ts';
import { writeEpub, type WrittenEpub } from '../../scripts/epub/index.ts';
import { readEpub } from '../../scripts/epub/read-epub.ts';
import { zipEpub } from '../../scripts/epub/zip.ts';
import { makeReport } from '../../src/contract/findings.ts';
import { fixtureFiles, sayAll, toBook } from '../pdf/fixture-book.ts';

let written: WrittenEpub;

beforeAll(async () => {
  const book = toBook(fixtureFiles());
  written = writeEpub(book, { speak: await sayAll(book), machinery: 'tests', style: '' }, makeReport());
});

function check(bytes: Uint8Array): string[] {
  const report = makeReport();
  checkEpub(readEpub(bytes), written.expected, 'book.epub', report);
  return report.findings.map(({ ruleId, file, message }) => `${ruleId} ${file}: ${message}`);
}

function breakFile(name: string, from: string | RegExp, to: string): string[] {
  const files = new Map(written.files);
  const text = files.get(`EPUB/${name}`) ?? '';
  const broken = text.replace(from, to);
  expect(broken, `nothing to break in ${name}`).not.toBe(text);
  return check(zipEpub(files.set(`EPUB/${name}`, broken), written.captured));
}

test('a book that has everything passes', () => {
  expect(check(zipEpub(written.files, written.captured))).toEqual([]);
});

const papers = 'chapter-tides-1.xhtml';

test.each<[string, string, string | RegExp, string, string | RegExp]>([
  ['a paper', papers, /<article aria-labelledby="paper-slow-delta">[\s\S]*?<\/article>|<article[\s\S]*?<\/article>/, '', /book-paper-present papers\/tides\/[\w-]+\.mdx: Missing paper 1\.1/],
  ['the title of a paper', papers, /<span class="number">1\.1<\/span> [^<]{8}/, '<span class="number">1.1</span> Nothing', /book-paper-present papers\/tides\/[\w-]+\.mdx: Missing paper 1\.1/],
  ['words of an abstract', papers, 'import fees are listed apart', '', /book-paper-present papers\/tides\/harbour-nine\.mdx: Missing words of paper 1\.1/],
  ['a heading in the navigation', 'nav.xhtml', '>Colophon<', '>Colours<', 'book-outline-whole book.epub: Missing heading "Colophon"'],
  ['an entry of the navigation', 'nav.xhtml', /<li><a href="colophon\.xhtml#colophon">[^<]*<\/a><\/li>/, '', 'book-outline-whole book.epub: Missing heading colophon.xhtml#colophon in the navigation'],
  ['the target of an entry', 'nav.xhtml', 'colophon.xhtml#colophon', 'colophon.xhtml#nowhere', 'book-outline-whole book.epub: Unexpected entry "Colophon", which leads nowhere'],
  ['an entry that is a heading', 'nav.xhtml', 'colophon.xhtml#colophon', 'colophon.xhtml', 'book-outline-whole book.epub: Unexpected entry colophon.xhtml of the navigation'],
  ['the place of a link', 'chapter-tides-comparison.xhtml', /#paper-[\w-]+/, '#paper-nowhere', 'book-link-resolves book.epub: Unexpected link "chapter-tides-1.xhtml#paper-nowhere"'],
  ['an address', 'bibliography.xhtml', /href="https:[^"]*"/, 'href="file:///etc/passwd"', 'book-link-resolves book.epub: Unexpected address in bibliography.xhtml: file:///etc/passwd'],
  ['a target of a link', 'chapter-tides-comparison.xhtml', /<a href="[^"]*"/, '<a', 'book-link-resolves book.epub: Unexpected link ""'],
  ['a character', 'colophon.xhtml', 'Colophon</h1>', 'Colophon</h1>\ufffd', 'book-glyph-present book.epub: Missing character in colophon.xhtml'],
  ['words for a formula', 'chapter-tides.xhtml', /alttext="[^"]*"/, 'alttext=" "', 'book-accessible book.epub: Missing alternative text of a math in chapter-tides.xhtml'],
  ['words for the cover', 'cover.xhtml', /alt="[^"]*"/, '', 'book-accessible book.epub: Missing alternative text of a img in cover.xhtml'],
  ['the language', 'package.opf', /<dc:language>\w+/, '<dc:language>xx', 'book-accessible book.epub: Unexpected language xx'],
  ['the language of a document', papers, /xml:lang="\w+"/, '', 'book-accessible book.epub: Unexpected language undefined of chapter-tides-1.xhtml'],
  ['the title', 'package.opf', '<dc:title>', '<dc:title>Un', 'book-accessible book.epub: Unexpected title "Un'],
  ['the title of a document', papers, /<title>[^<]*/, '<title>', 'book-accessible book.epub: Missing title of chapter-tides-1.xhtml'],
  ['the identifier', 'package.opf', 'urn:uuid:', '', 'book-accessible book.epub: Unexpected identifier'],
  ['the summary of accessibility', 'package.opf', /<meta property="schema:accessibilitySummary">[^<]*<\/meta>/, '', 'book-accessible book.epub: Missing schema:accessibilitySummary'],
  ['an end tag', papers, '</article>', '', 'book-well-formed book.epub: Unexpected contents of EPUB/chapter-tides-1.xhtml'],
  ['an escape', papers, '<p class="authors">', '<p class="authors">&nbsp; & ', 'book-well-formed book.epub: Unexpected contents of EPUB/chapter-tides-1.xhtml'],
  ['a unique id', 'colophon.xhtml', '<h1 ', '<p id="colophon"/><h1 ', 'book-well-formed book.epub: Unexpected second id "colophon" in colophon.xhtml'],
  ['a file', 'package.opf', 'href="colophon.xhtml"', 'href="colophony.xhtml"', 'book-well-formed book.epub: Unexpected contents of EPUB/colophony.xhtml: it is not there'],
])('a book without %s fails', (_, name, from, to, finding) => {
  const found = breakFile(name, from, to).join('\n');
  if (typeof finding === 'string') expect(found).toContain(finding);
  else expect(found).toMatch(finding);
}); // prettier-ignore

test('a navigation in another order fails', () => {
  const last = '<li><a href="colophon.xhtml#colophon">Colophon</a></li>';
  const files = new Map(written.files);
  const text = files.get('EPUB/nav.xhtml') ?? '';
  files.set('EPUB/nav.xhtml', text.replace(last, '').replace('<ol>', `<ol>${last}`));
  expect(check(zipEpub(files, written.captured))).toContain('book-outline-whole book.epub: Unexpected order of the navigation');
}); // prettier-ignore

test('a zip that does not begin with what it is fails', () => {
  const files = [...written.files].map(([name, text]) => [name, strToU8(text)] as const);
  const mimetype = strToU8('application/epub+zip');
  for (const zip of [zipSync(Object.fromEntries([...files, ['mimetype', mimetype]])), zipSync({ mimetype: [mimetype, { level: 6 }], ...Object.fromEntries(files) })])
    expect(check(zip)).toEqual(['book-well-formed book.epub: Unexpected start of the zip']);
}); // prettier-ignore
