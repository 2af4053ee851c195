/** The books on the built site: linked with their length where there are any, and only there. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, inject, test } from 'vitest';
import { bookFormats } from '../../src/contract/book-formats.ts';
import { parseBookManifest } from '../../src/contract/book-manifest.ts';

const { fixture, real } = inject('sites');
const types = { pdf: 'application/pdf', epub: 'application/epub+zip' };
const books = bookFormats.flatMap((format) => {
  const manifest = readFileSync(path.join(`${fixture.folder}-${format}`, 'manifest.json'), 'utf8');
  return parseBookManifest(manifest).books.map((book) => ({ ...book, format }));
});
const read = (name: string, { folder } = fixture): string =>
  readFileSync(path.join(folder, name, 'index.html'), 'utf8').replace(/\s+/g, ' ');

test('there is a book of each chapter and of the whole, in each format', () => {
  expect(books.map(({ file }) => file)).toEqual(
    ['pdf', 'epub'].flatMap((format) => ['book', 'knots', 'tides'].map((id) => `${id}.${format}`)),
  );
});

test.each(books)('$file is on the site, and linked with its pages and size', ({ id, file, format, pages, bytes, sha256 }) => {
  const page = read(id === 'book' ? '' : `chapters/${id}`);
  expect(page).toContain(`<a href="/${format}/${file}" type="${types[format]}">`);
  const length = pages === undefined ? '' : `${pages} pages, `;
  expect(page.replace(/\s+/g, ' ')).toContain(`</a> <span class="figure">${length}${(bytes / 1e6).toFixed(1)} MB`);
  const copied = readFileSync(path.join(fixture.folder, format, file));
  expect(createHash('sha256').update(copied).digest('hex')).toBe(sha256);
}); // prettier-ignore

test('a site without books links none', () => {
  for (const format of bookFormats) expect(existsSync(path.join(real.folder, format))).toBe(false);
  for (const page of ['', 'chapters/theory'])
    expect(read(page, real)).not.toMatch(/application\/(?:pdf|epub)/);
});
