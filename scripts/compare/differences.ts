/** What two sequences differ in: what they have in common, in order, is left out. */
import { align } from '../emit/align.ts';

/** One of the two is absent where something was added or taken away. */
export type Difference = { before?: string; after?: string };

/** Between two items that both have, what went and what came are paired in their order. */
export function listDifferences(before: readonly string[], after: readonly string[]): Difference[] {
  const partners = [...align(before, after), after.length];
  const differences: Difference[] = [];
  let [from, start] = [0, 0];
  for (const [index, partner] of partners.entries()) {
    if (partner === undefined) continue;
    differences.push(...pair(before.slice(from, index), after.slice(start, partner)));
    [from, start] = [index + 1, partner + 1];
  }
  return differences;
}

function pair(gone: readonly string[], come: readonly string[]): Difference[] {
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, index) =>
    toDifference(gone[index], come[index]),
  );
}

export function toDifference(before: string | undefined, after: string | undefined): Difference {
  return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}
