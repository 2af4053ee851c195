import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { expect, test } from 'vitest';
import { syntaxOf, wholeSyntax } from '../../src/contract/syntax.ts';

const read = (source: string, options = syntaxOf(source)): unknown => {
  try {
    return fromMarkdown(source, options);
  } catch (error) {
    return String(error);
  }
};

const runs = Number(process.env.SCHOLIUM_RUNS ?? 3000);

/** Each piece of GFM, whole and cut, and what can stand round it or for a part of it. */
const piece = fc.oneof(
  { weight: 3, arbitrary: fc.string({ maxLength: 3, unit: fc.constantFrom(...'aw.:/@|-~^[]()<>{}$\\*_`#&;x 1\t\n') }) },
  fc.constantFrom(
    ...['https://a.b/c', 'http:', '//a.b', 'HTTPS\\://a.b', 'www.a.b', 'www', 'Www\\.a.b', 'mailto:a@b.c', 'xmpp:a', 'a@b.c'],
    ...['a\\@b.c', 'a&#64;b.c', 'a&commat;b.c', 'https&colon;//a.b', 'www&period;a.b', 'http:&sol;/a.b', '&amp;'],
    ...['~~a~~', '~a~', '~', '[^a]', '[^a]: b', '- [ ] a', '1. [x] b', '- [\n] a', '[ ]', '[\u00a0] a'],
    ...['| a | b |\n|---|:-:|\n| c | d |', 'a\n:-', 'a\n-|', '> a\n> -:', '- a\n  :-', '- a\n  |-', '1) a\n   -|-\n   b', '|-|', ':--:'],
    ...['<Note on="a">\n', '</Note>', '\n\n', '\n', '\r\n', '  ', 'word', 'We count sheep.', '$x|y$', '`|`', '\ufeff', '---\n'],
  ),
); // prettier-ignore

test('a text without marks of GFM reads as with all of it', () => {
  let without = 0;
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), fc.constantFrom('', ' ', '\n'), (pieces, between) => {
      const source = pieces.join(between);
      if (syntaxOf(source) !== wholeSyntax) without++;
      expect(read(source)).toEqual(read(source, wholeSyntax));
    }),
    { numRuns: runs, seed: 20260131 },
  );
  expect(without / runs).toBeGreaterThan(0.1);
});

test.each(['We count sheep.', 'A $x$ of *words* – `code`, [a link](/b) and 5: 3 - 2.', '- one\n- two'])(
  '%j has none',
  (source) => expect(syntaxOf(source)).not.toBe(wholeSyntax),
);
