/** A table may be wider than the page: it scrolls in a box of its own, which must be reachable by keyboard. */
import type { Nodes } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { strings } from '../lib/strings.ts';

export function rehypeScrollTables() {
  return (tree: Nodes): void =>
    visit(tree, 'element', (element, index, parent) => {
      if (element.tagName !== 'table' || index === undefined || !parent) return undefined;
      parent.children[index] = {
        type: 'element',
        tagName: 'div',
        properties: { className: ['scroll'], tabIndex: 0, role: 'group', ariaLabel: strings.scrolls.table },
        children: [element],
      };
      return SKIP;
    });
}
