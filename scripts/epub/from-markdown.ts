/** What the library makes of Markdown and books say in another way. */
import type { Element } from 'hast';
import { visit } from 'unist-util-visit';

/** A book is not filled in: a box is a sign. */
export function replaceBox(node: Element): Element {
  visit(node, 'element', (box, index, parent) => {
    if (box.tagName !== 'input' || !parent || index === undefined) return;
    parent.children[index] = { type: 'text', value: box.properties.checked ? '☑' : '☐' };
  });
  return node;
}

/** HTML has no attribute for it any more. */
export function alignCells(node: Element): Element {
  visit(node, 'element', ({ properties }) => {
    if (typeof properties.align !== 'string') return;
    properties.className = [`align-${properties.align}`];
    delete properties.align;
  });
  return node;
}
