import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { callOf, join, printDocument } from '../../scripts/pdf/typst.ts';

test.each([
  ['text', 'a "b" \\ c\n', '#import "t.typ": *\n#"a \\"b\\" \\\\ c\\u{a}"\n'],
  ['a call', callOf('emph', ['x']), '#import "t.typ": *\n#emph("x",)\n'],
  ['named arguments before the others', callOf('f', [1], { a: true, b: undefined }), '#import "t.typ": *\n#f(\n a: true,\n 1,\n)\n'],
  ['nothing', callOf('f', [null, join([])]), '#import "t.typ": *\n#f(\n none,\n {},\n)\n'],
  ['a list of one', { list: ['a'] }, '#import "t.typ": *\n#("a",)\n'],
  ['fields', { fields: { a: 'b' } }, '#import "t.typ": *\n#(a: "b",)\n'],
  ['no fields', { fields: {} }, '#import "t.typ": *\n#(:)\n'],
])('%s is printed', (_, value, source) => {
  expect(printDocument('t.typ', [value])).toBe(source);
}); // prettier-ignore

test('a name that is none of Typst is refused', () => {
  expect(() => printDocument('t.typ', [callOf('a(1)')])).toThrow('No name of Typst');
});

test('whatever a text holds is the same text for Typst', () => {
  const hostile = ['#let x = 1', '$x$', '\\u{41}', '"); panic("', '*/ // <a> @b', '= x', '- x', '`x`', '[', ']', '~', '--'];
  const texts = fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { minLength: 20, maxLength: 20 });
  fc.assert(
    fc.property(texts, (some) => {
      const calls = some.map((text) => callOf('metadata', [text]));
      const source = printDocument('t.typ', calls).replace(/^.*\n/, '');
      // One compiler may answer the next question with the last answer.
      const compiler = NodeCompiler.create();
      const found = compiler.query({ mainFileContent: source }, { selector: 'metadata', field: 'value' }) as string[];
      expect(found).toEqual(some.map((text) => text.toWellFormed()));
    }),
    { seed: 8, numRuns: 15, examples: [[hostile]] },
  );
}); // prettier-ignore
