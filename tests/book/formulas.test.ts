import { expect, test } from 'vitest';
import { guessFormulas } from '../../scripts/book/formulas.ts';

const inline = (tex: string) => ({ tex, display: false });

test.each([
  ['each once', 'With $a$ and $b_1$, and $a$ again.', [inline('a'), inline('b_1')]],
  ['set apart', 'So\n\n$$\n\\sum_i\n  x_i\n$$\n\nholds.', [{ tex: '\\sum_i x_i', display: true }]],
  ['over the end of a line', 'where $a =\n  b$ holds', [inline('a = b')]],
  ['with a dollar in it', 'costs $x = \\$5$ each', [inline('x = \\$5')]],
  ['never over the end of a paragraph', 'costs $5.\n\nWith $a$.', [inline('a')]],
  ['none that KaTeX refuses', 'With $\\varepsilom$ and $\\beta$.', [inline('\\beta')]],
])('formulas of a text are guessed, %s', (_, source, expected) => {
  expect(guessFormulas([source])).toEqual(expected);
});
