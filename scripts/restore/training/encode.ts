/** Labelled sequences with features by hash -> with features by number, flat, so that a pass over them is a pass over memory. */
import { hashFeature, nameFeature, type Name } from '../crf.ts';
import type { LabelledSequence } from './fit.ts';

export type Problem = {
  labels: number;
  /** How many weights there are: the nodes' rows, then from `edgeBase` on the edges'. */
  size: number;
  edgeBase: number;
  nodeIds: Map<number, number>;
  edgeIds: Map<number, number>;
  sequences: Encoded[];
};

/** The features of position `at` are `nodes[nodeStarts[at]]` up to `nodes[nodeStarts[at + 1]]`; edges likewise. */
export type Encoded = {
  gold: Uint8Array;
  nodes: Int32Array;
  nodeStarts: Int32Array;
  edges: Int32Array;
  edgeStarts: Int32Array;
};

/** Hashes features as restoring does, and remembers what they were called. */
export function makeNamer(): { name: Name<number>; names: Map<number, string> } {
  const names = new Map<number, string>();
  const name: Name<number> = (...parts) => {
    const hash = hashFeature(...parts);
    if (!names.has(hash)) names.set(hash, nameFeature(...parts));
    return hash;
  };
  return { name, names };
}

export function encodeSequences(
  sequences: readonly LabelledSequence[],
  labels: number,
  minimum: number,
): Problem {
  const nodeIds = numberFeatures(sequences, 'nodes', minimum);
  const edgeIds = numberFeatures(sequences, 'edges', minimum);
  const edgeBase = nodeIds.size * labels;
  return {
    labels,
    edgeBase,
    size: edgeBase + edgeIds.size * labels * labels,
    nodeIds,
    edgeIds,
    sequences: sequences.map(({ positions, gold }) => {
      const nodes = encode(positions, 'nodes', nodeIds);
      const edges = encode(positions, 'edges', edgeIds);
      return {
        gold: Uint8Array.from(gold),
        nodes: nodes.ids,
        nodeStarts: nodes.starts,
        edges: edges.ids,
        edgeStarts: edges.starts,
      };
    }),
  };
}

/** Frequent features first, so that what is read together lies together. */
function numberFeatures(
  sequences: readonly LabelledSequence[],
  of: 'nodes' | 'edges',
  minimum: number,
): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { positions } of sequences)
    for (const position of positions) for (const f of position[of]) counts.set(f, (counts.get(f) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= minimum).sort(([, x], [, y]) => y - x);
  return new Map(kept.map(([feature], id) => [feature, id]));
}

function encode(
  positions: LabelledSequence['positions'],
  of: 'nodes' | 'edges',
  ids: ReadonlyMap<number, number>,
): { ids: Int32Array; starts: Int32Array } {
  const found: number[] = [];
  const starts = new Int32Array(positions.length + 1);
  for (const [at, position] of positions.entries()) {
    for (const feature of position[of]) {
      const id = ids.get(feature);
      if (id !== undefined) found.push(id);
    }
    starts[at + 1] = found.length;
  }
  return { ids: Int32Array.from(found), starts };
}

/** Takes out of all sequences the features that no label has a weight of `floor` for, and forgets their weights. */
export function dropWeak(
  { labels, edgeBase, sequences }: Problem,
  weights: Float32Array,
  floor: number,
): void {
  const isKept = (row: number, width: number): boolean => {
    for (let at = row; at < row + width; at++) if (Math.abs(weights[at]!) >= floor) return true;
    weights.fill(0, row, row + width);
    return false;
  };
  const filter = (ids: Int32Array, starts: Int32Array, base: number, width: number): Int32Array => {
    let kept = 0;
    let from = 0;
    for (let at = 0; at + 1 < starts.length; at++) {
      const to = starts[at + 1]!;
      for (let i = from; i < to; i++) if (isKept(base + ids[i]! * width, width)) ids[kept++] = ids[i]!;
      from = to;
      starts[at + 1] = kept;
    }
    return ids.slice(0, kept);
  };
  for (const sequence of sequences) {
    sequence.nodes = filter(sequence.nodes, sequence.nodeStarts, 0, labels);
    sequence.edges = filter(sequence.edges, sequence.edgeStarts, edgeBase, labels * labels);
  }
}
