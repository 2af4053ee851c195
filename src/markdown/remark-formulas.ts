/** Formulas of chapters as HTML before MDX sees them: KaTeX's trees would be most of its work and of its memory. */
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { renderFormula } from './formula.ts';

export function remarkFormulas() {
  return (tree: Root): void =>
    visit(tree, ['inlineMath', 'math'], (node, index, parent) => {
      if (node.type !== 'inlineMath' && node.type !== 'math') return;
      const html = renderFormula(node.value, node.type === 'math');
      const fragment = {
        type: node.type === 'math' ? 'mdxJsxFlowElement' : 'mdxJsxTextElement',
        name: 'Fragment',
        attributes: [{ type: 'mdxJsxAttribute', name: 'set:html', value: html }],
        children: [],
      };
      parent?.children.splice(index ?? 0, 1, fragment as never);
    });
}
