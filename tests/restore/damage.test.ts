import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { damage } from '../../scripts/restore/damage.ts';
import { traceDamage } from '../../scripts/restore/training/trace.ts';

const rows = parse(readFileSync(new URL('damage.yml', import.meta.url), 'utf8')) as {
  whole: string;
  damaged: string;
}[];

test.each(rows)('$whole becomes $damaged', ({ whole, damaged }) => {
  expect(damage(whole)).toBe(damaged);
});

test.each(rows)('the trace of $whole tells where each character was', ({ whole }) => {
  const original = whole.replace(/\s+/g, ' ');
  const { raw, sources } = traceDamage(original);
  expect(raw).toBe(damage(whole));
  expect(sources.map((at) => original[at]).join('')).toBe(raw);
});
