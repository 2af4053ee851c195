/** `scholium epub`, as a person would run it. */
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parseBookManifest } from '../../src/contract/book-manifest.ts';
import { makeFolder } from '../fixtures/folders.ts';
import { fixtureFiles } from '../pdf/fixture-book.ts';
import { scholium } from '../pipeline/command-line.ts';

const content = makeFolder(fixtureFiles());
const out = path.join(mkdtempSync(path.join(tmpdir(), 'scholium-')), 'books');
const epub = (...args: string[]) => scholium(['epub', '--content', content, '--out', out, ...args]);

test('makes chapters and selections, says so, and has nothing to do the second time', () => {
  const first = epub('--chapter', 'knots', '--section', 'harmonic analysis');
  expect([first.stderr, first.status]).toEqual(['', 0]);
  expect(first.stdout).toMatch(/^knots\.epub: \d+ kB\nsection-harmonic-analysis\.epub: \d+ kB\n$/);
  expect(readdirSync(out).sort()).toEqual(['knots.epub', 'manifest.json', 'section-harmonic-analysis.epub']);
  const { books } = parseBookManifest(readFileSync(path.join(out, 'manifest.json'), 'utf8'));
  expect(books).toHaveLength(1);
  expect(books[0]).toMatchObject({ id: 'knots', file: 'knots.epub', title: 'Knots', bytes: readFileSync(path.join(out, 'knots.epub')).length });
  expect(books[0]).not.toHaveProperty('pages');
  expect(epub('--chapter', 'knots').stdout).toBe(`1 EPUB in ${out}: nothing has changed.\n`);
}); // prettier-ignore

test('a name that is none of the survey is wrong usage', () => {
  const { status, stderr } = epub('--chapter', 'knot');
  expect(stderr).toContain('Unexpected chapter "knot"; did you mean "knots"?');
  expect(status).toBe(2);
});
