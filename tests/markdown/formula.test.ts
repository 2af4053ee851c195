import { describe, expect, test } from 'vitest';
import { renderFormula } from '../../src/markdown/formula.ts';

const terms = (count: number): string => Array.from({ length: count }, () => 'x').join('y');

describe('a formula', () => {
  test.each([
    ['that is short stands in the line', 'x^2', /^<span class="katex">/],
    ['that a phone is too narrow for has a box there', terms(15), /^<span class="formula-long" tabindex="0" role="group" aria-label="[^"]+"><span class="katex">/],
    ['that a page is too narrow for has a box everywhere', terms(40), /^<span class="formula-wide" /],
    ['that breaks between its parts has none', terms(10).replaceAll('y', '+'), /^<span class="katex">/],
    ['counts a sign by what is shown', '<'.repeat(20), /^<span class="katex">/],
  ])('%s', (_, tex, expected) => expect(renderFormula(tex, false)).toMatch(expected)); // prettier-ignore

  test('on a line of its own has a box always', () =>
    expect(renderFormula('x', true)).toMatch(
      /^<span class="formula-display" .*<span class="katex-display">/,
    ));

  test('that KaTeX cannot set is an error with its reason', () =>
    expect(() => renderFormula('\\sqrt{x', false)).toThrow(/\\sqrt\{x: .*'\}'/));
});
