/** In the search index a formula of a chapter stands once, in readable form: KaTeX writes it three times. */
import type { Element, Root } from 'hast';
import { toString } from 'mdast-util-to-string';
import { EXIT, SKIP, visit } from 'unist-util-visit';
import { readFormula } from '../contract/readable-math.ts';

/** Everything in a formula is left out of the index; the attribute that is set here is taken in. */
export const excludedFromSearch = ['.katex > *'];

export function rehypeSearchFormulas() {
  return (tree: Root): void =>
    visit(tree, 'element', (element) => {
      const { className } = element.properties;
      if (!Array.isArray(className) || !className.includes('katex')) return undefined;
      element.properties.dataText = readFormula(findTex(element));
      element.properties.dataPagefindIndexAttrs = 'data-text';
      return SKIP;
    });
}

function findTex(formula: Element): string {
  let tex = '';
  visit(formula, 'element', (element) => {
    if (element.tagName !== 'annotation') return undefined;
    tex = toString(element);
    return EXIT;
  });
  return tex;
}
