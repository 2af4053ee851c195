/** A BibTeX file cut before every `@…{` that starts a line, so that each entry has its place and fails alone. */
import type { Point } from 'unist';

/** Text from one entry to before the next; `line` is the line of the file where it starts. */
export type Chunk = { text: string; line: number };

const chunkStart = /^[ \t]*@[ \t]*[a-z]+[ \t]*[{(]/gim;

/** Does a text look like BibTeX? A line of it starts an entry. */
export function isBibtex(text: string): boolean {
  return text.search(chunkStart) >= 0;
}

/** The chunks of a file in order; they leave nothing out. */
export function toChunks(text: string): Chunk[] {
  const starts = [...text.matchAll(chunkStart)].map(({ index }) => index).filter((index) => index > 0);
  const chunks: Chunk[] = [];
  let line = 1;
  for (const [index, start] of [0, ...starts].entries()) {
    const chunk = { text: text.slice(start, starts[index]), line };
    chunks.push(chunk);
    line = toPlace(chunk, chunk.text.length).line;
  }
  return chunks;
}

/** Where a character of a chunk stands in the file. */
export function toPlace({ text, line }: Chunk, offset: number): Point {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: line + lines.length - 1, column: (lines.at(-1)?.length ?? 0) + 1 };
}
