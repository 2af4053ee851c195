import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { damage, foldSpace } from '../../scripts/restore/damage.ts';
import { findUndamagedFormulas } from '../../scripts/restore/dollars.ts';
import { toLatex } from '../../scripts/restore/latex.ts';
import { typeset } from '../../scripts/restore/typeset.ts';
import { phrasingToMarkdown } from '../../src/contract/phrasing.ts';

type Row = { name: string; raw: string; markdown: string };
const rows = parse(readFileSync(new URL('text.yml', import.meta.url), 'utf8')) as Row[];
const set = (raw: string) => typeset('abstract', raw, findUndamagedFormulas(raw));

test.each(rows)('sets $name', ({ raw, markdown }) => {
  expect(phrasingToMarkdown(set(raw).tree)).toBe(markdown);
});

test.each(rows)('keeps the spelling of $name', ({ raw }) => {
  expect(foldSpace(toLatex(set(raw).tree))).toBe(foldSpace(raw));
});

test.each(rows)('leaves $name as it is the second time', ({ markdown }) => {
  expect(phrasingToMarkdown(set(markdown).tree)).toBe(markdown);
});

test('gives evidence for each change, with its place', () => {
  expect(set('63\\% of {\\em it}').changes).toEqual([
    { field: 'abstract', start: 2, end: 4, raw: '\\%', restored: '%', rule: 'escape', confidence: 1 },
    {
      field: 'abstract',
      start: 8,
      end: 16,
      raw: '{\\em it}',
      restored: 'it',
      rule: 'emphasis',
      confidence: 1,
    },
  ]);
});

test('doubts a command that nobody knows', () => {
  expect(set('with \\ovenname').doubts).toEqual([
    {
      field: 'abstract',
      start: 5,
      end: 14,
      raw: '\\ovenname',
      restored: '\\ovenname',
      reason: 'unknown-command',
    },
  ]);
});

test('an inner font command proves an outer one', () => {
  const raw = 'a \\emph{crisp} crust';
  expect(damage(toLatex(set(raw).tree))).toBe(raw);
});
