/** The books on the built site: linked with their length where there are any, and only there. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, inject, test } from 'vitest';
import { parseBookManifest } from '../../src/contract/book-manifest.ts';

const { fixture, real } = inject('sites');
const { books } = parseBookManifest(
  readFileSync(path.join(`${fixture.folder}-pdf`, 'manifest.json'), 'utf8'),
);
const read = (name: string, { folder } = fixture): string =>
  readFileSync(path.join(folder, name, 'index.html'), 'utf8').replace(/\s+/g, ' ');

test('there is a book of each chapter and of the whole', () => {
  expect(books.map(({ id }) => id)).toEqual(['book', 'knots', 'tides']);
});

test.each(books)('$file is on the site, and linked with its pages and size', ({ id, file, pages, bytes, sha256 }) => {
  const page = read(id === 'book' ? '' : `chapters/${id}`);
  expect(page).toContain(`<a href="/pdf/${file}" type="application/pdf">`);
  expect(page).toContain(`, ${pages} pages, ${(bytes / 1e6).toFixed(1)} MB`);
  const copied = readFileSync(path.join(fixture.folder, 'pdf', file));
  expect(createHash('sha256').update(copied).digest('hex')).toBe(sha256);
}); // prettier-ignore

test('a site without books links none', () => {
  expect(existsSync(path.join(real.folder, 'pdf'))).toBe(false);
  for (const page of ['', 'chapters/theory']) expect(read(page, real)).not.toContain('application/pdf');
});
