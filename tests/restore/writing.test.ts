import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readPaper } from '../../scripts/restore/extent.ts';
import { writeFormula } from '../../scripts/restore/formula.ts';
import { takeTokens } from '../../scripts/restore/formulas.ts';
import { regions } from '../../scripts/restore/marks.ts';
import { shippedModel } from '../../scripts/restore/weights.ts';

type Row = { name: string; raw: string; tex: string; root?: [number, number] };
const rows = parse(readFileSync(new URL('writing.yml', import.meta.url), 'utf8')) as Row[];

/** Writes the formula that `raw` is as a whole; `root` are the tokens that stood under one. */
function write(raw: string, root?: [number, number]): string | undefined {
  const [passage] = readPaper(shippedModel.words, [raw]).passages;
  const formula = takeTokens(passage!, { from: 0, to: passage!.tokens.length, probability: 1 });
  const none = formula.tokens.map(() => 0);
  const isRoot = (at: number): boolean => root !== undefined && at >= root[0] && at < root[1];
  const under = none.map((_, at) => (isRoot(at) ? regions.indexOf(isRoot(at - 1) ? 'sqrt+' : 'sqrt') : 0));
  return writeFormula(raw, formula, { styles: none, regions: under, confidence: 1 })?.tex;
}

test.each(rows)('writes $name', ({ raw, tex, root }) => {
  expect(write(raw, root)).toBe(tex);
});
