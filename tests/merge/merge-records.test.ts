import { expect, test } from 'vitest';
import { recordSchema } from '../../src/contract/record.ts';
import { entry, merge, texts } from './invented.ts';

const { sheep, revisedSheep, milk } = texts;
const slugs = (input: Parameters<typeof merge>[0]): string[] => merge(input).records.map(({ slug }) => slug);

test('makes a record of an entry and its fact', () => {
  const listed = entry(
    { title: 'Counting Sheep', abstract: sheep, date: '2024-12-24', authorCount: 2, comments: 3 },
    7,
  );
  const fact = {
    title: 'Counting sheep',
    arxiv: '2301.00001',
    year: 2023,
    authors: ['Ann Shepherd'],
    confirmations: 2,
  };
  const { records, findings } = merge({ entries: [listed], facts: [fact] });
  expect(records).toEqual([
    {
      slug: 'counting-sheep',
      title: 'Counting Sheep',
      abstract: sheep,
      sightings: [
        {
          listing: 'flock.txt',
          captured: '2025-01-01',
          title: { line: 7, column: 1 },
          abstract: { line: 7, column: 1 },
          date: '2024-12-24',
          authorCount: 2,
          comments: 3,
        },
      ],
      facts: { arxiv: '2301.00001', year: 2023, authors: ['Ann Shepherd'], confirmations: 2 },
      published: '2023-01',
      added: '2025-01-01',
    },
  ]);
  expect(findings).toEqual([]);
  expect(recordSchema.parse(records[0])).toEqual(records[0]);
});

test.each([
  ['the same title in another case', { title: 'Counting Sheep' }, { title: 'COUNTING sheep!' }],
  ['a title in LaTeX and in Unicode', { title: '{\\"U}ber $\\alpha$-Sheep' }, { title: 'Über α-Sheep' }],
  [
    'a title and what a page leaves of it',
    { title: 'From \\mathcal{O} to $Q^*$' },
    { title: 'From O to Q^*' },
  ],
  [
    'the same arXiv id',
    { title: 'Sheep', arxiv: '2301.00001' },
    { title: 'Counting Sheep', arxiv: '2301.00001' },
  ],
  [
    'the same DOI in another case',
    { title: 'Sheep', doi: '10.1234/AB' },
    { title: 'Lambs', doi: '10.1234/ab' },
  ],
])('takes for one paper what has %s', (_, a, b) => {
  const entries = [entry({ ...a, abstract: sheep }), entry({ ...b, abstract: sheep })];
  const { records, findings } = merge({ entries });
  expect(records.map(({ sightings }) => sightings.length)).toEqual([2]);
  expect(findings).toEqual([]);
});

test('two papers with one title stay two, and are a finding', () => {
  const entries = [
    entry({ title: 'Sleep', abstract: sheep }, 3),
    entry({ title: 'Sleep', abstract: milk, listing: 'milk.txt' }, 5),
    entry({ title: 'Sleep', abstract: revisedSheep, listing: 'wool.txt' }, 9),
  ];
  const { records, findings } = merge({ entries });
  expect(records.map(({ slug, abstract }) => [slug, abstract])).toEqual([
    ['sleep', milk],
    ['sleep-2', sheep],
  ]);
  expect(findings.map(({ ruleId, file, line }) => [ruleId, file, line])).toEqual([
    ['paper-unique', 'listings/milk.txt', 5],
  ]);
});

test.each([
  ['the newest capture', { captured: '2025-02-01' }, { captured: '2025-01-01' }],
  ['a dated capture before one of unknown day', { captured: '2025-01-01' }, { captured: '' }],
  ['the first listing by name of one day', { listing: 'a.txt' }, { listing: 'b.txt' }],
])('one paper with two abstracts has the text of %s, and all sightings', (_, newer, older) => {
  const entries = [
    entry({ title: 'Sleep', abstract: sheep, listing: 'old.txt', ...older }),
    entry({ title: 'Sleep', abstract: revisedSheep, listing: 'new.txt', ...newer }),
  ];
  for (const order of [entries, entries.toReversed()]) {
    const { records } = merge({ entries: order });
    expect(records.map(({ abstract, sightings }) => [abstract, sightings.length])).toEqual([
      [revisedSheep, 2],
    ]);
  }
});

test('text that was cut off or has lost characters does not count, however new', () => {
  const entries = [
    entry({ title: 'Sleep', abstract: sheep, captured: '2025-01-01' }),
    entry({ title: 'Sleep', abstract: sheep.slice(0, 70), captured: '2025-02-01' }),
    entry({ title: 'Sl\uFFFDep', arxiv: '2301.00001', abstract: sheep, captured: '2025-03-01' }),
    entry({ title: 'Sleep', arxiv: '2301.00001', captured: '2025-01-01' }),
  ];
  expect(merge({ entries }).records.map(({ title, abstract }) => [title, abstract])).toEqual([
    ['Sleep', sheep],
  ]);
});

test('an entry without an abstract joins its paper, and is a finding where there is none', () => {
  const bare = entry({ title: 'Sleep' }, 4);
  expect(merge({ entries: [bare, entry({ title: 'Sleep', abstract: sheep })] }).findings).toEqual([]);
  const { records, findings } = merge({ entries: [bare] });
  expect(records).toEqual([]);
  expect(findings.map(({ ruleId, file, line, message }) => [ruleId, file, line, message])).toEqual([
    ['listing-understood', 'listings/flock.txt', 4, 'Unexpected paper without an abstract: "Sleep"'],
  ]);
});

test('what listings tell beside the text is kept, the newest first; facts overrule it', () => {
  const entries = [
    entry({ title: 'Sleep', abstract: sheep, year: 2022, venue: 'Fold', captured: '2025-01-01' }),
    entry({ title: 'Sleep', abstract: sheep, year: 2023, captured: '2025-02-01' }),
  ];
  const facts = [{ title: 'Sleep', year: 2024, confirmations: 0 }];
  expect(merge({ entries }).records[0]).toMatchObject({
    listed: { year: 2023, venue: 'Fold' },
    published: '2023',
  });
  expect(merge({ entries, facts }).records[0]).toMatchObject({ listed: { year: 2023 }, published: '2024' });
});

test('slugs do not depend on the order of entries', () => {
  const entries = [
    entry({ title: 'Sleep', abstract: sheep }),
    entry({ title: 'Sleep', abstract: milk }),
    entry({ title: 'Sleep 2', abstract: sheep }),
  ];
  const order = slugs({ entries });
  expect(order).toEqual(['sleep', 'sleep-2', 'sleep-2-2']);
  expect(slugs({ entries: entries.toReversed() })).toEqual(order);
});
