/** `scholium pdf`, as a person would run it. */
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parseBookManifest } from '../../src/contract/book-manifest.ts';
import { checkBooksCurrent } from '../../src/contract/book-sources.ts';
import { makeReport } from '../../src/contract/findings.ts';
import { makeFolder } from '../fixtures/folders.ts';
import { scholium } from '../pipeline/command-line.ts';
import { fixtureFiles } from './fixture-book.ts';

const content = makeFolder(fixtureFiles());
const folder = mkdtempSync(path.join(tmpdir(), 'scholium-'));
const out = path.join(folder, 'books');
const pdf = (...args: string[]) => scholium(['pdf', '--content', content, '--out', out, ...args]);
const readManifest = () => parseBookManifest(readFileSync(path.join(out, 'manifest.json'), 'utf8')).books;

test('makes a chapter, says so, and has nothing to do the second time', () => {
  const first = pdf('--chapter', 'knots');
  expect([first.stderr, first.status]).toEqual(['', 0]);
  expect(first.stdout).toMatch(/^knots\.pdf: \d+ pages, \d+ kB\n$/);
  const [made] = readManifest();
  expect(made).toMatchObject({ id: 'knots', file: 'knots.pdf', title: 'Knots' });
  expect(made?.bytes).toBe(readFileSync(path.join(out, 'knots.pdf')).length);
  expect(pdf('--chapter', 'knots').stdout).toBe(`1 PDF in ${out}: nothing has changed.\n`);
});

test('the manifest says of which content a book was made, as builds understand it', () => {
  const [files, report] = [fixtureFiles(), makeReport()];
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  const sources = { paths: [...files.keys()], read: (name: string) => files.get(name), sha256 };
  checkBooksCurrent(readManifest(), sources, report);
  expect([readManifest().length, report.findings]).toEqual([1, []]);
});

test('keeps a chapter that a change elsewhere leaves as it is, and makes anew what was lost', () => {
  const file = path.join(content, 'papers/tides/harbour-nine.mdx');
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace('Nine harbours, each', 'Nine harbours or ten, each'),
  );
  expect(pdf('--chapter', 'knots').stdout).toBe('knots.pdf: nothing has changed\n');
  writeFileSync(path.join(out, 'knots.pdf'), 'damaged');
  expect(pdf('--chapter', 'knots').stdout).toMatch(/^knots\.pdf: \d+ pages/);
});

test('makes books of a selection, a reading list and a section', () => {
  const list = path.join(folder, 'list.json');
  writeFileSync(list, JSON.stringify({ papers: ['slow-delta', 'unknotting'] }));
  const made = pdf('--papers', 'slow-delta', '--from-list', list, '--section', 'harmonic analysis', '--paper', 'us-letter');
  expect(made.stderr).toBe('');
  expect(made.stdout.match(/^[\w-]+\.pdf/gm)).toEqual(['papers.pdf', 'reading-list.pdf', 'section-harmonic-analysis.pdf']);
  expect(readdirSync(out).sort()).toEqual(['knots.pdf', 'manifest.json', 'papers.pdf', 'reading-list.pdf', 'section-harmonic-analysis.pdf']);
  expect(readManifest().map(({ id }) => id)).toEqual(['knots']);
}); // prettier-ignore

test.each([
  [['--chapter', 'knot'], 'Unexpected chapter "knot"; did you mean "knots"?'],
  [['--papers', 'slow-delte'], 'Unexpected paper "slow-delte"; did you mean "slow-delta"?'],
  [['--section', 'Nothing of the kind'], 'Unexpected section "Nothing of the kind"; expected one of the 4 of the survey'],
  [['--from-list', path.join(content, 'survey.yml')], 'expected {"papers": ["slug", …]}'],
  [['--from-list', path.join(folder, 'none.json')], 'Missing file'],
  [['--paper', 'a3'], 'Allowed choices are a4, us-letter'],
])('%j is wrong usage', (args, message) => {
  const { status, stderr } = pdf(...args);
  expect(stderr).toContain(message);
  expect(status).toBe(2);
}); // prettier-ignore

test('makes nothing of content with errors, and says where they are', () => {
  const broken = makeFolder(fixtureFiles({ 'chapters/knots.mdx': '---\ntitle: Knots\nscope: x\nsections: [{ name: Invariants }, { name: Tabulation }]\n---\n\n<Cite paper="nobody" />\n' }));
  const target = path.join(folder, 'none');
  const { status, stderr } = scholium(['pdf', '--content', broken, '--out', target, '--chapter', 'knots']);
  expect(stderr).toMatch(/chapters\/knots\.mdx:7:7: error: Unexpected paper "nobody"/);
  expect(status).toBe(1);
  expect(existsSync(path.join(target, 'knots.pdf'))).toBe(false);
}); // prettier-ignore
