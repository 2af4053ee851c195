/**
 * A linear-chain conditional random field (Lafferty, McCallum, Pereira 2001): inference only. A position has features
 * that score its label, and features that score the pair of its label and the one before.
 */

/**
 * How a feature is named: a template and the values in it. Training keeps names, which people can read in the weights;
 * restoring hashes them, which is several times faster than to build strings.
 */
export type Name<F> = (
  template: string,
  a?: Value,
  b?: Value,
  c?: Value,
  d?: Value,
  e?: Value,
  g?: Value,
) => F;

type Value = string | number | boolean;

export const nameFeature: Name<string> = (...parts) => parts.join(' ');

/** The FNV-1a hash of the name, without the name. Plain parameters, for this is called a hundred times a token. */
export const hashFeature: Name<number> = (template, a, b, c, d, e, g) => {
  let hash = hashText(0x811c9dc5, template);
  if (a !== undefined) hash = hashValue(hash, a);
  if (b !== undefined) hash = hashValue(hash, b);
  if (c !== undefined) hash = hashValue(hash, c);
  if (d !== undefined) hash = hashValue(hash, d);
  if (e !== undefined) hash = hashValue(hash, e);
  return g === undefined ? hash : hashValue(hash, g);
};

const hashValue = (hash: number, value: Value): number =>
  hashText(Math.imul(hash ^ 32, 0x01000193), typeof value === 'string' ? value : String(value));

function hashText(hash: number, text: string): number {
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

/** Weights by the hash of the feature: `nodes` by label, `edges` by `before * labels + label`. */
export type CrfModel = { labels: number; nodes: Weights; edges: Weights };

/**
 * Rows of weights by hash, as an open-addressing table. A slot is a hash, 0 where the slot is empty, and its row of
 * weights behind it, so that what is read together lies together; `keys` and `values` see the same memory. Most features
 * that are looked up have no weight: `known` has a bit for each hash that may have one (Bloom 1970, with one hash), and
 * is small enough to stay in the processor's cache.
 */
export type Weights = {
  width: number;
  known: Int32Array;
  mask: number;
  keys: Int32Array;
  values: Float32Array;
};

const knownBits = 2 ** 19;

export function packWeights(width: number, entries: ReadonlyMap<number, readonly number[]>): Weights {
  const stride = width + 1;
  const size = 2 ** Math.ceil(Math.log2(2 * (entries.size + 1)));
  const memory = new ArrayBuffer(4 * size * stride);
  const table: Weights = {
    width,
    known: new Int32Array(knownBits / 32),
    mask: size - 1,
    keys: new Int32Array(memory),
    values: new Float32Array(memory),
  };
  for (const [hash, weights] of entries) {
    table.known[(hash & (knownBits - 1)) >> 5]! |= 1 << (hash & 31);
    let slot = hash & table.mask;
    while (table.keys[slot * stride] !== 0) slot = (slot + 1) & table.mask;
    table.keys[slot * stride] = hash;
    table.values.set(weights, slot * stride + 1);
  }
  return table;
}

/** What is known of one position. `edges` bear on the label pair that ends here. */
export type Position<F> = { nodes: F[]; edges: F[] };

/** Scores of one sequence: `nodes[at * L + label]`, `edges[at * L * L + before * L + label]`; label 0 stands before the first. */
export type Lattice = { labels: number; length: number; nodes: Float64Array; edges: Float64Array };

export function scoreSequence(model: CrfModel, positions: readonly Position<number>[]): Lattice {
  const { labels } = model;
  const nodes = new Float64Array(positions.length * labels);
  const edges = new Float64Array(positions.length * labels * labels);
  for (const [at, position] of positions.entries()) {
    addWeights(model.nodes, position.nodes, nodes, at * labels);
    addWeights(model.edges, position.edges, edges, at * labels * labels);
  }
  return { labels, length: positions.length, nodes, edges };
}

function addWeights(
  { width, known, mask, keys, values }: Weights,
  features: readonly number[],
  into: Float64Array,
  offset: number,
): void {
  const stride = width + 1;
  for (const feature of features) {
    if ((known[(feature & (knownBits - 1)) >> 5]! & (1 << (feature & 31))) === 0) continue;
    let at = (feature & mask) * stride;
    while (keys[at] !== feature && keys[at] !== 0) at = at === mask * stride ? 0 : at + stride;
    if (keys[at] === 0) continue;
    for (let label = 0; label < width; label++) into[offset + label]! += values[at + 1 + label]!;
  }
}

/** Forward and backward log scores of a lattice and the log of their sum over all labellings. */
export type Sums = { forward: Float64Array; backward: Float64Array; total: number };

export function sumLattice(lattice: Lattice): Sums {
  const { labels, length, nodes, edges } = lattice;
  const { forward, total } = sumForward(lattice);
  const backward = new Float64Array(length * labels);
  const terms = new Float64Array(labels);
  for (let at = length - 2; at >= 0; at--) {
    for (let label = 0; label < labels; label++) {
      for (let next = 0; next < labels; next++) {
        const edge = edges[((at + 1) * labels + label) * labels + next]!;
        terms[next] = edge + nodes[(at + 1) * labels + next]! + backward[(at + 1) * labels + next]!;
      }
      backward[at * labels + label] = logSum(terms);
    }
  }
  return { forward, backward, total };
}

export function sumForward({ labels, length, nodes, edges }: Lattice): Omit<Sums, 'backward'> {
  const forward = new Float64Array(length * labels);
  const terms = new Float64Array(labels);
  for (let label = 0; label < labels; label++) forward[label] = nodes[label]! + edges[label]!;
  for (let at = 1; at < length; at++) {
    for (let label = 0; label < labels; label++) {
      for (let before = 0; before < labels; before++) {
        terms[before] =
          forward[(at - 1) * labels + before]! + edges[(at * labels + before) * labels + label]!;
      }
      forward[at * labels + label] = nodes[at * labels + label]! + logSum(terms);
    }
  }
  return { forward, total: logSum(forward.slice((length - 1) * labels)) };
}

function logSum(terms: Float64Array): number {
  let most = -Infinity;
  for (const term of terms) if (term > most) most = term;
  if (most === -Infinity) return most;
  let sum = 0;
  for (const term of terms) sum += Math.exp(term - most);
  return most + Math.log(sum);
}

/** The score of one labelling. */
export function scoreLabels({ labels, nodes, edges }: Lattice, chosen: readonly number[]): number {
  let score = 0;
  for (const [at, label] of chosen.entries()) {
    const before = at === 0 ? 0 : chosen[at - 1]!;
    score += nodes[at * labels + label]! + edges[(at * labels + before) * labels + label]!;
  }
  return score;
}

/** The labelling with the highest score (Viterbi). */
export function findBest({ labels, length, nodes, edges }: Lattice): number[] {
  const scores = new Float64Array(length * labels);
  const pointers = new Uint8Array(length * labels);
  for (let at = 0; at < length; at++) {
    for (let label = 0; label < labels; label++) {
      let most = at === 0 ? edges[label]! : -Infinity;
      for (let before = at === 0 ? labels : 0; before < labels; before++) {
        const score = scores[(at - 1) * labels + before]! + edges[(at * labels + before) * labels + label]!;
        if (score <= most) continue;
        most = score;
        pointers[at * labels + label] = before;
      }
      scores[at * labels + label] = most + nodes[at * labels + label]!;
    }
  }
  const best = Array.from({ length }, () => 0);
  let label = 0;
  const last = (length - 1) * labels;
  for (let other = 1; other < labels; other++)
    if (scores[last + other]! > scores[last + label]!) label = other;
  for (let at = length - 1; at >= 0; at--) {
    best[at] = label;
    label = pointers[at * labels + label]!;
  }
  return best;
}
