/** "Did you mean": the known name nearest to what was written. */
import { distance } from 'fastest-levenshtein';

/** The candidate at the smallest edit distance, if that is at most a third of the longer name; ties go to the first. */
export function closest(written: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Infinity;
  // Nobody means a short name by a very long one, and the distance takes time by the product of the lengths.
  if (written.length > 200) return undefined;
  for (const candidate of candidates) {
    const edits = distance(written.toLowerCase(), candidate.toLowerCase());
    if (edits < least && edits <= Math.max(written.length, candidate.length) / 3) {
      best = candidate;
      least = edits;
    }
  }
  return best;
}
