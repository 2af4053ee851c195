import { expect, test } from 'vitest';
import { toByline, toFamilyName } from '../../src/lib/citation.ts';

test.each([
  ['Jing Yang', 'Yang'],
  ['Ada van der Meer', 'van der Meer'],
  ['Maria da Silva', 'da Silva'],
  ['Al Gore', 'Gore'],
  ['Plato', 'Plato'],
])('the family name of %s is %s', (name, family) => {
  expect(toFamilyName(name)).toBe(family);
});

test.each([
  [[], ''],
  [['Bo Ek'], 'Ek'],
  [['Bo Ek', 'Jing Yang'], 'Ek and Yang'],
  [['Bo Ek', 'Jing Yang', 'Li Na'], 'Ek et al.'],
])('the byline of %j is "%s"', (authors, byline) => {
  expect(toByline(authors)).toBe(byline);
});
