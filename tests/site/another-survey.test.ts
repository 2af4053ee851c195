/** A survey of another subject, from BibTeX, made with nothing but its own files: listing to built site and back. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scholium } from '../pipeline/command-line.ts';
import { buildSite, root } from '../support/build.ts';

const temporary = mkdtempSync(path.join(tmpdir(), 'scholium-'));
const content = path.join(temporary, 'bees');
const out = path.join(temporary, 'site');
const page = (name: string): string => readFileSync(path.join(out, name, 'index.html'), 'utf8');

beforeAll(async () => {
  cpSync(path.join(root, 'tests/fixtures/bees'), content, { recursive: true });
  for (const command of ['ingest', 'generate', 'check']) {
    expect(scholium([command, '--content', content])).toMatchObject({ status: 0, stderr: '' });
  }
  const { status, output } = await buildSite({ content, out });
  expect(status, output).toBe(0);
});
afterAll(() => rmSync(temporary, { recursive: true }));

test('every entry has its page, in a chapter of this survey', () => {
  expect(page('papers/the-dance-of-uber-bees')).toContain('The Dance of Über-Bees');
  expect(page('papers/the-dance-of-uber-bees')).toMatch(/class="katex/);
  expect(page('papers/hexagonal-walls-at-a-cost-of-5')).toContain('export &#x3C;less>');
  expect(page('chapters/wax')).toMatch(/How Bees Repair Their Wax/);
  expect(page('chapters/dance')).toMatch(/Sounds of the Hive/);
});

test('the chapter cites by author and year', () => {
  expect(page('chapters/dance')).toMatch(/von Frisch and Müller[\s\S]{0,40}1950/);
});

test('search finds it', () => {
  const found = scholium(['search', 'dance of uber bees', '--json'], { env: { SCHOLIUM_OUT: out } });
  expect(JSON.parse(found.stdout)[0]).toMatchObject({ title: 'The Dance of Über-Bees' });
});

test('where survey.yml names no repository, no page leads to one', () => {
  expect(page('papers/the-dance-of-uber-bees')).not.toMatch(/fix-record|\/edit\/|issues\/new/);
  expect(page('about')).not.toContain('issues/new');
});

test('nothing of another survey is in it', () => {
  expect(existsSync(path.join(out, 'chapters/theory'))).toBe(false);
  expect(page('about')).not.toMatch(/reinforcement/i);
});

test('export gives the entries back', () => {
  const rows = scholium(['export', '--content', content])
    .stdout.trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(rows.map(({ title, authors, year, venue }) => [title, authors, year, venue])).toEqual(
    expect.arrayContaining([
      ['The Dance of Über-Bees', ['Karla von Frisch', 'Ada Müller'], 1950, 'Journal of Hives'],
      ['Sounds of the Hive', ['Sam Sting', 'The Hive Collective'], 2012, null],
    ]),
  );
});
