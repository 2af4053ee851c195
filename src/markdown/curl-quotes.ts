/**
 * Straight quotes and apostrophes as print has them: text keeps what its authors typed, and only what is shown changes.
 * Code keeps its own.
 */
import type { Nodes } from 'hast';

const blocks = /^(?:p|li|h[1-6]|td|th|dt|dd|blockquote)$/;
const opensAfter = /[\s([{<–—/“‘]/;

export function rehypeCurlQuotes() {
  return (tree: Nodes): void => {
    /** The sign before, over the borders of elements. */
    let before = ' ';
    curl(tree);

    function curl(node: Nodes): void {
      if (node.type === 'text') {
        node.value = node.value.replace(/([^"']?)(["'])/g, (_, last: string, sign: string) => {
          before = toCurly(sign, last || before);
          return last + before;
        });
        before = node.value.at(-1) ?? before;
      } else if (node.type === 'element' && (node.tagName === 'code' || node.tagName === 'pre')) {
        before = 'x';
      } else if ('children' in node) {
        if (node.type === 'element' && blocks.test(node.tagName)) before = ' ';
        for (const child of node.children) curl(child);
      } else {
        // A formula, set already.
        before = 'x';
      }
    }
  };
}

function toCurly(sign: string, before: string): string {
  if (sign === '"') return opensAfter.test(before) ? '“' : '”';
  if (sign === "'") return opensAfter.test(before) ? '‘' : '’';
  return sign;
}
