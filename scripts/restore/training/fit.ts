/** Fits a conditional random field: the log likelihood of labelled sequences with an L2 penalty, by L-BFGS. */
import type { Position } from '../crf.ts';
import type { FittedCrf } from '../model.ts';

export type LabelledSequence = { positions: Position<string>[]; gold: number[] };

export type FitOptions = {
  labels: number;
  /** A feature seen in fewer positions is left out. */
  minimum: number;
  /** Weight of half the sum of squares. */
  penalty: number;
  iterations: number;
  onIteration?: (iteration: number, loss: number) => void;
};

/** Sequences with features as numbers; flat, so that a pass over them is a pass over memory. */
type Problem = {
  labels: number;
  size: number;
  edgeBase: number;
  sequences: Encoded[];
};

type Encoded = { gold: Uint8Array; nodes: Int32Array[]; edges: Int32Array[] };

export function fitCrf(sequences: readonly LabelledSequence[], options: FitOptions): FittedCrf {
  const nodeIds = numberFeatures(sequences, ({ nodes }) => nodes, options.minimum);
  const edgeIds = numberFeatures(sequences, ({ edges }) => edges, options.minimum);
  const { labels } = options;
  const edgeBase = nodeIds.size * labels;
  const problem: Problem = {
    labels,
    edgeBase,
    size: edgeBase + edgeIds.size * labels * labels,
    sequences: sequences.map(({ positions, gold }) => ({
      gold: Uint8Array.from(gold),
      nodes: positions.map(({ nodes }) => encode(nodes, nodeIds)),
      edges: positions.map(({ edges }) => encode(edges, edgeIds)),
    })),
  };
  const weights = minimize(problem, options);
  return {
    labels,
    nodes: new Map(
      [...nodeIds].map(([feature, id]) => [feature, weights.subarray(id * labels, (id + 1) * labels)]),
    ),
    edges: new Map(
      [...edgeIds].map(([feature, id]) => {
        const start = edgeBase + id * labels * labels;
        return [feature, weights.subarray(start, start + labels * labels)];
      }),
    ),
  };
}

function numberFeatures(
  sequences: readonly LabelledSequence[],
  select: (position: Position<string>) => string[],
  minimum: number,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { positions } of sequences) {
    for (const position of positions)
      for (const f of select(position)) counts.set(f, (counts.get(f) ?? 0) + 1);
  }
  const kept = [...counts].filter(([, count]) => count >= minimum).map(([feature]) => feature);
  return new Map(kept.map((feature, id) => [feature, id]));
}

function encode(features: readonly string[], ids: ReadonlyMap<string, number>): Int32Array {
  return Int32Array.from(features.flatMap((feature) => ids.get(feature) ?? []));
}

/** A position whose labels are as good as certain moves nothing. */
const settled = 1e-5;

/** The buffers of one sequence: potentials, and forward and backward sums scaled to one a position. */
type Work = {
  nodes: Float64Array;
  edges: Float64Array;
  alpha: Float64Array;
  beta: Float64Array;
  scales: Float64Array;
};

function makeWork(labels: number, { sequences }: Problem): Work {
  const longest = sequences.reduce((most, { gold }) => Math.max(most, gold.length), 1);
  const make = (width: number): Float64Array => new Float64Array(longest * width);
  return {
    nodes: make(labels),
    edges: make(labels * labels),
    alpha: make(labels),
    beta: make(labels),
    scales: make(1),
  };
}

/** Adds the gradient of the negative log likelihood to `gradient`, and returns its value. */
function evaluate(problem: Problem, work: Work, weights: Float64Array, gradient: Float64Array): number {
  let loss = 0;
  for (const sequence of problem.sequences) {
    loss -= scoreGold(problem, work, sequence, weights);
    loss += sumBothWays(problem.labels, work, sequence.gold.length);
    addGradient(problem, work, sequence, gradient);
  }
  return loss;
}

/** Fills in the potentials, exponentiated, and returns the score of the gold labels. */
function scoreGold(
  { labels: L, edgeBase }: Problem,
  { nodes, edges }: Work,
  sequence: Encoded,
  weights: Float64Array,
): number {
  const square = L * L;
  let score = 0;
  for (const [at, label] of sequence.gold.entries()) {
    nodes.fill(0, at * L, (at + 1) * L);
    edges.fill(0, at * square, (at + 1) * square);
    for (const id of sequence.nodes[at]!)
      for (let y = 0; y < L; y++) nodes[at * L + y]! += weights[id * L + y]!;
    for (const id of sequence.edges[at]!) {
      const row = edgeBase + id * square;
      for (let y = 0; y < square; y++) edges[at * square + y]! += weights[row + y]!;
    }
    const before = at === 0 ? 0 : sequence.gold[at - 1]!;
    score += nodes[at * L + label]! + edges[at * square + before * L + label]!;
    for (let y = 0; y < L; y++) nodes[at * L + y] = Math.exp(nodes[at * L + y]!);
    for (let y = 0; y < square; y++) edges[at * square + y] = Math.exp(edges[at * square + y]!);
  }
  return score;
}

/** Forward and backward sums; returns the log of the sum over all labellings. */
function sumBothWays(L: number, { nodes, edges, alpha, beta, scales }: Work, length: number): number {
  const square = L * L;
  let total = 0;
  for (let at = 0; at < length; at++) {
    let sum = 0;
    for (let y = 0; y < L; y++) {
      let value = at === 0 ? edges[y]! : 0;
      for (let b = at === 0 ? L : 0; b < L; b++)
        value += alpha[(at - 1) * L + b]! * edges[at * square + b * L + y]!;
      value *= nodes[at * L + y]!;
      alpha[at * L + y] = value;
      sum += value;
    }
    scales[at] = sum;
    total += Math.log(sum);
    for (let y = 0; y < L; y++) alpha[at * L + y]! /= sum;
  }
  beta.fill(1, (length - 1) * L, length * L);
  for (let at = length - 2; at >= 0; at--) {
    for (let y = 0; y < L; y++) {
      let value = 0;
      for (let n = 0; n < L; n++) {
        value += edges[(at + 1) * square + y * L + n]! * nodes[(at + 1) * L + n]! * beta[(at + 1) * L + n]!;
      }
      beta[at * L + y] = value / scales[at + 1]!;
    }
  }
  return total;
}

/** Expected minus observed counts of each feature. */
function addGradient(
  { labels: L, edgeBase }: Problem,
  work: Work,
  sequence: Encoded,
  gradient: Float64Array,
): void {
  const { nodes, edges, alpha, beta, scales } = work;
  const square = L * L;
  const surplus = new Float64Array(square);
  for (const [at, label] of sequence.gold.entries()) {
    const before = at === 0 ? 0 : sequence.gold[at - 1]!;
    for (let b = 0; b < L; b++) {
      const from = at === 0 ? Number(b === 0) : alpha[(at - 1) * L + b]!;
      for (let y = 0; y < L; y++) {
        surplus[b * L + y] =
          (from * edges[at * square + b * L + y]! * nodes[at * L + y]! * beta[at * L + y]!) / scales[at]!;
      }
    }
    surplus[before * L + label]! -= 1;
    if (surplus.every((value) => Math.abs(value) < settled)) continue;
    for (const id of sequence.edges[at]!) {
      const row = edgeBase + id * square;
      for (let y = 0; y < square; y++) gradient[row + y]! += surplus[y]!;
    }
    for (let y = 0; y < L; y++) {
      let sum = 0;
      for (let b = 0; b < L; b++) sum += surplus[b * L + y]!;
      if (Math.abs(sum) < settled) continue;
      for (const id of sequence.nodes[at]!) gradient[id * L + y]! += sum;
    }
  }
}

/** Limited-memory BFGS (Nocedal 1980) with backtracking: the objective is convex and smooth. */
function minimize(problem: Problem, { penalty, iterations, onIteration }: FitOptions): Float64Array {
  const { size } = problem;
  const work = makeWork(problem.labels, problem);
  const memory: { s: Float64Array; y: Float64Array; rho: number }[] = [];
  const objective = (at: Float64Array, gradient: Float64Array): number => {
    gradient.fill(0);
    let value = evaluate(problem, work, at, gradient);
    for (let i = 0; i < size; i++) {
      value += (penalty / 2) * at[i]! * at[i]!;
      gradient[i]! += penalty * at[i]!;
    }
    return value;
  };
  let weights = new Float64Array(size);
  let gradient = new Float64Array(size);
  let value = objective(weights, gradient);
  for (let iteration = 1; iteration <= iterations; iteration++) {
    const direction = descend(gradient, memory);
    const slope = dot(direction, gradient);
    let step = memory.length === 0 ? 1 / Math.sqrt(dot(gradient, gradient)) : 1;
    let next = new Float64Array(size);
    let nextGradient = new Float64Array(size);
    let nextValue = Infinity;
    for (let tries = 0; tries < 20; tries++, step /= 2) {
      for (let i = 0; i < size; i++) next[i] = weights[i]! + step * direction[i]!;
      nextValue = objective(next, nextGradient);
      if (nextValue <= value + 1e-4 * step * slope) break;
    }
    const s = new Float64Array(size);
    const y = new Float64Array(size);
    for (let i = 0; i < size; i++) {
      s[i] = next[i]! - weights[i]!;
      y[i] = nextGradient[i]! - gradient[i]!;
    }
    const curvature = dot(s, y);
    if (curvature > 1e-10) memory.push({ s, y, rho: 1 / curvature });
    if (memory.length > 6) memory.shift();
    const gain = (value - nextValue) / Math.abs(value);
    [weights, gradient, value] = [next, nextGradient, nextValue];
    onIteration?.(iteration, value);
    if (gain < 1e-5) break;
  }
  return weights;
}

/** The two-loop recursion: minus the gradient times an estimate of the inverse Hessian. */
function descend(
  gradient: Float64Array,
  memory: readonly { s: Float64Array; y: Float64Array; rho: number }[],
): Float64Array {
  const direction = gradient.map((value) => -value);
  const alphas: number[] = [];
  for (const { s, y, rho } of memory.toReversed()) {
    const alpha = rho * dot(s, direction);
    alphas.unshift(alpha);
    addScaled(direction, y, -alpha);
  }
  const latest = memory.at(-1);
  if (latest !== undefined) {
    const scale = 1 / (latest.rho * dot(latest.y, latest.y));
    for (let i = 0; i < direction.length; i++) direction[i]! *= scale;
  }
  for (const [index, { s, y, rho }] of memory.entries()) {
    addScaled(direction, s, alphas[index]! - rho * dot(y, direction));
  }
  return direction;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function addScaled(into: Float64Array, from: Float64Array, factor: number): void {
  for (let i = 0; i < into.length; i++) into[i]! += factor * from[i]!;
}
