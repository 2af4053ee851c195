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
vi.stubEnv('SCHOLIUM_CONTENT', out);
const { isAsLeft, keepOnly, listSiteFiles, placeFiles, readPlaced, savePlaced, toSiteFile } =
  await import('../../src/complete/site-folder.ts');
const { settings } = await import('../../src/lib/settings.ts');

const toFiles = (contents: Record<string, string>) => Object.entries(contents).map(toSiteFile);
const listNames = (): string[] => listSiteFiles(out).map(({ path: name }) => name);

const old = new Date('2001-02-03T04:05:06Z');
const timeOf = (name: string): number => statSync(path.join(out, name)).mtimeMs;

beforeEach(() => {
  for (const name of readdirSync(out)) rmSync(path.join(out, name), { recursive: true });
});

afterAll(() => {
  for (const folder of [out, settings.cache]) rmSync(folder, { recursive: true, force: true });
});

test('a file that stands as it is keeps its time, one of the same length with other bytes does not', async () => {
  await placeFiles(toFiles({ '/same.txt': 'one', '/other.txt': 'one' }));
  for (const name of ['same.txt', 'other.txt']) utimesSync(path.join(out, name), old, old);
  const { placed, written } = await placeFiles(toFiles({ '/same.txt': 'one', '/other.txt': 'two' }));
  expect({ paths: [...placed.keys()], written }).toEqual({ paths: ['/same.txt', '/other.txt'], written: 1 });
  expect(timeOf('same.txt')).toBe(old.getTime());
  expect(timeOf('other.txt')).not.toBe(old.getTime());
  expect(readFileSync(path.join(out, 'other.txt'), 'utf8')).toBe('two');
});

test('files are written in folders that are not there yet', async () => {
  const files = Array.from({ length: 200 }, (_, i) => toSiteFile([`/deep/${i % 7}/${i}.txt`, String(i)]));
  expect((await placeFiles(files)).written).toBe(200);
  expect(listNames().length).toBe(200);
  expect(readFileSync(path.join(out, 'deep/3/199.txt'), 'utf8')).toBe('199');
});

test('what no longer belongs goes, with the folders it leaves empty; what a version control keeps stays', async () => {
  await placeFiles(toFiles({ '/papers/a/index.html': 'a', '/papers/b/index.html': 'b', '/c.html': 'c' }));
  mkdirSync(path.join(out, '.git'));
  writeFileSync(path.join(out, '.git/config'), '');
  keepOnly(new Set(['/papers/a/index.html']));
  expect(listNames()).toEqual(['/papers/a/index.html']);
  expect(readdirSync(path.join(out, 'papers'))).toEqual(['a']);
  expect(readdirSync(path.join(out, '.git'))).toEqual(['config']);
});

test('a file is made only where its key is new or somebody wrote to it, and one without a key always', async () => {
  const make = async (keys: Record<string, string | undefined>) => {
    const files = Object.entries(keys).map(([name, key]) => ({
      path: name,
      key,
      make: () => `made of ${key}`,
    }));
    const { placed, ...counts } = await placeFiles(files, readPlaced());
    savePlaced(placed);
    return counts;
  };
  expect(await make({ '/a': '1', '/b': '1', '/c': undefined })).toEqual({ made: 3, written: 3 });
  expect(isAsLeft()).toBe(true);
  expect(await make({ '/a': '1', '/b': '2', '/c': undefined })).toEqual({ made: 2, written: 1 });
  writeFileSync(path.join(out, 'a'), 'somebody');
  expect(isAsLeft()).toBe(false);
  expect(await make({ '/a': '1', '/b': '2', '/c': undefined })).toEqual({ made: 2, written: 1 });
  expect(readFileSync(path.join(out, 'a'), 'utf8')).toBe('made of 1');
  writeFileSync(path.join(out, 'more'), '');
  expect(isAsLeft()).toBe(false);
});
