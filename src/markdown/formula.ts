/** Formulas as HTML, on papers' pages and in chapters alike. */
import { setFormula } from '../contract/math.ts';
import { remember } from '../contract/remember.ts';
import { strings } from '../lib/strings.ts';

/**
 * The longest part of a formula that does not break, in characters: longer ones get a box of their own that scrolls, on
 * phones or everywhere.
 */
const longestUnbroken = { phone: 24, page: 60 };

/** @throws where KaTeX cannot set `tex`; the contract has reported such formulas before */
export const renderFormula = (tex: string, display: boolean): string =>
  (display ? renderDisplay : renderInline)(tex);

const renderDisplay = (tex: string): string => wrap(toHtml(tex, true), 'formula-display');

const renderInline = (tex: string): string => {
  const html = toHtml(tex, false);
  const longest = longestPart(tex);
  if (longest > longestUnbroken.page) return wrap(html, 'formula-wide');
  return longest > longestUnbroken.phone ? wrap(html, 'formula-long') : html;
};

function toHtml(tex: string, display: boolean): string {
  const { html, error } = setFormula(tex, display);
  if (error) throw new Error(`Unexpected formula ${tex}: ${error.reason}`);
  return html;
}

/** Length of the longest part that KaTeX keeps on one line. */
const longestPart = remember((tex): number => {
  const [, ...parts] = toHtml(tex, false).split(/<span class="base[ "]/);
  return Math.max(
    0,
    ...parts.map((part) => `<${part}`.replace(/<[^>]*>/g, '').replace(/&#?\w+;/g, '&').length),
  );
});

/** What may be wider than the page scrolls in a box of its own, which must be reachable by keyboard. */
function wrap(html: string, box: string): string {
  return `<span class="${box}" tabindex="0" role="group" aria-label="${strings.scrolls.formula}">${html}</span>`;
}
