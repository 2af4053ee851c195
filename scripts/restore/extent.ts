/** Where the formulas are: tokens labelled outside, beginning or inside a formula by a conditional random field. */
import { findActive } from './active.ts';
import {
  findBest,
  hashFeature,
  scoreSequence,
  sumLattice,
  type CrfModel,
  type Lattice,
  type Name,
  type Position,
  type Sums,
} from './crf.ts';
import { gatherEvidence, readPassage, type Evidence, type Passage } from './evidence.ts';
import { describe } from './extent-features.ts';
import { correctExtents } from './extent-rules.ts';
import { tokenize } from './tokens.ts';
import type { WordModel } from './words.ts';

export const labels = { outside: 0, begin: 1, inside: 2 } as const;

/** A found formula: its tokens `[from, to)` and the probability of just this extent. */
export type Extent = { from: number; to: number; probability: number };

/** A paper made ready to be judged, one passage a field. */
export type Reading = { passages: Passage[]; evidence: Evidence; runs: Run[] };

/** A stretch `[from, to)` of tokens of one passage that need judging. */
export type Run = { passage: Passage; from: number; to: number };

export function readPaper(words: WordModel, fields: readonly string[]): Reading {
  const passages = fields.map((raw) => readPassage(tokenize(raw, words)));
  return { passages, evidence: gatherEvidence(passages), runs: passages.flatMap(findRuns) };
}

function findRuns(passage: Passage): Run[] {
  const active = findActive(passage);
  const runs: Run[] = [];
  for (let from = 0; from < active.length; from++) {
    if (active[from] === 0) continue;
    let to = from;
    while (active[to] === 1) to++;
    runs.push({ passage, from, to });
    from = to;
  }
  return runs;
}

/** The features of a run's tokens. */
export function describeRun<F>({ evidence }: Reading, { passage, from, to }: Run, f: Name<F>): Position<F>[] {
  const positions: Position<F>[] = [];
  for (let at = from; at < to; at++) positions.push(describe(passage, evidence, at, f));
  return positions;
}

/** The formulas of a paper, by passage. */
export function findExtents(model: CrfModel, reading: Reading): Extent[][] {
  const found = new Map<Passage, Extent[]>(reading.passages.map((passage) => [passage, []]));
  for (const run of reading.runs) {
    const lattice = scoreSequence(model, describeRun(reading, run, hashFeature));
    forbid(lattice, run);
    found.get(run.passage)!.push(...readExtents(lattice, run));
  }
  return correctExtents(
    reading,
    reading.passages.map((passage) => found.get(passage)!),
  );
}

/** A formula cannot be continued where none is, and holds no dash of prose. */
function forbid({ labels: count, length, nodes, edges }: Lattice, { passage, from }: Run): void {
  for (let at = 0; at < length; at++) {
    edges[at * count * count + labels.outside * count + labels.inside] = -Infinity;
    if (/^[–—]$/.test(passage.tokens[from + at]!.text))
      nodes.fill(-Infinity, at * count + labels.begin, at * count + labels.inside + 1);
  }
}

function readExtents(lattice: Lattice, { passage, from: offset }: Run): Extent[] {
  const best = findBest(lattice);
  if (best.every((label) => label === labels.outside)) return [];
  const sums = sumLattice(lattice);
  const extents: Extent[] = [];
  for (let from = 0; from < best.length; from++) {
    if (best[from] === labels.outside) continue;
    let to = from + 1;
    while (best[to] === labels.inside) to++;
    const floor = extents.length > 0 ? extents.at(-1)!.to - offset : 0;
    const chosen = isBalanced(passage, from + offset, to + offset)
      ? { from, to, probability: getExtentProbability(lattice, sums, from, to) }
      : findBalanced(lattice, sums, passage, offset, floor, from, to);
    extents.push({ from: chosen.from + offset, to: chosen.to + offset, probability: chosen.probability });
    from = Math.max(to, chosen.to) - 1;
  }
  return extents;
}

/** No bracket inside has its partner outside. A bracket without any partner proves nothing. */
function isBalanced({ brackets: { partner } }: Passage, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const other = partner[at]!;
    if (other >= 0 && (other < from || other >= to)) return false;
  }
  return true;
}

/** How far the ends of an extent may be moved for its brackets. */
const reach = 12;

/** The most probable balanced extent that overlaps the one found. */
function findBalanced(
  lattice: Lattice,
  sums: Sums,
  passage: Passage,
  offset: number,
  floor: number,
  from: number,
  to: number,
): Extent {
  let chosen: Extent = { from, to, probability: 0 };
  for (let first = Math.max(floor, from - reach); first < to; first++) {
    for (let end = Math.max(first, from) + 1; end <= Math.min(lattice.length, to + reach); end++) {
      if (!isBalanced(passage, first + offset, end + offset)) continue;
      const probability = getExtentProbability(lattice, sums, first, end);
      if (probability > chosen.probability) chosen = { from: first, to: end, probability };
    }
  }
  return chosen;
}

/** The probability that exactly the tokens `[from, to)` of a run are one formula. */
function getExtentProbability(
  lattice: Lattice,
  { forward, backward, total }: Sums,
  from: number,
  to: number,
): number {
  const { labels: count, length, nodes, edges } = lattice;
  let score = forward[from * count + labels.begin]!;
  let last: number = labels.begin;
  for (let at = from + 1; at < to; at++) {
    score += nodes[at * count + labels.inside]! + edges[(at * count + last) * count + labels.inside]!;
    last = labels.inside;
  }
  if (to === length) return Math.exp(score - total);
  let probability = 0;
  for (const next of [labels.outside, labels.begin]) {
    const after =
      edges[(to * count + last) * count + next]! + nodes[to * count + next]! + backward[to * count + next]!;
    probability += Math.exp(score + after - total);
  }
  return probability;
}
