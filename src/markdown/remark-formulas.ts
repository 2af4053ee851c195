/**
 * Formulas of chapters: the HTML that the reader of the build kept stands in their place, so MDX never sees KaTeX's trees,
 * which are most of the work and of the memory.
 */
import type { Root } from 'mdast';
import type { InlineMath, Math } from 'mdast-util-math';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { visit } from 'unist-util-visit';
import { digestOf, digestOfCode } from '../lib/digest.ts';
import { openCache } from '../load/cache.ts';
import { renderFormula } from './formula.ts';

const kept = openCache<string>('formulas of chapters');

/** Sets the formulas of a chapter, for the process that runs MDX. */
export function keepFormulas(tree: Root): void {
  visitFormulas(tree, (formula) => {
    const digest = digestOfFormula(formula);
    if (!kept.has(digest)) kept.write(digest, setFormula(formula));
  });
}

export function remarkFormulas() {
  return (tree: Root): void =>
    visitFormulas(tree, (formula, replace) => {
      const html = kept.read(digestOfFormula(formula)) ?? setFormula(formula);
      replace({
        type: formula.type === 'math' ? 'mdxJsxFlowElement' : 'mdxJsxTextElement',
        name: 'Fragment',
        attributes: [{ type: 'mdxJsxAttribute', name: 'set:html', value: html }],
        children: [],
      });
    });
}

type Formula = InlineMath | Math;
type Replace = (node: MdxJsxFlowElement | MdxJsxTextElement) => void;

function visitFormulas(tree: Root, see: (formula: Formula, replace: Replace) => void): void {
  visit(tree, (node, index, parent) => {
    if (node.type !== 'inlineMath' && node.type !== 'math') return;
    see(node, (other) => parent?.children.splice(index ?? 0, 1, other as never));
  });
}

const setFormula = ({ type, value }: Formula): string => renderFormula(value, type === 'math');
const digestOfFormula = ({ type, value }: Formula): string => digestOf([type, value, digestOfCode()]);
