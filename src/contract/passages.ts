/** Notes belong beside the words they stand on: this finds the words in the abstract and marks them. */
import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import { getProp, isComponent, type ComponentElement } from './components.ts';
import { toPlain } from './phrasing.ts';

/** Marked words of an abstract; a passage over several nodes has several parts. */
export type Passage = {
  type: 'passage';
  /** Number of the note, from 1. */
  note: number;
  part: { first: boolean; last: boolean };
  children: PhrasingContent[];
};

export type Note = { number: number; on: string; children: RootContent[] };

/** Takes the notes out of what stands below the abstract. Headings with nothing left below them go too. */
export function takeNotes(body: readonly RootContent[]): { notes: Note[]; rest: RootContent[] } {
  const notes: Note[] = [];
  const rest = body.filter((node) => {
    const found = notesIn(node);
    for (const element of found) {
      notes.push({ number: notes.length + 1, on: getProp(element, 'on') ?? '', children: toBlocks(element) });
    }
    return found.length === 0;
  });
  return {
    notes,
    rest: rest.filter((node, i) => node.type !== 'heading' || !endsSection(node, rest[i + 1])),
  };
}

/** Marks the passages in a copy of the abstract, and says in which order their notes stand beside it. */
export function markPassages(abstract: readonly RootContent[], notes: readonly Note[]): RootContent[] {
  const marked = structuredClone([...abstract]);
  for (const note of notes) {
    const block = marked.find((node) => findPassage(node, note.on) !== undefined);
    const range = block && findPassage(block, note.on);
    if (block && range && 'children' in block) markIn(block, range, note.number);
  }
  return marked;
}

type Range = { start: number; end: number };
type Leaf = { node: Nodes; start: number; end: number };

function notesIn(node: RootContent): ComponentElement[] {
  if (isComponent(node)) return node.name === 'Note' ? [node] : [];
  if (node.type !== 'paragraph') return [];
  const blank = node.children.every((child) => isComponent(child) || toPlain([child]) === '');
  const notes = node.children.filter(
    (child): child is Extract<PhrasingContent, ComponentElement> =>
      isComponent(child) && child.name === 'Note',
  );
  return blank && notes.length > 0 ? notes : [];
}

/** A note written on one line holds phrasing only. */
function toBlocks({ type, children }: ComponentElement): RootContent[] {
  return type === 'mdxJsxFlowElement' ? children : [{ type: 'paragraph', children }];
}

function endsSection(heading: RootContent, next: RootContent | undefined): boolean {
  return (
    heading.type === 'heading' &&
    (next === undefined || (next.type === 'heading' && next.depth <= heading.depth))
  );
}

/** Offsets of a passage in the text of a block, however its white space is written. */
function findPassage(block: Nodes, passage: string): Range | undefined {
  const text = listLeaves(block)
    .map(({ node }) => textOf(node))
    .join('');
  const words = passage
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const match = new RegExp(words.join('\\s+')).exec(text);
  return match ? { start: match.index, end: match.index + match[0].length } : undefined;
}

function markIn(block: Nodes, range: Range, note: number): void {
  const leaves = listLeaves(block).filter(
    ({ start, end }) => start < end && start < range.end && end > range.start,
  );
  const parents = new Map<Nodes, { children: Nodes[] }>();
  collectParents(block, parents);
  for (const [i, { node, start, end }] of leaves.entries()) {
    const parent = parents.get(node);
    if (!parent) continue;
    const from = Math.max(0, range.start - start);
    const to = Math.min(end, range.end) - start;
    const part = { first: i === 0, last: i === leaves.length - 1 };
    const passage = { type: 'passage', note, part, children: [cut(node, from, to)] } as unknown as Nodes;
    const pieces = [cut(node, 0, from), passage, cut(node, to, end - start)];
    parent.children.splice(
      parent.children.indexOf(node),
      1,
      ...pieces.filter((piece) => textOf(piece) !== ''),
    );
  }
}

/** Only running text is cut; a formula is marked whole. */
function cut(node: Nodes, from: number, to: number): Nodes {
  if (node.type === 'text') return { type: 'text', value: node.value.slice(from, to) };
  return from === 0 && to > 0 ? node : { type: 'text', value: '' };
}

function listLeaves(block: Nodes): Leaf[] {
  const leaves: Leaf[] = [];
  let offset = 0;
  const walk = (node: Nodes): void => {
    if ('children' in node) return node.children.forEach(walk);
    const end = offset + textOf(node).length;
    leaves.push({ node, start: offset, end });
    offset = end;
  };
  walk(block);
  return leaves;
}

function collectParents(node: Nodes, parents: Map<Nodes, { children: Nodes[] }>): void {
  if (!('children' in node)) return;
  for (const child of node.children) {
    parents.set(child, node as { children: Nodes[] });
    collectParents(child, parents);
  }
}

function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  if (node.type === 'break') return ' ';
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
