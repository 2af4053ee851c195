/**
 * Trains the two linear models of annotation from labelled papers: `npm run train:annotate -- FILE`. Maximum likelihood with a
 * quadratic penalty, by gradient ascent of fixed length from zero: the same labels give the same weights.
 */
import type { Contribution } from './contribution-cues.ts';
import { describePaper, describeSentence, type Features, type Reading } from './features.ts';
import { chooseAmong, classify, type Trained, type TrainedFolds, type Weights } from './models.ts';
import { toFingerprint } from './weights.ts';

/** A paper as read, with what people say of it. `headline` is the place of the sentence among the abstract's. */
export type Labelled = { reading: Reading; contribution: Contribution; headline?: number | undefined };

const settings = {
  contribution: { penalty: 0.02, rate: 0.5, steps: 400 },
  headline: { penalty: 0.03, rate: 0.8, steps: 400 },
};

const foldCount = 5;

/** Trains on all papers, and once without each fold; every fifth paper is in the same fold. */
export function trainFolds(papers: readonly Labelled[], classes: readonly Contribution[]): TrainedFolds {
  const seen = papers.flatMap(({ reading: { title, sentences } }, i) =>
    [title, sentences.map(({ text }) => text).join('')].map(
      (text) => [toFingerprint(text), i % foldCount] as const,
    ),
  );
  return {
    all: trainAnnotation(papers, classes),
    folds: Array.from({ length: foldCount }, (_, fold) =>
      trainAnnotation(
        papers.filter((_paper, i) => i % foldCount !== fold),
        classes,
      ),
    ),
    seen: Object.fromEntries(seen.sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function trainAnnotation(papers: readonly Labelled[], classes: readonly Contribution[]): Trained {
  return { contribution: trainContribution(papers, classes), headline: trainHeadline(papers) };
}

function trainContribution(
  papers: readonly Labelled[],
  classes: readonly Contribution[],
): Record<Contribution, Weights> {
  const descriptions = papers.map(({ reading }) => describePaper(reading));
  const { penalty, rate, steps } = settings.contribution;
  let weights = Object.fromEntries(classes.map((name) => [name, {}])) as Record<Contribution, Weights>;
  for (let step = 0; step < steps; step++) {
    const gradients = new Map(classes.map((name) => [name, new Map<string, number>()]));
    descriptions.forEach((description, i) => {
      for (const [name, share] of classify(weights, description))
        addScaled(
          gradients.get(name)!,
          description,
          (Number(papers[i]?.contribution === name) - share) / papers.length,
        );
    });
    weights = Object.fromEntries(
      classes.map((name) => [name, climb(weights[name], gradients.get(name)!, rate, penalty)]),
    ) as Record<Contribution, Weights>;
  }
  return Object.fromEntries(classes.map((name) => [name, toRounded(weights[name])])) as Record<
    Contribution,
    Weights
  >;
}

function trainHeadline(papers: readonly Labelled[]): Weights {
  const choices = papers.flatMap(({ reading, headline, contribution }) =>
    headline === undefined
      ? []
      : [
          {
            headline,
            descriptions: reading.sentences.map((_, at) => describeSentence(reading, at, contribution)),
          },
        ],
  );
  const { penalty, rate, steps } = settings.headline;
  let weights: Weights = {};
  for (let step = 0; step < steps; step++) {
    const gradient = new Map<string, number>();
    for (const { headline, descriptions } of choices)
      chooseAmong(weights, descriptions).forEach((share, at) =>
        addScaled(gradient, descriptions[at]!, (Number(at === headline) - share) / choices.length),
      );
    weights = climb(weights, gradient, rate, penalty);
  }
  return toRounded(weights);
}

function addScaled(sum: Map<string, number>, features: Features, by: number): void {
  for (const [name, value] of features) sum.set(name, (sum.get(name) ?? 0) + by * value);
}

function climb(
  weights: Weights,
  gradient: ReadonlyMap<string, number>,
  rate: number,
  penalty: number,
): Weights {
  return Object.fromEntries(
    Array.from(gradient, ([name, slope]) => [
      name,
      (weights[name] ?? 0) + rate * (slope - penalty * (weights[name] ?? 0)),
    ]),
  );
}

/** Three decimals say all that a few hundred labels can; what is all but zero is left out. */
function toRounded(weights: Weights): Weights {
  const names = Object.keys(weights).sort();
  const rounded = names.map((name) => [name, Math.round(1000 * (weights[name] ?? 0)) / 1000] as const);
  return Object.fromEntries(rounded.filter(([, weight]) => Math.abs(weight) >= 0.005));
}
