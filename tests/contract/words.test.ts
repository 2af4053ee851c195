import { expect, test } from 'vitest';
import { formatCount, formatDate } from '../../src/contract/words.ts';
import { readSettings } from '../../src/lib/settings.ts';

test.each([
  [7, '7'],
  [413, '413'],
  [4130, '4,130'],
  [1234567, '1,234,567'],
])('%i is written %s', (count, text) => expect(formatCount(count)).toBe(text));

test.each([
  ['2025-07-30', '30 July 2025'],
  ['2025-07', 'July 2025'],
  ['2025', '2025'],
])('%s is written %s', (date, text) => expect(formatDate(date)).toBe(text));

test.each([
  [undefined, '/'],
  ['/', '/'],
  ['sub', '/sub/'],
  ['/a/b/', '/a/b/'],
])('the base path %s is %s', (base, path) => {
  expect(readSettings({ SCHOLIUM_BASE: base }, '/root').base).toBe(path);
});

test('surveys and base paths have a cache each', () => {
  const caches = [{}, { SCHOLIUM_BASE: '/sub/' }, { SCHOLIUM_CONTENT: 'other' }];
  const folders = caches.map((environment) => readSettings(environment, '/root').cache);
  expect(new Set(folders).size).toBe(3);
});
