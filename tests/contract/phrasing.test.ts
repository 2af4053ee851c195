import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  parseMarkdown,
  parsePhrasing,
  phrasingToMarkdown,
  toPlain,
  type PhrasingContent,
} from '../../src/contract/phrasing.ts';

const hostile = [
  'import x from "y"',
  'export const a = 1',
  'a {b} <c> $5 and $10, x^{-2}',
  '{\\em x} and T\\"ULU',
  '<a, b> and <https://a.b>',
  '<!-- c --> {/* d */}',
  '- a\n1. b\n# c\n> d',
  '***a***_b_`c` ``d',
  '| a | b |\n|---|---|',
  '[a](b) ![c](d) [^1]: e',
  'www.a.b Www.a and ww.w.a',
  '&amp; &#x69; \\$ \\{',
  '$$\nx\n$$',
  '~~a~~ ~b~ ===\n---',
];

test.each(hostile)('reads back what it wrote: %j', (value) => {
  const folded = value.replace(/\s+/g, ' ').trim();
  const read = parseMarkdown(phrasingToMarkdown([{ type: 'text', value: folded }]));
  expect(read.children.map(({ type }) => type)).toEqual(['paragraph']);
  expect(toPlain(read)).toBe(folded);
});

test.each(['w.r.t. the best', 'pass@1 of 5'])('leaves what is no address as it is: %j', (value) => {
  expect(phrasingToMarkdown([{ type: 'text', value }])).toBe(value);
});

const piece = fc.oneof(
  fc.constantFrom(...hostile),
  fc.string({ maxLength: 12 }),
  fc.constantFrom(
    'import ',
    'export ',
    '\\',
    '{',
    '}',
    '<',
    '>',
    '$',
    '`',
    '*',
    '_',
    '&',
    '|',
    ':::',
    'https://a.b/c',
  ),
);
const words = fc
  .array(piece, { minLength: 1, maxLength: 8 })
  .map((pieces) => pieces.join(' ').replace(/\s+/g, ' ').trim());
const formula = fc.constantFrom('x', '\\epsilon', '{o_0}^{-2}', 'a<b', '|x|', '\\{a\\}', 'O(\\sqrt{T})');

test('any text stays text, any formula stays a formula', () => {
  const node = fc.oneof(
    words
      .filter((value) => value !== '')
      .map((value): PhrasingContent => ({ type: 'text', value: `${value} ` })),
    formula.map((value): PhrasingContent => ({ type: 'inlineMath', value })),
  );
  fc.assert(
    fc.property(fc.array(node, { minLength: 1, maxLength: 6 }), (nodes) => {
      const read = parsePhrasing(phrasingToMarkdown([...nodes, { type: 'text', value: '.' }]));
      expect(toPlain(read)).toBe(toPlain(separate([...nodes, { type: 'text', value: '.' }])));
    }),
    { seed: 20261121, numRuns: 500 },
  );
});

/** Two formulas side by side are written as one, with a space. */
function separate(nodes: PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node, index): PhrasingContent[] =>
    node.type === 'inlineMath' && nodes[index + 1]?.type === 'inlineMath'
      ? [node, { type: 'text', value: ' ' }]
      : [node],
  );
}

test.each([
  ['see https://a.b/c_d, then', 'a bare address stays bare'],
  ['[text](https://a.b/c)', 'a link with a text'],
])('%s: %s', (source) => {
  expect(phrasingToMarkdown(parsePhrasing(source))).toBe(source);
});
