/** CONTRIBUTING.md, followed to the letter. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../fixtures/folders.ts';
import { scholium } from '../pipeline/command-line.ts';
import { follow } from './follow.ts';

const document = readFileSync(path.join(root, 'CONTRIBUTING.md'), 'utf8');

test('a first formula, a first note and a first paper are as it says', async () => {
  const temporary = mkdtempSync(path.join(tmpdir(), 'scholium-'));
  const dir = path.join(temporary, 'practice');
  await follow(document, { name: 'practice', dir: temporary, out: path.join(temporary, 'dist') });
  expect(scholium(['check', '--content', dir])).toMatchObject({ status: 0, stdout: '' });
  const again = scholium(['generate', '--content', dir]).stdout;
  expect(again).toMatch(/^3 pages: 0 new, 0 changed, 1 with edits that were kept/);
  rmSync(temporary, { recursive: true });
});

test('every place of the table exists', () => {
  const [, table = ''] = /## Where do I change …\?\n\n([\s\S]*?)\n\n/.exec(document) ?? [];
  const rows = table.split('\n').slice(2).map((row) => row.split('|').slice(1, -1).map((cell) => cell.trim())); // prettier-ignore
  expect(rows.length).toBeGreaterThan(12);
  const named = rows.flatMap(([, open = '', , test = '']) =>
    [...`${open} ${test}`.matchAll(/`((?:content|scripts|src|tests|docs)\/[^`<]*)/g)].map(
      ([, name = '']) => name,
    ),
  );
  expect(named.length).toBeGreaterThan(15);
  expect(named.filter((name) => !existsSync(path.join(root, name)))).toEqual([]);
});

test('the folder that it makes is not committed', () => {
  expect(readFileSync(path.join(root, '.gitignore'), 'utf8')).toMatch(/^practice\*$/m);
});
