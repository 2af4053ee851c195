/** Forward and backward sums of a sequence whose potentials are known, scaled to one a position. */
import type { Problem } from './encode.ts';

/** The buffers of one sequence: potentials, sums, and the surplus of one position. */
export type Work = {
  nodes: Float64Array;
  edges: Float64Array;
  alpha: Float64Array;
  beta: Float64Array;
  scales: Float64Array;
  surplus: Float64Array;
};

export function makeWork({ labels, sequences }: Problem): Work {
  const longest = sequences.reduce((most, { gold }) => Math.max(most, gold.length), 1);
  const make = (width: number): Float64Array => new Float64Array(longest * width);
  return {
    nodes: make(labels),
    edges: make(labels * labels),
    alpha: make(labels),
    beta: make(labels),
    scales: make(1),
    surplus: new Float64Array(labels * labels),
  };
}

/** Fills in the sums; returns the log of the sum over all labellings. */
export function sumBothWays(L: number, { nodes, edges, alpha, beta, scales }: Work, length: number): number {
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
