/** The names of places in a book that links lead to. */
import { toId } from '../../src/contract/names.ts';

/** A place within the text of one file. */
export function toAnchor(file: string, name: string): string {
  return `${file}#${toId(name)}`;
}
