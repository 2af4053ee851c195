/** The folder of the site: nothing is written twice, nothing stays that no longer belongs. */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';

const out = mkdtempSync(path.join(tmpdir(), 'scholium-site-'));
vi.stubEnv('SCHOLIUM_OUT', out);
const { keepOnly, placeFiles, readFolder } = await import('../../src/complete/site-folder.ts');

const old = new Date('2001-02-03T04:05:06Z');
const timeOf = (name: string): number => statSync(path.join(out, name)).mtimeMs;

beforeEach(() => {
  for (const name of readdirSync(out)) rmSync(path.join(out, name), { recursive: true });
});

afterAll(() => rmSync(out, { recursive: true, force: true }));

test('a file that stands as it is keeps its time, one of the same length with other bytes does not', async () => {
  await placeFiles([['/same.txt', 'one'], ['/other.txt', 'one']]); // prettier-ignore
  for (const name of ['same.txt', 'other.txt']) utimesSync(path.join(out, name), old, old);
  const { paths, written } = await placeFiles([['/same.txt', 'one'], ['/other.txt', 'two']]); // prettier-ignore
  expect({ paths, written }).toEqual({ paths: ['/same.txt', '/other.txt'], written: 1 });
  expect(timeOf('same.txt')).toBe(old.getTime());
  expect(timeOf('other.txt')).not.toBe(old.getTime());
  expect(readFileSync(path.join(out, 'other.txt'), 'utf8')).toBe('two');
});

test('more files than wait for the disk at a time are all written, in folders that are not there yet', async () => {
  const files = Array.from({ length: 200 }, (_, i) => [`/deep/${i % 7}/${i}.txt`, String(i)] as const);
  expect((await placeFiles(files)).written).toBe(200);
  expect([...readFolder(out)].length).toBe(200);
  expect(readFileSync(path.join(out, 'deep/3/199.txt'), 'utf8')).toBe('199');
});

test('what no longer belongs goes, with the folders it leaves empty; what a version control keeps stays', async () => {
  await placeFiles([['/papers/a/index.html', 'a'], ['/papers/b/index.html', 'b'], ['/c.html', 'c']]); // prettier-ignore
  mkdirSync(path.join(out, '.git'));
  writeFileSync(path.join(out, '.git/config'), '');
  keepOnly(new Set(['/papers/a/index.html']));
  expect([...readFolder(out)].map(([name]) => name)).toEqual(['/papers/a/index.html']);
  expect(readdirSync(path.join(out, 'papers'))).toEqual(['a']);
  expect(readdirSync(path.join(out, '.git'))).toEqual(['config']);
});
