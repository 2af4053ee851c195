import { expect, test } from 'vitest';
import { readPaper } from '../../scripts/restore/extent.ts';
import { takeTokens } from '../../scripts/restore/formulas.ts';
import { styles } from '../../scripts/restore/marks.ts';
import { readGold } from '../../scripts/restore/training/gold.ts';
import { readMarks } from '../../scripts/restore/training/marks.ts';
import { shippedModel } from '../../scripts/restore/weights.ts';

test.each([
  ['$a, b$', ['a', 'b']],
  ['$\\{a, b\\}$', ['{a, b}']],
  ['$\\left\\{0,1\\right\\}^n$', ['left{0,1right}^n']],
  ['$f(a,b), \\langle c, d\\rangle$', ['f(a,b)', 'langle c, drangle']],
])('the formulas of %s', (original, formulas) => {
  const gold = readGold(original);
  expect(gold.formulas.map(({ start, end }) => gold.raw.slice(start, end))).toEqual(formulas);
});

test.each([
  ['$x\\in\\R^d$', ['', '', 'mathbb', '', '']],
  ['$\\mathbf{x} > y$', ['mathbf', '', '']],
  ['$\\|x\\|$', ['escape', '', 'escape']],
])('what %s has lost', (original, names) => {
  const gold = readGold(original);
  const [passage] = readPaper(shippedModel.words, [gold.raw]).passages;
  const formula = takeTokens(passage!, { from: 0, to: passage!.tokens.length, probability: 1 });
  expect(readMarks(gold, original, formula).styles.map((style) => styles[style])).toEqual(names);
});
