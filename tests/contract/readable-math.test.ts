import { expect, test } from 'vitest';
import { parseMarkdown } from '../../src/contract/phrasing.ts';
import { readFormula, toReadable } from '../../src/contract/readable-math.ts';

test.each([
  [String.raw`\tilde{\mathcal{O}}(\sqrt{T})`, 'Õ(√T)'],
  [String.raw`\epsilon`, 'ε'],
  [String.raw`Q^*`, 'Q^*'],
  [String.raw`\frac{1}{\epsilon^2}`, '1/(ε^2)'],
  [String.raw`\text{poly}(H, |\mathcal{S}|)`, 'poly(H,|S|)'],
  [String.raw`d\log T`, 'd log T'],
  [String.raw`50\%`, '50%'],
  [String.raw`\bar{x} \leq \alpha`, 'x̄≤α'],
  ['{unclosed', 'unclosed'],
  ['', ''],
])('reads %s as %s', (tex, text) => {
  expect(readFormula(tex)).toBe(text);
});

test('reads a text with its formulas once each, on one line', () => {
  const tree = parseMarkdown('The *bound* $\\sqrt{T}$,\nis tight.\n\n- one\n- two\n\n$$\nx^2\n$$\n');
  expect(toReadable(tree.children)).toBe('The bound √T, is tight. one two x^2');
});
