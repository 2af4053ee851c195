/** A listing as lines with their places. */
import type { Point } from 'unist';
import type { Field } from './entry.ts';

/**
 * Splits a text at line ends of any system and trims each line; the column says where the rest starts. Lines without
 * anything but white space are left out.
 */
export function* toLines(text: string): Generator<Field<string>> {
  const lineEnd = /\r\n|\n|\r/g;
  let start = 0;
  for (let line = 1; start <= text.length; line++) {
    const end = lineEnd.exec(text);
    const raw = text.slice(start, end?.index);
    const indent = raw.search(/\S/);
    if (indent >= 0) yield { value: raw.slice(indent).trimEnd(), line, column: indent + 1 };
    if (end === null) return;
    start = lineEnd.lastIndex;
  }
}

/** The line and column of any offset of a text, in time that does not grow with the text. */
export function makePointFinder(text: string): (offset: number) => Point {
  const starts = [0, ...Array.from(text.matchAll(/\r\n|\n|\r/g), ({ 0: end, index }) => index + end.length)];
  return (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
