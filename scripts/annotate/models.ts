/** Linear models over named features: choosing a class for one description, or one description of several. */
import type { Contribution } from './contribution-cues.ts';
import type { Features } from './features.ts';

/** Weights a feature. */
export type Weights = Readonly<Record<string, number>>;

/** The two models of annotation. */
export type Trained = { contribution: Readonly<Record<Contribution, Weights>>; headline: Weights };

/**
 * The models as weights.json has them. `all` saw every labelled paper and answers for all others; each of `folds` left some
 * out and answers for those, so that no answer is one that people gave. `seen` tells the fold of a labelled paper by the
 * fingerprints of its title and of its abstract.
 */
export type TrainedFolds = {
  all: Trained;
  folds: readonly Trained[];
  seen: Readonly<Record<string, number>>;
};

/** The shares of several descriptions, which sum to one (a conditional logit). */
export function chooseAmong(weights: Weights, descriptions: readonly Features[]): number[] {
  return softmax(descriptions.map((description) => score(weights, description)));
}

/** The shares of the classes for one description, which sum to one (a multinomial logit). */
export function classify<Class extends string>(
  weights: Readonly<Record<Class, Weights>>,
  description: Features,
): Map<Class, number> {
  const classes = Object.keys(weights) as Class[];
  const shares = softmax(classes.map((name) => score(weights[name], description)));
  return new Map(classes.map((name, i) => [name, shares[i] ?? 0]));
}

function score(weights: Weights, features: Features): number {
  let sum = 0;
  for (const [name, value] of features) sum += value * (weights[name] ?? 0);
  return sum;
}

function softmax(scores: readonly number[]): number[] {
  const highest = Math.max(...scores);
  const powers = scores.map((value) => Math.exp(value - highest));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}
