/** How formulas are set, on papers' pages and in chapters alike. */
import type { Element, ElementContent, Nodes, Root } from 'hast';
import { toString } from 'mdast-util-to-string';
import rehypeKatex from 'rehype-katex';
import type { Pluggable } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { katexOptions } from '../contract/math.ts';
import { strings } from '../lib/strings.ts';

/** In this order: the second hears of the formulas that the first could not set, the third boxes what it did set. */
export const formulaPlugins: Pluggable[] = [
  [rehypeKatex, katexOptions],
  rehypeStrictKatex,
  rehypeFormulaBoxes,
];

/**
 * The longest part of a formula that does not break, in characters: longer ones get a box of their own that scrolls, on
 * phones or everywhere.
 */
const longestUnbroken = { phone: 24, page: 60 };

/** rehype-katex only files a message for a formula it cannot set; here that ends the build. */
function rehypeStrictKatex() {
  return (_tree: Root, file: VFile): void => {
    const message = file.messages.find(({ source }) => source === 'rehype-katex');
    if (message) throw message.cause instanceof Error ? message.cause : message;
  };
}

/** What may be wider than the page scrolls in a box of its own, which must be reachable by keyboard. */
function rehypeFormulaBoxes() {
  return (tree: Root): void =>
    visit(tree, 'element', (element, index, parent) => {
      const box = chooseBox(element);
      if (box === undefined || index === undefined || !parent) return undefined;
      parent.children[index] = wrap(element, box);
      return SKIP;
    });
}

function chooseBox(element: Element): string | undefined {
  if (hasClass(element, 'katex-display')) return 'formula-display';
  if (!hasClass(element, 'katex')) return undefined;
  const longest = longestPart(element);
  if (longest > longestUnbroken.page) return 'formula-wide';
  return longest > longestUnbroken.phone ? 'formula-long' : undefined;
}

/** Length of the longest part that KaTeX keeps on one line. */
function longestPart(formula: Nodes): number {
  let longest = 0;
  visit(formula, 'element', (element) => {
    if (hasClass(element, 'base')) longest = Math.max(longest, toString(element).length);
  });
  return longest;
}

function wrap(element: ElementContent, className: string): Element {
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: [className], tabIndex: 0, role: 'group', ariaLabel: strings.scrolls.formula },
    children: [element],
  };
}

function hasClass({ properties }: Element, name: string): boolean {
  return Array.isArray(properties.className) && properties.className.includes(name);
}
