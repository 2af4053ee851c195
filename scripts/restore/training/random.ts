/** Chance that is the same in each run. */
import type { Encoded, Problem } from './encode.ts';

/** Numbers in [0, 1) from a seed (mulberry32). */
export function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function shuffle(order: number[], random: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
}

export type Thin = (sequence: Encoded) => Encoded;

/** Gives back a sequence without a `share` of its features. The result lives until the next call. */
export function makeThinner({ sequences }: Problem, share: number, random: () => number): Thin {
  const most = (count: (sequence: Encoded) => number): number =>
    sequences.reduce((max, sequence) => Math.max(max, count(sequence)), 1);
  const nodes = new Int32Array(most((sequence) => sequence.nodes.length));
  const edges = new Int32Array(most((sequence) => sequence.edges.length));
  const nodeStarts = new Int32Array(most(({ gold }) => gold.length) + 1);
  const edgeStarts = new Int32Array(nodeStarts.length);
  const copy = (
    ids: Int32Array,
    starts: Int32Array,
    to: Int32Array,
    toStarts: Int32Array,
    length: number,
  ): void => {
    let kept = 0;
    for (let at = 0; at < length; at++) {
      for (let i = starts[at]!; i < starts[at + 1]!; i++) if (random() >= share) to[kept++] = ids[i]!;
      toStarts[at + 1] = kept;
    }
  };
  return (sequence) => {
    const { gold } = sequence;
    copy(sequence.nodes, sequence.nodeStarts, nodes, nodeStarts, gold.length);
    copy(sequence.edges, sequence.edgeStarts, edges, edgeStarts, gold.length);
    return { gold, nodes, nodeStarts, edges, edgeStarts };
  };
}
