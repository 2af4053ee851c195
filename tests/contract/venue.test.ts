import { expect, test } from 'vitest';
import { makeVenueFinder, parseVenue } from '../../src/contract/venue.ts';

const find = makeVenueFinder([
  { name: 'HIVE', kind: 'conference', title: 'Symposium on Hives', spellings: ['Hive Symp.'] },
  { name: 'JWax', kind: 'journal', title: 'Journal of Wax' },
  { name: 'Honey', kind: 'journal' },
]);

test.each([
  ['HIVE 2023', { kind: 'conference', name: 'Symposium on Hives (HIVE)', year: 2023 }],
  ['hive symp. 2021', { kind: 'conference', name: 'Symposium on Hives (HIVE)', year: 2021 }],
  ['HIVE', { kind: 'conference', name: 'Symposium on Hives (HIVE)' }],
  ['JWax 33(4), 2024', { kind: 'journal', name: 'Journal of Wax', year: 2024, volume: '33', issue: '4' }],
  ['JWax 12, 2020', { kind: 'journal', name: 'Journal of Wax', year: 2020, volume: '12' }],
  ['Honey 2020', { kind: 'journal', name: 'Honey', year: 2020 }],
  // What is part of a venue, or is in no table, is called as it is printed.
  ['HIVE 2024 Comb Track', { kind: 'conference', name: 'HIVE 2024 Comb Track', year: 2024 }],
  ['HIVE 2023 Workshop (Smoke)', { kind: 'conference', name: 'HIVE 2023 Workshop (Smoke)', year: 2023 }],
  ['Smoke Workshop, HIVE 2021', { kind: 'conference', name: 'Smoke Workshop, HIVE', year: 2021 }],
  ['Proceedings of Apiaries', { kind: 'conference', name: 'Proceedings of Apiaries' }],
  ['Apiary Letters 2019', { kind: 'journal', name: 'Apiary Letters', year: 2019 }],
  ['ICAP 2018', { kind: 'conference', name: 'ICAP', year: 2018 }],
  ['Nectar', { kind: 'journal', name: 'Nectar' }],
])('%s', (venue, parsed) => {
  expect(parseVenue(venue, find)).toEqual(parsed);
});
