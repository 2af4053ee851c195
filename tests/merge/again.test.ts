/** Ingesting again: nothing of a record is lost that is not the listings'. */
import { expect, test } from 'vitest';
import type { PaperRecord } from '../../src/contract/record.ts';
import { entry, merge, texts } from './invented.ts';

const { sheep, revisedSheep, milk } = texts;

const flock = [entry({ title: 'Sleep', abstract: sheep }, 3), entry({ title: 'Milk', abstract: milk }, 5)];
const barn = [entry({ title: 'Sleep', abstract: sheep, listing: 'barn.txt', captured: '2025-03-01' }, 3)];
const first = merge({ entries: [...flock, ...barn] }).records;
const theirs: Partial<PaperRecord> = {
  filing: { chapter: 'sleep', section: 'Sheep', also: [], confidence: 1, evidence: [] },
  written: { path: 'papers/sleep/sleep.mdx', fields: { title: 'Sleep' }, abstract: [sheep] },
  restoration: { changes: [], doubts: [] },
  merged: ['slumber'],
};
const known = first.map((record) => ({ ...record, ...theirs }));
const bySlug = (records: readonly PaperRecord[], slug: string): PaperRecord | undefined =>
  records.find((record) => record.slug === slug);

test('ingesting twice is ingesting once, and keeps what is of other stages and people', () => {
  expect(merge({ entries: [...flock, ...barn], previous: known }).records).toEqual(known);
});

test('ingesting in parts and in another order is ingesting at once', () => {
  const barnFirst = merge({ entries: barn }).records;
  expect(merge({ entries: flock, previous: barnFirst }).records).toEqual(first);
});

test('a record whose listing is not ingested stays as it is', () => {
  expect(merge({ entries: barn, previous: known }).records).toEqual(known);
  expect(merge({ entries: [], previous: known }).records).toEqual(known);
});

test('an abstract revised upstream replaces the old one, whatever is left of it, and the slug stays', () => {
  for (const abstract of [
    revisedSheep,
    'All of it was written anew. Nothing is left of what stood here before.',
  ]) {
    const again = [entry({ title: 'SLEEP', abstract, listing: 'barn.txt', captured: '2025-03-01' }, 3)];
    const { records, findings } = merge({ entries: again, previous: known });
    expect(records.map(({ slug }) => slug)).toEqual(['milk', 'sleep']);
    expect(bySlug(records, 'sleep')).toEqual({ ...bySlug(known, 'sleep'), title: 'SLEEP', abstract });
    expect(findings).toEqual([]);
  }
});

test('an older capture that comes later adds a sighting only', () => {
  const old = entry({ title: 'Sleep', abstract: revisedSheep, listing: 'attic.txt', captured: '2020-01-01' });
  const record = bySlug(merge({ entries: [old], previous: known }).records, 'sleep');
  expect(record?.abstract).toBe(sheep);
  expect(record?.sightings.map(({ listing }) => listing)).toEqual(['attic.txt', 'barn.txt', 'flock.txt']);
  expect(record?.added).toBe('2020-01-01');
});

test('a listing that was cut off takes nothing from the records', () => {
  const cut = [entry({ title: 'Sleep', abstract: sheep.slice(0, 60) }, 3)];
  expect(merge({ entries: cut, previous: known }).records).toEqual(known);
});

test('a withdrawn record stays as it is, and its paper is not added again', () => {
  const withdrawn = known.map((record) => ({ ...record, abstract: '', withdrawn: { why: 'asked' } }));
  expect(merge({ entries: [...flock, ...barn], previous: withdrawn }).records).toEqual(withdrawn);
});

test('the other paper with a title gets another slug and takes nothing', () => {
  const other = entry({ title: 'Sleep', abstract: milk, listing: 'new.txt', captured: '2025-09-01' });
  const { records } = merge({ entries: [...flock, ...barn, other], previous: known });
  expect(records.map(({ slug }) => slug)).toEqual(['milk', 'sleep', 'sleep-2']);
  expect(bySlug(records, 'sleep')).toEqual(bySlug(known, 'sleep'));
  expect(merge({ entries: [other, ...barn, ...flock], previous: records }).records).toEqual(records);
});

test('a paper that people merged into another stays there, and only adds where it was seen', () => {
  const nap = entry({ title: 'A Nap', abstract: milk, listing: 'nap.txt', captured: '2025-09-01' });
  const twin = entry({ title: 'Sleep', abstract: milk, listing: 'twin.txt', captured: '2025-09-01' });
  const previous: PaperRecord[] = first.map((record) =>
    record.slug === 'sleep'
      ? {
          ...record,
          merged: ['a-nap', 'sleep-2'],
          sightings: [
            ...record.sightings,
            { listing: 'twin.txt', captured: '2025-09-01', title: { line: 1, column: 1 } },
          ],
        }
      : record,
  );
  const { records } = merge({ entries: [nap, twin, ...flock], previous });
  expect(records.map(({ slug, abstract }) => [slug, abstract])).toEqual([
    ['milk', milk],
    ['sleep', sheep],
  ]);
  expect(bySlug(records, 'sleep')?.sightings.map(({ listing }) => listing)).toEqual([
    'barn.txt',
    'flock.txt',
    'nap.txt',
    'twin.txt',
  ]);
});

test('slugs that lead to another record, or once did, are not given again', () => {
  const previous = known.map((record) =>
    record.slug === 'sleep'
      ? { ...record, slug: 'rest', written: { path: 'x', fields: { aliases: ['dream'] }, abstract: [] } }
      : { ...record, withdrawn: { why: 'asked', aliases: ['cream'] } },
  );
  const entries = [
    entry({ title: 'Dream', abstract: revisedSheep.replaceAll('sheep', 'dreams') }),
    entry({ title: 'Rest', abstract: 'This is about rest and nothing else. It is short.' }),
    entry({ title: 'Cream', abstract: 'Cream rises while nobody looks at it. We look at it.' }),
  ];
  expect(merge({ entries, previous }).records.map(({ slug }) => slug)).toEqual([
    'cream-2',
    'dream-2',
    'milk',
    'rest',
    'rest-2',
  ]);
});

test('two records that seem to be one paper are a finding', () => {
  const twin = known.map((record) =>
    record.slug === 'milk' ? { ...record, title: 'Sleep', abstract: sheep } : record,
  );
  const { findings } = merge({ entries: barn, previous: twin });
  expect(findings.map(({ ruleId, message }) => [ruleId, message])).toEqual([
    ['paper-unique', 'Unexpected second record of this paper: sleep beside milk'],
  ]);
});
