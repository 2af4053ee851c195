/** Formulas as MathML that readers can show. */
import { expect, test } from 'vitest';
import { toMath } from '../../scripts/epub/formula.ts';
import { printXml } from '../../scripts/epub/xml.ts';

const print = (tex: string): string => printXml(toMath({ tex, display: false }, () => `words of ${tex}`));

test('a formula has its words, whatever they are, and no second meaning', () => {
  const math = print('a < b "c"');
  expect(math).toContain('display="inline" alttext="words of a &lt; b &#34;c&#34;"');
  expect(math).not.toMatch(/semantics|annotation/);
});

test('what stands over an operator is its second child', () => {
  expect(print('\\hat{\\operatorname{arg}}')).toContain(
    '<mover accent="true"><mi mathvariant="normal">arg</mi><mo>^</mo></mover>',
  );
});

test.each([
  ['\\mathbb{E}', '<mi>𝔼</mi>'],
  ['\\mathbb{R}', '<mi>ℝ</mi>'],
  ['\\mathcal{O}', '<mi>𝒪</mi>'],
  ['\\mathcal{L}', '<mi>ℒ</mi>'],
  ['\\mathfrak{g}', '<mi>𝔤</mi>'],
  ['\\mathbf{x}', '<mi>𝐱</mi>'],
  ['\\boldsymbol{\\theta}', '<mi>𝜽</mi>'],
  ['\\mathbf{1}', '<mn>𝟏</mn>'],
  ['\\mathsf{Z}', '<mi>𝖹</mi>'],
  ['\\mathrm{d}', '<mi mathvariant="normal">d</mi>'],
  ['x', '<mi>x</mi>'],
  ['\\mathbb{\\text{ж}}', 'ж'],
])('%s is %s', (tex, mathml) => {
  expect(print(tex)).toContain(mathml);
});
