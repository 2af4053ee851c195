import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { splitSentences } from '../../src/contract/sentences.ts';

type Row = { name: string; sentences: string[] };
const rows = parse(readFileSync(new URL('sentences.yml', import.meta.url), 'utf8')) as Row[];

const cut = (text: string): string[] => splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe('splitSentences', () => {
  test.each(rows)('$name', ({ sentences }) => {
    expect(cut(sentences.join(' '))).toEqual(sentences);
  });

  test('cuts at an empty line', () => {
    expect(cut('First part\n\nsecond part\n')).toEqual(['First part', 'second part']);
  });

  test('reads a line end as a space', () => {
    expect(cut('One ends.\nTwo\nends.')).toEqual(['One ends.', 'Two\nends.']);
  });

  test('finds nothing in nothing', () => {
    expect(cut(' \n ')).toEqual([]);
  });

  test('leaves out white space only', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aB1 .?!$()[]`"\\\n') }), (text) => {
        expect(cut(text).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});
