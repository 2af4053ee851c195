import { expect, test } from 'vitest';
import { parseTerms, toStem } from '../../src/contract/terms.ts';

test.each([
  ['policies', 'policy'],
  ['optimisation', 'optimization'],
  ['optimised', 'optimize'],
  ['modelling', 'model'],
  ['labelled', 'labels'],
  ['behaviours', 'behavior'],
  ['used', 'use'],
  ['running', 'run'],
  ['classes', 'class'],
  ['naïve', 'naive'],
  ['GANs', 'GAN'],
])('%s and %s are one term', (a, b) => {
  expect(toStem(a)).toBe(toStem(b));
});

test.each([
  ['AIMS', 'aims'],
  ['bias', 'bi'],
  ['need', 'ne'],
  ['policy', 'police'],
  ['flour', 'flor'],
])('%s and %s are two terms', (a, b) => {
  expect(toStem(a)).not.toBe(toStem(b));
});

test('gives each term its place', () => {
  expect(parseTerms('Bread-making in $10$ ovens')).toEqual([
    { stem: 'bread', start: 0, end: 5 },
    { stem: 'mak', start: 6, end: 12 },
    { stem: 'in', start: 13, end: 15 },
    { stem: '10', start: 17, end: 19 },
    { stem: 'oven', start: 21, end: 26 },
  ]);
});
