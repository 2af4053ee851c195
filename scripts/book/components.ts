/** What the components of a text mean in a book, however it is set. */
import type { Nodes } from 'mdast';
import { getProp, isComponent, type ComponentElement } from '../../src/contract/components.ts';
import { toPlain } from '../../src/contract/phrasing.ts';

export type Cite = {
  kind: 'paper' | 'work';
  keys: string[];
  /** A list of papers stands in brackets; a single one reads as part of the sentence. */
  isList: boolean;
};

export function readCite(element: ComponentElement): Cite {
  const work = getProp(element, 'work');
  const papers = getProp(element, 'papers');
  const keys = (work ?? papers ?? getProp(element, 'paper') ?? '').split(/\s+/).filter(Boolean);
  return { kind: work === undefined ? 'paper' : 'work', keys, isList: papers !== undefined };
}

/**
 * Notes on lines of their own are no part of a paragraph, and no block may stand in one.
 * @returns `undefined` where the paragraph has anything else
 */
export function listAsides(children: readonly Nodes[]): Note[] | undefined {
  const notes = children.filter(isNote);
  const isAside = notes.length > 0 && children.every((child) => isNote(child) || toPlain([child]) === '');
  return isAside ? notes : undefined;
}

type Note = Extract<Nodes, ComponentElement>;

function isNote(node: Nodes): node is Note {
  return isComponent(node) && node.name === 'Note';
}
