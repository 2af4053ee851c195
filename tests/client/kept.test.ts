/** What is kept in the browser of a reader goes through one table, which the page about the survey shows. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { kept, toKey } from '../../src/client/kept.ts';
import { strings } from '../../src/lib/strings.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** The only files that may name a store: the table, the script that sets the colours first, what fills the caches. */
const doors = [
  'src/client/kept.ts',
  'src/lib/theme-script.ts',
  'src/client/service-worker.ts',
  'src/client/kept-survey.ts',
];

test('no other script keeps anything', () => {
  const files = globSync('src/**/*.{ts,astro}', { cwd: root }).map((file) => file.split(path.sep).join('/'));
  const stores =
    /\b(?:localStorage|sessionStorage|indexedDB)\s*[.[]|document\.cookie|cookieStore|caches\.(?:open|delete)/;
  const keeping = files.filter((file) => stores.test(readFileSync(path.join(root, file), 'utf8')));
  expect(keeping.sort()).toEqual([...doors, 'src/client/visited-pages.ts'].sort());
  expect(readFileSync(path.join(root, 'src/client/visited-pages.ts'), 'utf8')).not.toMatch(
    /\.(?:put|add|addAll)\(/,
  );
});

test('each name has its words, and two surveys of one host share none but the colours', () => {
  const names = Object.keys(kept) as (keyof typeof kept)[];
  expect(Object.keys(strings.reading.kept)).toEqual(names);
  const shared = names.filter((name) => toKey(name, '/a/') === toKey(name, '/b/'));
  expect(shared).toEqual(['theme']);
});
