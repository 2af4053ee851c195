import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { makeFolder, readFolder } from '../fixtures/folders.ts';
import { inventPapers } from '../fixtures/flock-survey.ts';
import { scholium } from '../pipeline/command-line.ts';
import { keepSurvey } from '../pipeline/kept-survey.ts';
import { renderForm } from './render-form.ts';

const flock = keepSurvey(inventPapers(3));
flock.run();
let dir: string;
beforeEach(() => {
  dir = makeFolder(flock.files);
});

/** Outside the survey. */
const save = (body: string): string => {
  const file = path.join(makeFolder(new Map([['issue.md', body]])), 'issue.md');
  return file;
};
const apply = (body: string) =>
  scholium(['apply-issue', save(body), '--content', dir, '--date', '2026-02-03']);
const read = (name: string): string => readFileSync(path.join(dir, name), 'utf8');

const proposal = {
  identifier: 'https://arxiv.org/abs/2401.01234v2',
  title: 'Counting Newts in $\\mathbb{R}^3$',
  authors: 'Ann Newt\nBo Peep, Jr.',
  year: '2024',
  abstract: 'Newts {swim} in $\\mathbb{R}^3$.\n\nWe count <them> while they sleep.',
  why: 'It counts.',
};

test('an approved paper becomes a listing, a record and a page, and comes out again the same', () => {
  const { status, stdout, stderr } = apply(renderForm('add-paper', proposal));
  expect(stderr).toBe('');
  expect(status).toBe(0);
  const [, made = ''] = /Made .*\/(papers\/\S+)/.exec(stdout) ?? [];
  expect(read(made)).toMatch(/^---\ntitle: Counting Newts in \$\\mathbb\{R\}\^3\$\nauthors: \[Ann Newt, "Bo Peep, Jr."\]\nyear: 2024\narxiv: "2401.01234"\n/);
  expect(read(made)).toContain('Newts \\{swim} in $\\mathbb{R}^3$.');
  const [, listing = ''] = /Made .*\/listings\/(added\/counting-newts\S+\.md)/.exec(stdout) ?? [];
  expect(read(`listings/${listing}`)).toBe(`${renderForm('add-paper', proposal)}\n`);
  expect(read('listings/captures.yml')).toContain(`${listing}: 2026-02-03\n`);
  expect(scholium(['check', '--content', dir])).toMatchObject({ status: 0 });
  const before = readFolder(dir);
  for (const command of ['ingest', 'generate']) expect(scholium([command, '--content', dir]).status).toBe(0);
  expect(readFolder(dir)).toEqual(before);
}); // prettier-ignore

test('a paper that is there is refused by naming its page, whatever the form calls it', () => {
  expect(apply(renderForm('add-paper', proposal)).status).toBe(0);
  const before = readFolder(dir);
  for (const answers of [
    proposal,
    { ...proposal, identifier: '2401.01234', title: 'Newts' },
    { ...proposal, identifier: 'https://doi.org/10.1145/3544548', year: '' },
  ]) {
    const { status, stderr } = apply(renderForm('add-paper', answers));
    expect(stderr).toMatch(/issue\.md:3:1: error: Unexpected paper: the survey has it as "counting-newts-in/);
    expect(status).toBe(1);
    expect(readFolder(dir)).toEqual(before);
  }
});

test('a correction changes the page and stays when the generator runs again', () => {
  const slug = 'counting-slow-sheep-at-the-meadow';
  const { status, stdout } = apply(
    renderForm('fix-record', { slug, field: 'year', wrong: '', right: '2019', source: 'a library' }),
  );
  expect(status).toBe(0);
  expect(stdout).toMatch(new RegExp(`^Changed .*${slug}\\.mdx\n`));
  expect(scholium(['generate', '--content', dir]).status).toBe(0);
  const pages = [...readFolder(dir)].filter(([name]) => name.endsWith(`${slug}.mdx`));
  expect(pages.map(([, text]) => text)).toEqual([expect.stringContaining('year: 2019\n')]);
});

test.each([
  ['no form', 'rm -rf /'],
  ['a correction that breaks the page', renderForm('fix-record', { slug: 'counting-slow-sheep-at-the-meadow', field: 'section', wrong: 'x', right: 'y', source: 'z' })],
  ['a correction that only the whole survey can refuse', renderForm('fix-record', { slug: 'counting-slow-sheep-at-the-meadow', field: 'buildsOn', wrong: '', right: 'no-such-paper', source: 'z' })],
  ['a paper without an identifier', renderForm('add-paper', { ...proposal, identifier: 'I do not know' })],
])('%s writes nothing', (_, body) => {
  const before = readFolder(dir);
  const { status, stderr } = apply(body);
  expect(stderr).toMatch(/: (?:error|warning): [\s\S]*Nothing was written\.\n$/);
  expect(stderr).not.toMatch(/\n {4}at /);
  expect(status).toBe(1);
  expect(readFolder(dir)).toEqual(before);
}); // prettier-ignore

test('the body can come from standard input; a file that is not there and a day that is none are wrong usage', () => {
  const body = renderForm('fix-record', { slug: 'counting-slow-sheep-at-the-meadow', field: 'year', wrong: '', right: '2019', source: 'x' }); // prettier-ignore
  expect(scholium(['apply-issue', '-', '--content', dir], { input: body }).status).toBe(0);
  expect(scholium(['apply-issue', path.join(dir, 'gone.md'), '--content', dir]).status).toBe(2);
  const file = path.join(makeFolder(new Map()), 'issue.md');
  writeFileSync(file, body);
  expect(scholium(['apply-issue', file, '--content', dir, '--date', 'today']).status).toBe(2);
});
