import { expect, test } from 'vitest';
import type { Lattice } from '../../scripts/restore/crf.ts';
import { readSegments } from '../../scripts/restore/segments.ts';

/** A lattice of tokens with scores of [outside, begin, inside] each, and nothing to say of their order. */
function makeLattice(scores: readonly [number, number, number][]): Lattice {
  const edges = new Float64Array(9 * scores.length);
  for (let at = 0; at < scores.length; at++) edges[9 * at + 2] = -Infinity;
  return { labels: 3, length: scores.length, nodes: Float64Array.from(scores.flat()), edges };
}

const read = (scores: readonly [number, number, number][], isWhole: (from: number, to: number) => boolean) =>
  readSegments(makeLattice(scores), isWhole).map(({ from, to }) => [from, to]);

test('the likeliest labels are taken where every extent is whole', () => {
  const scores: [number, number, number][] = [
    [0, 2, 0],
    [0, 0, 2],
    [2, 0, 0],
    [0, 2, 0],
  ];
  expect(read(scores, () => true)).toEqual([
    [0, 2],
    [3, 4],
  ]);
});

test('an extent that is not whole gives way to the best sequence of those that are', () => {
  // `[0, 3)` is likeliest, then `[0, 2)`; next to `[0, 1)` the second half is worth a formula of its own.
  const scores: [number, number, number][] = [
    [0, 3, 0],
    [0, 1.5, 2],
    [0, 0, 2],
  ];
  expect(read(scores, () => true)).toEqual([[0, 3]]);
  expect(read(scores, (from, to) => to - from !== 3)).toEqual([
    [0, 1],
    [1, 3],
  ]);
  expect(read(scores, (from) => from === 0)).toEqual([[0, 3]]);
  expect(read(scores, (from, to) => from === 1 && to === 2)).toEqual([[1, 2]]);
});

test('without any whole extent there is no formula', () => {
  expect(read([[0, 3, 0]], () => false)).toEqual([]);
});

test('the probabilities of all extents that hold a token are those of its being in a formula', () => {
  const scores: [number, number, number][] = [
    [0, 1, 0],
    [0, 0.5, 0.2],
  ];
  const [first] = readSegments(makeLattice(scores), () => true);
  // begin and begin against begin and inside, begin and outside, outside and outside, outside and begin
  const ways = [Math.exp(1.5), Math.exp(1.2), Math.exp(1), 1, Math.exp(0.5)];
  const sum = ways.reduce((total, way) => total + way, 0);
  expect(first).toEqual({ from: 0, to: 1, probability: expect.closeTo((ways[0]! + ways[2]!) / sum, 10) });
});
