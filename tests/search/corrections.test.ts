/** Which words are near to which. */
import { expect, test } from 'vitest';
import { complete, correct, countEdits } from '../../src/contract/search/corrections.ts';

const vocabulary = Object.entries({ harbour: 4, harbinger: 1, tides: 9, tidal: 7, lunar: 3, down: 5, constituents: 2 }); // prettier-ignore

test.each([
  ['', '', 0],
  ['tide', 'tide', 0],
  ['tide', 'tides', 1],
  ['tdie', 'tide', 1],
  ['tied', 'tide', 1],
  ['harbor', 'harbour', 1],
  ['constitunets', 'constituents', 1],
  ['lunar', 'lunch', 2],
])('%s and %s are %d apart', (a, b, edits) => {
  expect(countEdits(a, b, 3)).toBe(edits);
  expect(countEdits(b, a, 3)).toBe(edits);
});

test('words too far apart are not measured to the end', () => {
  expect(countEdits('abcdefgh', 'stuvwxyz', 2)).toBe(3);
  expect(countEdits('a', 'abcd', 2)).toBe(3);
});

test.each([
  ['a letter left out', 'harbor', 'harbour'],
  ['letters swapped', 'lunra', 'lunar'],
  ['letters swapped in a short word', 'donw', 'down'],
  ['two slips in a long word', 'constitunts', 'constituents'],
])('%s', (_, written, meant) => {
  expect(correct(written, vocabulary)[0]?.form).toBe(meant);
});

test('short words are near to too many to be corrected', () => {
  expect(correct('dawn', vocabulary)).toEqual([]);
  expect(correct('sun', [['son', 1]])).toEqual([]);
});

test('a beginning is completed by the commonest words', () => {
  expect(complete('ti', vocabulary)).toEqual(['tides', 'tidal']);
});
