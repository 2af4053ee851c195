/** Facets narrow each other, and count what they would leave. */
import { expect, test } from 'vitest';
import { listValues, passes } from '../../src/client/facets.ts';
import { facets, readState, toChosen, writeState, type Facet } from '../../src/client/search-state.ts';
import type { CatalogueEntry } from '../../src/contract/search/index-format.ts';

const paper = (title: string, rest: Partial<CatalogueEntry>): CatalogueEntry => ({
  url: `/papers/${title}/`,
  kind: 'paper',
  title,
  ...rest,
});
const entries = [
  paper('a', { chapter: 'Tides', section: 'Tables', year: 2021, code: true, benchmarks: ['X', 'Y'] }),
  paper('b', { chapter: 'Tides', section: 'Ice', year: 2022, contribution: 'theory', benchmarks: ['X'] }),
  paper('c', { chapter: 'Knots', section: 'Tables', year: 2022 }),
];
const choose = (chosen: Partial<Record<Facet, string[]>>) => toChosen((facet) => chosen[facet] ?? []);

test.each([
  ['nothing chosen', {}, 'abc'],
  ['alternatives of one facet', { year: ['2021', '2022'] }, 'abc'],
  ['two facets', { chapter: ['Tides'], year: ['2022'] }, 'b'],
  ['a section of one chapter', { section: ['Tides › Tables'] }, 'a'],
  ['one benchmark of several', { benchmark: ['Y'] }, 'a'],
  ['with code', { code: ['yes'] }, 'a'],
  ['a value that nothing has', { year: ['1999'] }, ''],
])('%s', (_, chosen, left) => {
  expect(entries.filter((entry) => passes(entry, choose(chosen))).map(({ title }) => title).join('')).toBe(left); // prettier-ignore
});

test.each([
  ['years, the last first', 'year', {}, '2022 2, 2021 1'],
  ['the commonest first', 'benchmark', {}, 'X 2, Y 1'],
  ['beside another facet', 'year', { chapter: ['Knots'] }, ''],
  ['what is chosen stays', 'year', { chapter: ['Knots'], year: ['2021'] }, '2022 1, 2021 0'],
  ['what all have changes nothing', 'kind', {}, ''],
  ['no sections before a chapter is chosen', 'section', {}, ''],
  ['sections of the chapter', 'section', { chapter: ['Tides'] }, 'Tides › Ice 1, Tides › Tables 1'],
] as const)('%s', (_, facet, chosen, listed) => {
  const lists = Object.fromEntries(Object.entries(chosen).map(([name, values]) => [name, [...values]]));
  const values = listValues(entries, choose(lists), facet);
  expect(values.filter(({ count, chosen: kept }) => count < 3 || kept).map(({ value, count }) => `${value} ${count}`).join(', ')).toBe(listed); // prettier-ignore
});

test('the address keeps what is asked', () => {
  const state = {
    query: 'tides & ice',
    order: 'title' as const,
    chosen: choose({ chapter: ['Tides', 'Knots'], code: ['yes'] }),
  };
  expect(readState(writeState(state))).toEqual(state);
  expect(writeState(readState(''))).toBe('');
  expect(readState('?sort=nonsense').order).toBe('relevance');
  expect(Object.keys(readState('').chosen)).toEqual([...facets]);
});
