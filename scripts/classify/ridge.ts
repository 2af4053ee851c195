/**
 * Kernel ridge regression whose answers can leave out what they are asked about.
 *
 * Source: C. E. Rasmussen, C. K. I. Williams, "Gaussian Processes for Machine Learning", 2006, §2.2 (the predictor) and §5.4.2
 * (leaving examples out by partitioning the inverse). Deterministic: a Cholesky factorisation, no iteration, no seed.
 */

export type Ridge = {
  /**
   * The weight of each teacher's target in the answer for a pupil whose kernel with the teachers is `similar`. Teachers at
   * `heldOut` get weight zero and have no influence: the weights are those of a fit without them.
   */
  weights(similar: Float64Array, heldOut: readonly number[]): Float64Array;
};

/** Fits on a symmetric kernel matrix; `noise` is the variance that a target has by itself. */
export function fitRidge(kernel: readonly Float64Array[], noise: number): Ridge {
  const inverse = invert(kernel.map((row, i) => row.map((value, j) => value + (i === j ? noise : 0))));
  return {
    weights(similar, heldOut) {
      const weights = inverse.map((row) => dot(row, similar));
      if (heldOut.length > 0) {
        const corner = heldOut.map((i) => Float64Array.from(heldOut, (j) => inverse[i]?.[j] ?? 0));
        const shares = invert(corner).map((row) =>
          dot(
            row,
            Float64Array.from(heldOut, (j) => weights[j] ?? 0),
          ),
        );
        heldOut.forEach((i, k) => inverse[i]?.forEach((value, j) => (weights[j]! -= value * shares[k]!)));
        for (const i of heldOut) weights[i] = 0;
      }
      return Float64Array.from(weights);
    },
  };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** The inverse of a symmetric positive definite matrix A = L Lᵀ, as (L⁻¹)ᵀ L⁻¹. */
function invert(matrix: readonly Float64Array[]): Float64Array[] {
  const size = matrix.length;
  const factor = matrix.map((row) => row.slice());
  for (let j = 0; j < size; j++) {
    const pivotRow = factor[j]!;
    for (let i = j; i < size; i++) {
      const row = factor[i]!;
      let sum = row[j]!;
      for (let k = 0; k < j; k++) sum -= row[k]! * pivotRow[k]!;
      row[j] = i === j ? Math.sqrt(sum) : sum / pivotRow[j]!;
    }
  }
  const lower = matrix.map((_, i) => unitSolve(factor, i));
  return lower.map((_, i) =>
    Float64Array.from({ length: size }, (_, j) => {
      let sum = 0;
      for (let k = Math.max(i, j); k < size; k++) sum += lower[i]![k]! * lower[j]![k]!;
      return sum;
    }),
  );
}

/** Column `at` of L⁻¹. */
function unitSolve(factor: readonly Float64Array[], at: number): Float64Array {
  const column = new Float64Array(factor.length);
  for (let i = at; i < factor.length; i++) {
    let sum = i === at ? 1 : 0;
    for (let k = at; k < i; k++) sum -= factor[i]![k]! * column[k]!;
    column[i] = sum / factor[i]![i]!;
  }
  return column;
}
