import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { findNames, isCoined, splitWords } from '../../scripts/annotate/names.ts';

type Row = { text: string; names: { text: string; long?: string; short?: string }[] };
const rows = parse(readFileSync(new URL('names.yml', import.meta.url), 'utf8')) as Row[];

test.each(rows)('finds the names in: $text', ({ text, names }) => {
  const found = findNames(text, splitWords(text));
  const placed = found.map(({ start, end, ...name }) => ({ name, place: text.slice(start, end) }));
  expect(placed).toEqual(names.map((name) => ({ name, place: name.text })));
});

test.each(['OvenNet', 'S4D', 'x1', 'BaaL', 'R^2'])('%s is written as no common word is', (word) => {
  expect(isCoined(word)).toBe(true);
});

test.each(['Oven', 'oven', '3kg', '12', 'RNA-based', 'Even-Handed', 'https://A.example', 'x=A', 'N^{E}'])(
  '%s is written as a common word, a number or a formula',
  (word) => {
    expect(isCoined(word)).toBe(false);
  },
);
