import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { damage, restoreLine, restorePaper, toLatex } from '../../scripts/restore/index.ts';
import { foldSpace } from '../../scripts/restore/damage.ts';
import { findMathError } from '../../src/contract/math.ts';

type Row = { name: string; raw: string; has?: string[]; lacks?: string[] };
const rows = parse(readFileSync(new URL('formulas.yml', import.meta.url), 'utf8')) as Row[];
const restore = (abstract: string) => restoreLine({ id: 'x', title: '', abstract });

test.each(rows)('restores $name', ({ raw, has = [], lacks = [] }) => {
  const { abstract } = restore(raw);
  for (const part of has) expect(abstract).toContain(part);
  for (const part of lacks) expect(abstract).not.toContain(part);
});

test.each(rows)('says where each change of $name is', ({ raw }) => {
  for (const { start, end, raw: was, confidence } of restore(raw).changes) {
    expect(raw.slice(start, end)).toBe(was);
    expect(confidence).toBeGreaterThan(0);
    expect(confidence).toBeLessThanOrEqual(1.000001);
  }
});

test('leaves a paper alone that has its formulas', () => {
  const abstract = 'With $n \\leq 10$ loaves the rate is O(1/epsilon) as $\\mathcal{O}(1)$.';
  expect(restore(abstract).abstract).toBe(abstract);
});

/** Pieces that damaged abstracts are made of. */
const formula = fc.constantFrom(
  '$\\epsilon$',
  '$n$',
  '$\\tilde{\\mathcal{O}}(\\sqrt{T}/\\epsilon^{2})$',
  '$x \\in \\mathbb{R}^{d}$',
  '$\\|x\\|_2 \\leq 1$',
  '$\\frac{\\log n}{n}$',
  '$\\sqrt{\\frac{d}{n}}$',
  '$k\\geq 2$',
  '$\\{0, 1\\}^n$',
  '$N_{\\text{oven}}$',
  '$\\left(\\frac{1}{2}\\right)^k$',
);
const word = fc.constantFrom(
  'bread',
  'with',
  'rate',
  'of',
  'a',
  'the oven,',
  "baker's",
  '63\\%',
  '{\\em hot}',
  'T\\"ulu',
  '--',
  '(top-k)',
  'https://example.org/x',
  '$',
  '_',
  '{',
  '}',
  '\\',
  '*',
  '<b>',
  '^',
);
const text = fc
  .array(fc.oneof({ weight: 3, arbitrary: word }, formula), { minLength: 1, maxLength: 25 })
  .map((parts) => damage(parts.join(' ')));
const settings = { seed: 4, numRuns: 400 };

test('the damage turns what was restored back into the raw text', () => {
  fc.assert(
    fc.property(text, (raw) => {
      fc.pre(!raw.includes('$'));
      expect(foldSpace(damage(toLatex(restorePaper({ title: '', abstract: raw }).abstract.tree)))).toBe(
        foldSpace(damage(raw)),
      );
    }),
    settings,
  );
});

test('restoring twice changes nothing', () => {
  fc.assert(
    fc.property(text, (raw) => {
      const once = restore(raw).abstract;
      // Markdown's escaped backslash is LaTeX's line end.
      fc.pre(/(?<!\\)\$/.test(once) && !once.includes('\\\\'));
      expect(restore(once).abstract).toBe(once);
    }),
    settings,
  );
});

test('every formula can be set, and every offset is in the text', () => {
  fc.assert(
    fc.property(text, (raw) => {
      for (const change of restore(raw).changes) {
        expect(raw.slice(change.start, change.end)).toBe(change.raw);
        const tex = /^\$(.*)\$$/.exec(change.restored)?.[1];
        if (tex !== undefined && tex !== '') expect(findMathError(tex)).toBeUndefined();
      }
    }),
    settings,
  );
});

test('hostile text ends, and stays text', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), (raw) => {
      expect(() => restore(raw)).not.toThrow();
    }),
    settings,
  );
});
