/** Formulas of every kind that KaTeX takes, as Typst sets them. The table grows by a row for each that looked wrong. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { compileTypst } from '../../scripts/pdf/compile.ts';
import { parseMathml, toMathml, toSpokenMathml } from '../../scripts/book/mathml.ts';
import { toTypstFormula, UnknownMath } from '../../scripts/pdf/formula.ts';
import { callOf, printDocument } from '../../scripts/pdf/typst.ts';

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');
const table = parse(read('formulas.yml')) as { set: Record<string, string>; compiled: string[] };

const setFormula = (tex: string, display = false) => toTypstFormula(parseMathml(toMathml({ tex, display })));

test.each(Object.entries(table.set))('%s is set', (tex, typst) => {
  const printed = printDocument('t', [setFormula(tex)]);
  expect(printed.replace(/^.*\n#/, '').replace(/\s+/g, ' ').replace(/,? ?([)}])/g, '$1').replace(/([({]) /g, '$1').trim()).toBe(typst);
}); // prettier-ignore

test('each of the others compiles, in the line and by itself', () => {
  const equations = [...Object.keys(table.set), ...table.compiled].flatMap((tex) =>
    [false, true].map((display) =>
      callOf('math.equation', [setFormula(tex, display)], { block: display, alt: tex }),
    ),
  );
  const source = printDocument('book.typ', [
    callOf('book', [{ block: equations }], {
      title: 'Formulas',
      date: { list: [2026, 1, 31] },
      contents: 'Contents',
    }),
  ]);
  const outcome = compileTypst(source, '2026-01-31');
  expect('problems' in outcome ? outcome.problems : []).toEqual([]);
});

test('in the fraction of a display the scripts of a sum may stand beside it', () => {
  const [printed, inFront] = ['\\frac{1}{\\sum_i x}', '\\max_i x'].map((tex) => printDocument('t', [setFormula(tex, true)]));
  expect(printed).toContain('inline: false');
  expect(inFront).not.toContain('inline: false');
}); // prettier-ignore

test('what no row knows is refused with its name', () => {
  const unknown = parseMathml('<math><mrow><mglyph/></mrow></math>');
  expect(() => toTypstFormula(unknown)).toThrow(new UnknownMath('<mglyph>'));
  expect(() => setFormula('\\color{chartreuse}x')).toThrow('the colour chartreuse');
});

test('MathML that KaTeX never wrote is a bug', () => {
  expect(() => parseMathml('<math><mi>x</math')).toThrow('No MathML');
  expect(() => parseMathml('<math><mi>x</math>')).toThrow('No MathML');
});

test('a leaf holds no elements when it is spoken', () => {
  expect(toSpokenMathml({ tex: '\\overset{d}{=}', display: false })).not.toMatch(/<mo>\s*<m/);
});
