import { expect, test } from 'vitest';
import { contributions } from '../../src/contract/schema.ts';
import { makeKnowledge, readPaper } from '../../scripts/annotate/index.ts';
import { trainFolds, type Labelled } from '../../scripts/annotate/train.ts';
import { toFingerprint } from '../../scripts/annotate/weights.ts';

const knowledge = makeKnowledge([], []);
const surveyed = (n: number): Labelled =>
  label(`Cakes ${n}: A Survey`, 'Cakes exist. This survey reviews the literature.', 'survey', 1);
const proved = (n: number): Labelled => label(`Rates ${n}`, 'We prove a bound. Ovens are hot.', 'theory', 0);

function label(
  title: string,
  abstract: string,
  contribution: Labelled['contribution'],
  headline: number,
): Labelled {
  return { reading: readPaper({ title, abstract }, knowledge).reading, contribution, headline };
}

const papers = [1, 2, 3, 4, 5].flatMap((n) => [surveyed(n), proved(n)]);

test('the same labels give the same weights', () => {
  expect(trainFolds(papers, contributions)).toEqual(trainFolds(papers, contributions));
});

test('a fold is trained without its papers, and tells them by title and by abstract', () => {
  const { folds, seen } = trainFolds(papers, contributions);
  expect(folds).toHaveLength(5);
  expect(seen[toFingerprint('CAKES 1 — a survey')]).toBe(0);
  expect(seen[toFingerprint('rates 1')]).toBe(1);
  expect(new Set(Object.values(seen))).toEqual(new Set([0, 1, 2, 3, 4]));
});

test('weights are of features, not of words', () => {
  const { all } = trainFolds(papers, contributions);
  const features = Object.values(all.contribution).flatMap((weights) => Object.keys(weights));
  expect(features.filter((name) => /cake|oven|rate/i.test(name))).toEqual([]);
});
