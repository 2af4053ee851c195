import { expect, test } from 'vitest';
import { parseName, toFamilyName } from '../../src/contract/person-name.ts';

test.each([
  ['Jing Yang', { given: 'Jing', family: 'Yang' }],
  ['Hado van Hasselt', { given: 'Hado', particle: 'van', family: 'Hasselt' }],
  ['Ada van der Meer', { given: 'Ada', particle: 'van der', family: 'Meer' }],
  ['Nicolas Le Roux', { given: 'Nicolas', family: 'Le Roux' }],
  ['Charline Le Lan', { given: 'Charline', family: 'Le Lan' }],
  ['Maria da Silva', { given: 'Maria', particle: 'da', family: 'Silva' }],
  ['Jörg K.H. Franke', { given: 'Jörg K.H.', family: 'Franke' }],
  ['Al Gore', { given: 'Al', family: 'Gore' }],
  ['Martin Luther King, Jr.', { given: 'Martin Luther', family: 'King', suffix: 'Jr.' }],
  ['Henry Tudor VIII III', { given: 'Henry Tudor', family: 'VIII', suffix: 'III' }],
  ['Plato', { organisation: 'Plato' }],
  ['The Hive Collective', { organisation: 'The Hive Collective' }],
  ['University of Waxford', { organisation: 'University of Waxford' }],
  ['Brown & Sons Ltd.', { organisation: 'Brown & Sons Ltd.' }],
])('%s', (name, parts) => {
  expect(parseName(name)).toEqual(parts);
});

test.each([
  ['Jing Yang', 'Yang'],
  ['Ada van der Meer', 'van der Meer'],
  ['Maria da Silva', 'da Silva'],
  ['Al Gore', 'Gore'],
  ['Plato', 'Plato'],
])('the family name of %s is %s', (name, family) => {
  expect(toFamilyName(name)).toBe(family);
});
