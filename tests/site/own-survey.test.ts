/** docs/own-survey.md, followed to the letter: a survey of another subject, from BibTeX to a site. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { follow } from '../docs/follow.ts';
import { scholium } from '../pipeline/command-line.ts';
import { root } from '../support/build.ts';

const temporary = mkdtempSync(path.join(tmpdir(), 'scholium-'));
const survey = path.join(temporary, 'my-survey');
const out = path.join(temporary, 'dist');
const page = (name: string): string => readFileSync(path.join(out, name, 'index.html'), 'utf8');

beforeAll(async () => {
  const document = readFileSync(path.join(root, 'docs/own-survey.md'), 'utf8');
  await follow(document, { name: 'my-survey', dir: temporary, out });
});
afterAll(() => rmSync(temporary, { recursive: true }));

test('every paper is filed in one of its chapters', () => {
  expect(readdirSync(path.join(survey, 'papers/text'))).toHaveLength(2);
  expect(readdirSync(path.join(survey, 'papers/mathematics'))).toHaveLength(2);
});

test('the site shows papers, formulas, notes, narratives and terms of this subject, and no other', () => {
  expect(page('')).toContain('Typesetting by computer');
  expect(page('papers/mathematical-typography')).toMatch(/class="katex/);
  expect(page('papers/breaking-paragraphs-into-lines')).toContain('Lines are chosen together here');
  expect(page('papers/breaking-paragraphs-into-lines')).toMatch(/class="term"[^>]*>glue</);
  expect(page('chapters/mathematics')).toMatch(/Kernighan and Cherry[\s\S]{0,40}1975/);
  expect(existsSync(path.join(out, 'chapters/theory'))).toBe(false);
  expect(page('about')).not.toMatch(/reinforcement/i);
});

test('search finds a paper, and the documentation by a filter of its own', () => {
  const search = (query: string): { title: string; kind: string; url: string }[] =>
    JSON.parse(scholium(['search', query, '--json'], { env: { SCHOLIUM_OUT: out } }).stdout);
  expect(search('Kernighan mathematics')[0]).toMatchObject({ url: '/papers/a-system-for-typesetting-mathematics/' });
  expect(search('making a survey of your own')[0]).toMatchObject({ url: '/docs/own-survey/', kind: 'doc' });
}); // prettier-ignore

test('its citations are those of the bibliography', () => {
  expect(page('papers/breaking-paragraphs-into-lines')).toContain('10.1002/spe.4380111102');
  expect(readFileSync(path.join(out, 'papers/breaking-paragraphs-into-lines.bib'), 'utf8')).toMatch(/Knuth, Donald E\./);
}); // prettier-ignore
