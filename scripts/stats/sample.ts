/** A sample that anyone can draw again: things are ordered by a digest of the seed and their name. */
import { createHash } from 'node:crypto';
import { compareText } from '../../src/contract/findings.ts';

/** Draws `size` of the things (all, if there are fewer), in the order of drawing. */
export function drawSample<T extends { slug: string }>(
  things: readonly T[],
  size: number,
  seed: string,
): T[] {
  const lot = ({ slug }: T): string => createHash('sha256').update(`${seed}\n${slug}`).digest('hex');
  return things
    .map((thing) => ({ thing, lot: lot(thing) }))
    .sort((a, b) => compareText(a.lot, b.lot))
    .slice(0, size)
    .map(({ thing }) => thing);
}
