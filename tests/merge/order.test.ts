/** Whatever the entries: their order means nothing, and ingesting twice is ingesting once. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Entry } from '../../scripts/parse/entry.ts';
import { entry, merge, texts } from './invented.ts';

const seed = 20250314;

const facts = [
  { title: 'Sleep', arxiv: '2301.00001', year: 2023, confirmations: 1 },
  { title: 'Honey', doi: '10.1234/honey', confirmations: 0 },
];

/** Papers with the ways in which listings give them. The first two have one title; the third goes by two. */
const papers = [
  {
    titles: ['Sleep', 'SLEEP!'],
    abstracts: [texts.sheep, texts.revisedSheep, texts.sheep.slice(0, 60)],
    ids: { arxiv: '2301.00001' },
  },
  { titles: ['Sleep'], abstracts: [texts.milk], ids: { arxiv: '2302.00002' } },
  {
    titles: ['Honey', 'On Honey'],
    abstracts: ['Honey in tea. Bees make it, and we drink it.'],
    ids: { doi: '10.1234/HONEY' },
  },
  {
    titles: ['羊', 'Sl\uFFFDep'],
    abstracts: ['This is what remains of a listing. It was read as something else.'],
    ids: {},
  },
];

/** Entries that each give a part of what there is to say of a paper, in three listings of different days. */
const entries: fc.Arbitrary<Entry[]> = fc
  .array(
    fc.tuple(
      fc.constantFrom(...papers),
      fc.constantFrom('a.txt', 'b.txt', 'c.txt'),
      fc.nat(5),
      fc.nat(5),
      fc.boolean(),
      fc.boolean(),
    ),
    { maxLength: 10 },
  )
  .map((rows) =>
    rows.map(([paper, listing, title, abstract, isTold, isNamed], index) =>
      entry(
        {
          listing,
          captured: { 'a.txt': '', 'b.txt': '2025-01-01', 'c.txt': '2025-02-01' }[listing],
          title: paper.titles[title % paper.titles.length],
          ...(isTold ? { abstract: paper.abstracts[abstract % paper.abstracts.length] } : {}),
          ...(isNamed ? paper.ids : {}),
          ...(isNamed && isTold ? { year: 2020 + title } : {}),
        } as Parameters<typeof entry>[0],
        index + 1,
      ),
    ),
  );

test('the order of entries, facts and records means nothing', () => {
  const property = fc.property(
    entries.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
    ([all, shuffled]) => {
      const { records, findings } = merge({ entries: all, facts });
      expect(merge({ entries: shuffled, facts: facts.toReversed() })).toEqual({ records, findings });
    },
  );
  fc.assert(property, { seed, numRuns: 500 });
});

test('ingesting twice is ingesting once', () => {
  const property = fc.property(entries, (all) => {
    const { records } = merge({ entries: all, facts });
    expect(merge({ entries: all, facts, previous: records.toReversed() }).records).toEqual(records);
  });
  fc.assert(property, { seed, numRuns: 500 });
});

function omitIds(entry: Entry): Entry {
  const { arxiv: _, doi: __, ...rest } = entry;
  return rest;
}

test('ingesting a part of listing pages again takes nothing and adds no paper', () => {
  const printed = entries.map((all) => all.map(omitIds));
  const property = fc.property(
    printed.chain((all) => fc.tuple(fc.constant(all), fc.subarray(all))),
    ([all, part]) => {
      const { records } = merge({ entries: all, facts });
      const again = merge({ entries: part, facts, previous: records }).records;
      expect(again.map(({ slug }) => slug)).toEqual(records.map(({ slug }) => slug));
    },
  );
  fc.assert(property, { seed, numRuns: 500 });
});
