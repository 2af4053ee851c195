/** Places in a source text. */
import type { Point } from 'unist';

/** The line and column (from 1) of an offset (from 0, in UTF-16 units). */
export function toPoint(source: string, offset: number): Point {
  const before = source.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - lineStart + 1, offset };
}
