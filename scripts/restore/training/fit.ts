/**
 * Fits a conditional random field: the log likelihood of labelled sequences with an L2 penalty, by stochastic gradient
 * steps that shrink with each weight's past gradients (AdaGrad: Duchi, Hazan, Singer 2011).
 */
import type { Position } from '../crf.ts';
import type { FittedCrf } from '../model.ts';
import { dropWeak, encodeSequences, type Encoded, type Problem } from './encode.ts';
import { makeRandom, makeThinner, shuffle, type Thin } from './random.ts';
import { makeWork, sumBothWays, type Work } from './sums.ts';

export type LabelledSequence = { positions: Position<number>[]; gold: number[] };

export type FitOptions = {
  labels: number;
  /** A feature seen in fewer positions is left out. */
  minimum: number;
  /** Weight of half the sum of squares, against the sum over all sequences. */
  penalty: number;
  /**
   * The share of features that each visit to a sequence hides, so that no feature leans on another (dropout: Srivastava
   * et al. 2014; weights that would stay small beside strong ones are trained, too: Sutton, Sindelar, McCallum 2006).
   */
  hidden: number;
  /** Passes over the sequences; the weights are the mean of those after each of the last half. */
  epochs: number;
  onEpoch?: (epoch: number, loss: number) => void;
};

/** The first step of a weight, in units of its score. */
const rate = 0.1;

/** After this many epochs features whose weights are all below `weak` are left out, and the others fitted on. */
const selection = 6;
const weak = 0.05;

/** A gradient smaller than this moves nothing. */
const settled = 1e-3;

export function fitCrf(
  sequences: readonly LabelledSequence[],
  names: ReadonlyMap<number, string>,
  options: FitOptions,
): FittedCrf {
  const { labels, epochs, penalty, hidden, onEpoch } = options;
  const problem = encodeSequences(sequences, labels, options.minimum);
  const work = makeWork(problem);
  const weights = new Float32Array(problem.size);
  const squares = new Float32Array(problem.size).fill(1);
  const mean = new Float32Array(problem.size);
  const averaged = Math.ceil(epochs / 2);
  const order = [...problem.sequences.keys()];
  const random = makeRandom(1);
  const thin: Thin = makeThinner(problem, hidden, random);
  for (let epoch = 1; epoch <= epochs; epoch++) {
    shuffle(order, random);
    let loss = 0;
    for (const index of order)
      loss += takeStep(problem, work, thin(problem.sequences[index]!), weights, squares);
    shrink(weights, squares, penalty);
    if (epoch === selection) dropWeak(problem, weights, weak / (1 - hidden));
    if (epoch > epochs - averaged)
      for (const [at, weight] of weights.entries()) mean[at]! += ((1 - hidden) * weight) / averaged;
    onEpoch?.(epoch, loss);
  }
  return decodeWeights(problem, mean, names);
}

/** One step down the gradient of one sequence's negative log likelihood, which is returned. */
function takeStep(
  { labels: L, edgeBase }: Problem,
  work: Work,
  sequence: Encoded,
  weights: Float32Array,
  squares: Float32Array,
): number {
  const score = scoreGold({ labels: L, edgeBase }, work, sequence, weights);
  const loss = sumBothWays(L, work, sequence.gold.length) - score;
  if (loss < settled) return loss;
  const { nodes, edges, alpha, beta, scales, surplus } = work;
  const square = L * L;
  const move = (at: number, gradient: number): void => {
    squares[at]! += gradient * gradient;
    weights[at]! -= (rate * gradient) / Math.sqrt(squares[at]!);
  };
  for (const [at, label] of sequence.gold.entries()) {
    const before = at === 0 ? 0 : sequence.gold[at - 1]!;
    let most = 0;
    for (let b = 0; b < L; b++) {
      const from = at === 0 ? Number(b === 0) : alpha[(at - 1) * L + b]!;
      for (let y = 0; y < L; y++) {
        const expected =
          (from * edges[at * square + b * L + y]! * nodes[at * L + y]! * beta[at * L + y]!) / scales[at]!;
        const excess = expected - Number(b === before && y === label);
        surplus[b * L + y] = excess;
        if (Math.abs(excess) > most) most = Math.abs(excess);
      }
    }
    if (most < settled) continue;
    for (let i = sequence.edgeStarts[at]!; i < sequence.edgeStarts[at + 1]!; i++) {
      const row = edgeBase + sequence.edges[i]! * square;
      for (let y = 0; y < square; y++) if (Math.abs(surplus[y]!) > settled) move(row + y, surplus[y]!);
    }
    for (let y = 0; y < L; y++) {
      let sum = 0;
      for (let b = 0; b < L; b++) sum += surplus[b * L + y]!;
      if (Math.abs(sum) < settled) continue;
      for (let i = sequence.nodeStarts[at]!; i < sequence.nodeStarts[at + 1]!; i++)
        move(sequence.nodes[i]! * L + y, sum);
    }
  }
  return loss;
}

/** Fills in the potentials, exponentiated, and returns the score of the gold labels. */
function scoreGold(
  { labels: L, edgeBase }: Pick<Problem, 'labels' | 'edgeBase'>,
  { nodes, edges }: Work,
  sequence: Encoded,
  weights: Float32Array,
): number {
  const square = L * L;
  let score = 0;
  nodes.fill(0, 0, sequence.gold.length * L);
  edges.fill(0, 0, sequence.gold.length * square);
  for (const [at, label] of sequence.gold.entries()) {
    for (let i = sequence.nodeStarts[at]!; i < sequence.nodeStarts[at + 1]!; i++) {
      const row = sequence.nodes[i]! * L;
      for (let y = 0; y < L; y++) nodes[at * L + y]! += weights[row + y]!;
    }
    for (let i = sequence.edgeStarts[at]!; i < sequence.edgeStarts[at + 1]!; i++) {
      const row = edgeBase + sequence.edges[i]! * square;
      for (let y = 0; y < square; y++) edges[at * square + y]! += weights[row + y]!;
    }
    const before = at === 0 ? 0 : sequence.gold[at - 1]!;
    score += nodes[at * L + label]! + edges[at * square + before * L + label]!;
    for (let y = 0; y < L; y++) nodes[at * L + y] = Math.exp(nodes[at * L + y]!);
    for (let y = 0; y < square; y++) edges[at * square + y] = Math.exp(edges[at * square + y]!);
  }
  return score;
}

/** The penalty's part of an epoch, with each weight's own step. */
function shrink(weights: Float32Array, squares: Float32Array, penalty: number): void {
  for (let at = 0; at < weights.length; at++) weights[at]! /= 1 + (rate * penalty) / Math.sqrt(squares[at]!);
}

function decodeWeights(
  { labels, nodeIds, edgeIds, edgeBase }: Problem,
  weights: Float32Array,
  names: ReadonlyMap<number, string>,
): FittedCrf {
  const read = (ids: ReadonlyMap<number, number>, base: number, width: number) =>
    new Map(
      [...ids].map(([feature, id]) => [
        names.get(feature)!,
        weights.subarray(base + id * width, base + (id + 1) * width),
      ]),
    );
  return { labels, nodes: read(nodeIds, 0, labels), edges: read(edgeIds, edgeBase, labels * labels) };
}
