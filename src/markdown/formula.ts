/**
 * Formulas as HTML. rehype-katex sets each distinct formula once: parsing KaTeX's output again is most
 * of the cost of mathematics, and the same formula stands on many pages.
 */
import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { unified } from 'unified';
import { formulaPlugins } from './formula-plugins.ts';
import { rehypeSearchFormulas } from './search-formulas.ts';

/** Pages of chapters are indexed as HTML, so their formulas say how they are read; papers are indexed by their fields. */
const setters = {
  page: unified().use(formulaPlugins).freeze(),
  chapter: unified()
    .use([...formulaPlugins, rehypeSearchFormulas])
    .freeze(),
};
const known = new Map<string, string>();

/** @throws where KaTeX cannot set `tex`; the contract has reported such formulas before */
export function renderFormula(tex: string, display: boolean, place: keyof typeof setters = 'page'): string {
  const key = `${place} ${display}\n${tex}`;
  let html = known.get(key);
  if (html === undefined)
    known.set(key, (html = toHtml(setters[place].runSync(toTree(tex, display)) as Root)));
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
