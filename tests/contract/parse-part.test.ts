import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePart } from '../../src/contract/parse-part.ts';
import { parseMarkdown } from '../../src/contract/phrasing.ts';

const outcome = (parse: () => { children: unknown[] }): unknown => {
  try {
    return parse().children;
  } catch (error) {
    return error;
  }
};

const piece = fc.oneof(
  fc.string({ maxLength: 3, unit: fc.constantFrom(...'aw/@|~^[]()<>{}$\\*_`#&x 1\t\n\r') }),
  fc.constantFrom(
    ...['<Note on="a" id={b}>\n', '</Note>', '<Cite paper="a" />', '- a\n  > b', '1. [x] c', '# d', '---\n', '\ufeff'],
    ...['| a | b |\n|---|---|\n| c | d |', 'https://a.b/c', '[^a]: e', '[a](b "c")', '$x|y$', '$$\nx\n$$', 'words of prose.', '\n\n'],
  ),
); // prettier-ignore

test('a part is read as after blank lines, each place that of the file', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('', 'x\n', '---\ntitle: a\n---\n', 'a\r\nb\r\n'),
      fc.array(piece, { maxLength: 8 }),
      (before, pieces) => {
        const source = before + pieces.join('');
        const blanked = before.replace(/[^\n]/g, ' ') + pieces.join('');
        expect(outcome(() => parsePart(source, before.length))).toEqual(
          outcome(() => parseMarkdown(blanked)),
        );
      },
    ),
    { seed: 20260131, numRuns: 2000 },
  );
});

test('what is wrong stands where the file has it', () => {
  expect(() => parsePart('one\ntwo\n<Note>\n', 8)).toThrow('(3:1-3:7)');
});
