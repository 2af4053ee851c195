/** A listing as lines with their places. */
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
