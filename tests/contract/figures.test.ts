import { expect, test } from 'vitest';
import { countSurvey } from '../../src/contract/figures.ts';
import type { PaperRecord } from '../../src/contract/record.ts';

const sighting = (listing: string) => ({ listing, title: { line: 1, column: 1 } });
const record = (slug: string, listings: string[], more: Partial<PaperRecord> = {}): PaperRecord => ({
  slug,
  title: slug,
  abstract: '',
  sightings: listings.map(sighting),
  ...more,
});

test('the survey is counted from its records and pages', () => {
  const records = [
    record('a', ['1', '2']),
    record('b', ['2']),
    record('c', ['2'], { withdrawn: { why: 'asked' } }),
  ];
  const pages = [
    { chapter: 'x', section: 'S', year: 2020 },
    { chapter: 'y', section: 'T' },
  ];
  expect(countSurvey(records, pages)).toEqual({
    listings: 2,
    entries: 4,
    merged: 1,
    records: 3,
    pages: 2,
    withdrawn: 1,
    entriesByListing: { 1: 1, 2: 3 },
    pagesByChapter: { x: 1, y: 1 },
    pagesBySection: { x: { S: 1 }, y: { T: 1 } },
    pagesByYear: { 2020: 1, unknown: 1 },
  });
});
