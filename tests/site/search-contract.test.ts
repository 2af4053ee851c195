/** The search contract: known-item queries of the built survey, against the figures that are kept. */
import { beforeAll, expect, inject, test } from 'vitest';
import { listDrops, readBaseline, scoreSite, type Scores } from '../search/contract.ts';
import { formatScores } from '../search/score.ts';

let scores: Scores;

beforeAll(async () => {
  scores = await scoreSite(inject('sites').real.folder);
  process.stdout.write(`\n${formatScores(scores)}`);
});

test('the search is no worse than what is kept', () => {
  expect(listDrops(scores, readBaseline())).toEqual([]);
});

test('a drop is seen', () => {
  const kept = { all: { queries: 600, mrr: 0.9, recallAt1: 0.9, recallAt5: 0.9 } };
  const worse = { all: { queries: 600, mrr: 0.9, recallAt1: 0.8, recallAt5: 0.9 } };
  expect(listDrops(worse, kept)).toEqual(['all: recallAt1 0.8, was 0.9']);
});

test.each([
  ['all', 'mrr', 0.92],
  ['all', 'recallAt5', 0.92],
  ['exact title', 'recallAt1', 0.97],
  ['arXiv id', 'recallAt1', 0.97],
  ['method', 'recallAt1', 0.97],
  ['typo', 'recallAt5', 0.9],
  ['mathematics', 'recallAt5', 0.9],
] as const)('%s: %s is at least %d', (type, measure, least) => {
  expect(scores[type]?.queries).toBeGreaterThan(10);
  expect(scores[type]?.[measure]).toBeGreaterThanOrEqual(least);
});
