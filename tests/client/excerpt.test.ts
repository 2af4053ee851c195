/** The part of a text that answers a query. */
import { expect, test } from 'vitest';
import { toExcerpt } from '../../src/client/excerpt.ts';

const show = (text: string, query: string): string =>
  toExcerpt(text, query).map((piece) => (piece.marked ? `[${piece.text}]` : piece.text)).join(''); // prettier-ignore

test.each([
  ['words in any form', 'Gauges were read daily.', 'reading gauge', '[Gauges] were [read] daily.'],
  ['no words of the query', 'Gauges were read.', 'ice', 'Gauges were read.'],
  ['words that say nothing', 'The gauge of the port.', 'the gauge', 'The [gauge] of the port.'],
  ['an empty text', '', 'ice', ''],
])('%s', (_, text, query, excerpt) => {
  expect(show(text, query)).toBe(excerpt);
});

test('a long text is cut to where the words stand closest', () => {
  const filler = 'lorem '.repeat(60);
  const excerpt = show(`tide ${filler}the tide of a harbour ${filler}`, 'harbour tide');
  expect(excerpt).toMatch(/^… (?:lorem )+the \[tide\] of a \[harbour\](?: lorem)+ …$/);
});
