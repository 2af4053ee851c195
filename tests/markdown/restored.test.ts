import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../src/contract/phrasing.ts';
import { listRestored, type Restoration } from '../../src/markdown/restored.ts';

type Row = [raw: string, tex: string, rule?: string];

const list = (abstract: string, rows: Row[], settlements: Restoration['settlements'] = []) =>
  listRestored(
    {
      lines: { title: [{ type: 'text', value: 'Tides' }], method: [], headline: [] },
      abstract: parseMarkdown(abstract).children,
    },
    {
      changes: rows.map(([raw, tex, rule = 'formula'], start) => ({
        field: 'abstract',
        start,
        end: start + 1,
        raw,
        restored: tex,
        rule,
        confidence: 1,
      })),
      settlements,
    },
  ).map(({ raw, by }) => [raw, by.kind === 'rule' ? by.rule : `hand: ${by.why ?? ''}`]);

describe('listRestored', () => {
  test.each<[string, string, Row[], unknown[]]>([
    ['what the program wrote', 'In $R^d$ and $x$.', [['R^d', '$R^d$'], ['x', '$x$']], [['R^d', 'formula'], ['x', 'formula']]],
    ['what people changed, beside the raw text that it comes from', 'In $\\sqrt{T}$ and $x$.', [['T', '$T$'], ['x', '$x$']], [['T', 'hand: '], ['x', 'formula']]],
    ['nothing for what people took back to be text', 'In k steps $x$.', [['k', '$k$'], ['x', '$x$']], [['x', 'formula']]],
    ['nothing for formulas that were never damaged', 'In $y^2$ and $x$.', [['x', '$x$']], [['x', 'formula']]],
    ['nothing for dashes and quotes', 'One -- two.', [['--', '–', 'dash']], []],
  ])('lists %s', (_, abstract, rows, expected) => {
    expect(list(abstract, rows)).toEqual(expected);
  });

  test('gives the reason for what was settled, in part or with words around it', () => {
    const settlements = [
      { paper: 'tides', text: 'rate of $\\sqrt{T}$', why: 'read it' },
      { paper: 'tides', text: 'N^{\\mathrm{E}}', why: 'E is a name' },
    ];
    expect(list('A rate of $\\sqrt{T}$ in $N^{\\mathrm{E}} + 1$.', [['N^{E} + 1', '$N^{E} + 1$']], settlements)).toEqual([
      [undefined, 'hand: read it'],
      ['N^{E} + 1', 'hand: E is a name'],
    ]);
  });
}); // prettier-ignore
