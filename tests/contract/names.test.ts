import { expect, test } from 'vitest';
import { assignIds, foldPerson, splitName, toId } from '../../src/contract/names.ts';

test.each([
  ['snapshot learning (SnapL)', { short: 'SnapL', long: 'snapshot learning' }],
  ['SnapL (snapshot learning)', { short: 'SnapL', long: 'snapshot learning' }],
  ['SnapL', { short: 'SnapL' }],
  ['SnapL (2)', { short: 'SnapL (2)' }],
])('the forms of %s', (name, forms) => expect(splitName(name)).toEqual(forms));

test.each([
  ['Émile Ollivier', 'emile-ollivier'],
  ['Jón Þórsson', 'jon-thorsson'],
  ['Łukasz Strauß', 'lukasz-strauss'],
  ['$\\pi_0$', 'pi-0'],
  ['C++', 'c-plus-plus'],
  ["O'Brien", 'obrien'],
  ['李娜', 'u674e-u5a1c'],
  ['…', 'unnamed'],
])('the id of %s is %s', (name, id) => expect(toId(name)).toBe(id));

test('one person in two spellings', () => {
  expect(foldPerson('Rémi  MUNOS')).toBe(foldPerson('Remi Munos'));
});

test('no two names share an id', () => {
  const ids = assignIds([['a', 'Iql'], ['b', 'IQL'], ['c', 'iql 2'], ['d', 'I.Q.L']]); // prettier-ignore
  expect([...ids.values()]).toEqual(['iql', 'iql-2', 'iql-2-2', 'i-q-l']);
});
