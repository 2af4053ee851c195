import { expect, test } from 'vitest';
import { entry, merge, texts } from './invented.ts';

const { sheep, milk } = texts;
const fact = { title: 'Sleep', arxiv: '2301.00001', year: 2023, confirmations: 1 };

test('a fact follows the title, else an identifier', () => {
  const entries = [
    entry({ title: 'SLEEP', abstract: sheep }),
    entry({ title: 'A Nap', abstract: milk, doi: '10.1234/nap' }),
  ];
  const nap = { title: 'Napping', doi: '10.1234/NAP', confirmations: 0 };
  const { records } = merge({ entries, facts: [nap, fact] });
  expect(records.map(({ slug, facts }) => [slug, facts])).toEqual([
    ['a-nap', { doi: '10.1234/NAP', confirmations: 0 }],
    ['sleep', { arxiv: '2301.00001', year: 2023, confirmations: 1 }],
  ]);
});

test('a fact tells that two titles are of one paper', () => {
  const entries = [
    entry({ title: 'Sleep', abstract: sheep }),
    entry({ title: 'On Sleep', abstract: sheep, arxiv: '2301.00001' }),
  ];
  expect(merge({ entries }).records.length).toBe(2);
  expect(merge({ entries, facts: [fact] }).records.length).toBe(1);
});

test('of two papers with its title, none gets a fact that names neither', () => {
  const [a, b] = [entry({ title: 'Sleep', abstract: sheep }), entry({ title: 'Sleep', abstract: milk })];
  expect(merge({ entries: [a, b], facts: [fact] }).records.map(({ facts }) => facts)).toEqual([
    undefined,
    undefined,
  ]);
  const named = { ...b, arxiv: { value: '2301.00001', line: 1, column: 1 } };
  expect(merge({ entries: [a, named], facts: [fact] }).records.map(({ facts }) => facts?.year)).toEqual([
    2023,
    undefined,
  ]);
});

test('a paper keeps its fact when another one with its title appears', () => {
  const before = merge({ entries: [entry({ title: 'Sleep', abstract: sheep })], facts: [fact] }).records;
  const other = entry({ title: 'Sleep', abstract: milk, listing: 'milk.txt' });
  const { records } = merge({ entries: [other], facts: [fact], previous: before });
  expect(records.map(({ slug, facts }) => [slug, facts?.arxiv])).toEqual([
    ['sleep', '2301.00001'],
    ['sleep-2', undefined],
  ]);
});

test('a corrected fact replaces the old one, also where no listing is ingested', () => {
  const entries = [entry({ title: 'Sleep', abstract: sheep }), entry({ title: 'Milk', abstract: milk })];
  const other = { title: 'Milk', arxiv: '2302.00002', confirmations: 1 };
  const previous = merge({ entries, facts: [fact, other] }).records;
  // The two identifiers had been mixed up.
  const facts = [
    { ...fact, arxiv: '2302.00002' },
    { ...other, arxiv: '2301.00001' },
  ];
  for (const given of [[], entries]) {
    const { records } = merge({ entries: given, facts, previous });
    expect(records.map(({ facts, published }) => [facts?.arxiv, published])).toEqual([
      ['2301.00001', '2023-01'],
      ['2302.00002', '2023-02'],
    ]);
  }
});

test('a fact that is gone leaves the records that are ingested', () => {
  const entries = [entry({ title: 'Sleep', abstract: sheep })];
  const previous = merge({ entries, facts: [fact] }).records;
  expect(merge({ entries, previous }).records[0]).not.toHaveProperty('facts');
  expect(merge({ previous }).records).toEqual(previous);
});
