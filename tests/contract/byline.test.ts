import { expect, test } from 'vitest';
import { assignLetters, toByline } from '../../src/contract/byline.ts';

test.each([
  [[], ''],
  [['Bo Ek'], 'Ek'],
  [['Bo Ek', 'Jing Yang'], 'Ek and Yang'],
  [['Bo Ek', 'Jing Yang', 'Li Na'], 'Ek et al.'],
])('the byline of %j is "%s"', (authors, byline) => {
  expect(toByline(authors)).toBe(byline);
});

test('citations that read alike have letters, in the order of their titles; others have none', () => {
  const cite = (ref: string, label: string, title: string) => ({ ref, label, title });
  const cited = [
    cite('b', 'Ek 2020', 'Tides'),
    cite('x', 'Ek 2021', 'Tides'),
    cite('a', 'Ek 2020', 'Knots'),
    cite('b', 'Ek 2020', 'Tides'),
  ];
  expect([...assignLetters(cited)]).toEqual([
    ['a', 'a'],
    ['b', 'b'],
  ]);
  const many = Array.from({ length: 28 }, (_, i) => cite(`r${i}`, 'Ek', String(100 + i)));
  expect([...assignLetters(many).values()].slice(-3)).toEqual(['z', 'aa', 'ab']);
});
