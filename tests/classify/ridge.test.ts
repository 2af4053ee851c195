import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitRidge } from '../../scripts/classify/ridge.ts';

/** Points on a line, alike as they are near. */
const kernelOf = (points: readonly number[], others: readonly number[]) =>
  points.map((a) => Float64Array.from(others, (b) => Math.exp(-Math.abs(a - b))));

const predict = (weights: Float64Array, targets: readonly number[]) =>
  targets.reduce((sum, target, i) => sum + weights[i]! * target, 0);

test('comes back to a target where there is almost no noise', () => {
  const points = [0, 1, 3];
  const ridge = fitRidge(kernelOf(points, points), 1e-9);
  expect(predict(ridge.weights(kernelOf([1], points)[0]!, []), [5, -2, 4])).toBeCloseTo(-2, 5);
});

test('answers without those held out as if it had never seen them', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: -20, max: 20 }), { minLength: 4, maxLength: 9 }),
      fc.integer({ min: 1, max: 2 }),
      (points, held) => {
        const heldOut = Array.from({ length: held }, (_, i) => i);
        const rest = points.slice(held);
        const all = fitRidge(kernelOf(points, points), 0.5).weights(kernelOf([0.5], points)[0]!, heldOut);
        const without = fitRidge(kernelOf(rest, rest), 0.5).weights(kernelOf([0.5], rest)[0]!, []);
        expect(Array.from(all.slice(0, held))).toEqual(heldOut.map(() => 0));
        without.forEach((weight, i) => expect(all[held + i]).toBeCloseTo(weight, 8));
      },
    ),
    { seed: 1, numRuns: 100 },
  );
});

test('has nothing to say without teachers', () => {
  expect(Array.from(fitRidge([], 1).weights(new Float64Array(), []))).toEqual([]);
});
