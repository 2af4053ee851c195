/**
 * Formulas as HTML. rehype-katex sets each distinct formula once: parsing KaTeX's output again is most
 * of the cost of mathematics, and the same formula stands on many pages.
 */
import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { unified } from 'unified';
import { formulaPlugins } from './formula-plugins.ts';

const setter = unified().use(formulaPlugins).freeze();
const known = new Map<string, string>();

/** @throws where KaTeX cannot set `tex`; the contract has reported such formulas before */
export function renderFormula(tex: string, display: boolean): string {
  const key = `${display}\n${tex}`;
  let html = known.get(key);
  if (html === undefined) known.set(key, (html = toHtml(setter.runSync(toTree(tex, display)) as Root)));
  return html;
}

function toTree(tex: string, display: boolean): Root {
  const className = ['language-math', display ? 'math-display' : 'math-inline'];
  return {
    type: 'root',
    children: [
      {
        type: 'element',
        tagName: 'span',
        properties: { className },
        children: [{ type: 'text', value: tex }],
      },
    ],
  };
}
