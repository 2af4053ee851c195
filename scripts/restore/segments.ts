/**
 * The labels of a lattice -> whole formulas: the likeliest labelling whose formulas cut no pair of brackets. Viterbi's is
 * taken where it cuts none. Where it does, whole extents are chosen among all that are not quite unlikely, as a
 * semi-Markov model does (Sarawagi, Cohen 2004), with the scores of the labels.
 */
import { findBest, sumLattice, type Lattice, type Sums } from './crf.ts';

export const labels = { outside: 0, begin: 1, inside: 2 } as const;

/** Tokens `[from, to)` and the probability that just these are one formula. */
export type Segment = { from: number; to: number; probability: number };

/** A segment with the score of its tokens, less that of what leads into it. */
type Candidate = Segment & { score: number };

/** May the tokens `[from, to)` be a formula, for their brackets? */
export type IsWhole = (from: number, to: number) => boolean;

/** A segment that is less probable is not considered. */
const negligible = 0.002;

export function readSegments(lattice: Lattice, isWhole: IsWhole): Segment[] {
  const found = findSegments(findBest(lattice));
  if (found.length === 0) return [];
  const sums = sumLattice(lattice);
  if (!found.every(({ from, to }) => isWhole(from, to)))
    return chooseSegments(lattice, listCandidates(lattice, sums, isWhole));
  return found.map(({ from, to }) => {
    const [segment] = spread(lattice, sums, from, to, to);
    return { from, to, probability: segment!.probability };
  });
}

function findSegments(best: readonly number[]): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (const [at, label] of best.entries()) {
    if (label === labels.begin) found.push({ from: at, to: at + 1 });
    if (label === labels.inside) found.at(-1)!.to = at + 1;
  }
  return found;
}

/** In the order of their ends. */
function listCandidates(lattice: Lattice, sums: Sums, isWhole: IsWhole): Candidate[] {
  const found: Candidate[] = [];
  for (let from = 0; from < lattice.length; from++) {
    for (const candidate of spread(lattice, sums, from, from + 1, lattice.length)) {
      if (candidate.mass < negligible) break;
      if (candidate.probability >= negligible && isWhole(from, candidate.to)) found.push(candidate);
    }
  }
  return found.sort((a, b) => a.to - b.to || a.from - b.from);
}

/**
 * The segments that begin at `from` and end at `least` up to `most`. `mass` is the probability of a segment and of
 * all that are longer.
 */
function* spread(
  { labels: count, length, nodes, edges }: Lattice,
  { forward, backward, total }: Sums,
  from: number,
  least: number,
  most: number,
): Generator<Candidate & { mass: number }> {
  const lead = forward[from * count + labels.begin]!;
  const own = nodes[from * count + labels.begin]!;
  let score = lead;
  let last: number = labels.begin;
  for (let to = from + 1; to <= most; to++) {
    const step = (label: number): number =>
      edges[(to * count + last) * count + label]! + nodes[to * count + label]!;
    if (to >= least) {
      const end = (label: number): number =>
        Math.exp(score + (step(label) + backward[to * count + label]!) - total);
      const probability = to === length ? Math.exp(score - total) : end(labels.outside) + end(labels.begin);
      const mass = Math.exp(score + backward[(to - 1) * count + last]! - total);
      yield { from, to, score: own + (score - lead), probability, mass };
    }
    if (to === length) return;
    score += step(labels.inside);
    last = labels.inside;
  }
}

/** Where the best way to a token comes from: the token and label before, and the segment between, if it is one. */
type Arrival = { at: number; label: number; segment?: Candidate };

/** The best sequence of candidates and of tokens outside. */
function chooseSegments(
  { labels: count, length, nodes, edges }: Lattice,
  candidates: readonly Candidate[],
): Segment[] {
  const scores = new Float64Array((length + 1) * count).fill(-Infinity);
  const arrivals: Arrival[] = [];
  scores[0] = 0;
  const arrive = (
    to: number,
    label: number,
    from: number,
    entry: number,
    gain: number,
    segment?: Candidate,
  ): void => {
    for (let before = 0; before < count; before++) {
      const score = scores[from * count + before]! + edges[(from * count + before) * count + entry]! + gain;
      if (score <= scores[to * count + label]!) continue;
      scores[to * count + label] = score;
      arrivals[to * count + label] = { at: from, label: before, ...(segment && { segment }) };
    }
  };
  let nth = 0;
  for (let to = 1; to <= length; to++) {
    arrive(to, labels.outside, to - 1, labels.outside, nodes[(to - 1) * count + labels.outside]!);
    for (; candidates[nth]?.to === to; nth++) {
      const segment = candidates[nth]!;
      const last = segment.from + 1 === to ? labels.begin : labels.inside;
      arrive(to, last, segment.from, labels.begin, segment.score, segment);
    }
  }
  return traceBack(arrivals, count, length, scores);
}

function traceBack(
  arrivals: readonly Arrival[],
  count: number,
  length: number,
  scores: Float64Array,
): Segment[] {
  const chosen: Segment[] = [];
  const ends = scores.subarray(length * count);
  let label = ends.indexOf(Math.max(...ends));
  for (let at = length; at > 0;) {
    const arrival = arrivals[at * count + label]!;
    if (arrival.segment !== undefined) chosen.unshift(arrival.segment);
    ({ at, label } = arrival);
  }
  return chosen;
}
