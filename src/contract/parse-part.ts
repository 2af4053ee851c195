/** The Markdown of a file below its front matter, with the places of the whole file. */
import type { Nodes, Root } from 'mdast';
import type { Position } from 'unist';
import { isComponent } from './components.ts';
import { parseMarkdown } from './phrasing.ts';
import { toPoint } from './places.ts';

/**
 * Parses `source` from the line on that starts at `from`. Blanks in the place of what is before would cost the parser a
 * quarter of its time.
 * @throws VFileMessage as `parseMarkdown` does
 */
export function parsePart(source: string, from: number): Root {
  if (from === 0) return parseMarkdown(source);
  try {
    // A line end first, for a mark of the encoding at the start of a text is none of the text.
    const tree = parseMarkdown(`\n${source.slice(from)}`);
    move(tree, { lines: toPoint(source, from).line - 2, offset: from - 1 });
    return tree;
  } catch {
    // What is wrong names places in its words, too.
    return parseMarkdown(source.slice(0, from).replace(/[^\n]/g, ' ') + source.slice(from));
  }
}

type Distance = { lines: number; offset: number };

function move(node: Nodes, by: Distance): void {
  moveRange(node.position, by);
  if (isComponent(node)) for (const { position } of node.attributes) moveRange(position, by);
  if ('children' in node) for (const child of node.children) move(child, by);
}

function moveRange(position: Position | undefined, { lines, offset }: Distance): void {
  if (!position) return;
  for (const point of [position.start, position.end]) {
    point.line += lines;
    point.offset = (point.offset ?? 0) + offset;
  }
}
