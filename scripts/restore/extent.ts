/** Where the formulas are: tokens labelled outside, beginning or inside a formula by a conditional random field. */
import { findActive } from './active.ts';
import { hashFeature, scoreSequence, type CrfModel, type Lattice, type Name, type Position } from './crf.ts';
import { gatherEvidence, readPassage, type Evidence, type Passage } from './evidence.ts';
import { describe } from './extent-features.ts';
import { correctExtents } from './extent-rules.ts';
import { labels, readSegments, type Segment } from './segments.ts';
import { tokenize } from './tokens.ts';
import type { WordModel } from './words.ts';

/** A found formula by the tokens of its passage. */
export type Extent = Segment;

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
  const segments = readSegments(lattice, (from, to) => isBalanced(passage, from + offset, to + offset));
  return segments.map(({ from, to, probability }) => ({ from: from + offset, to: to + offset, probability }));
}

/** No bracket inside has its partner outside. A bracket without any partner proves nothing. */
function isBalanced({ brackets: { partner } }: Passage, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const other = partner[at]!;
    if (other >= 0 && (other < from || other >= to)) return false;
  }
  return true;
}
