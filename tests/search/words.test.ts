/** The words of a survey are the same however its documents are divided, and whatever was united before. */
import { expect, test } from 'vitest';
import { toTextDocument } from '../../src/contract/search/document.ts';
import { readDocument } from '../../src/contract/search/read-document.ts';
import { countWords, joinWords, uniteWords } from '../../src/contract/search/words.ts';

const documents = ['Sheep', 'Counting sheep, at last', 'A fence', 'Fences of sheep'].map((title, at) =>
  readDocument(
    toTextDocument('doc', { url: `/docs/${at}/`, title, text: `${title} and fences. SHEEP count ${at}.` }),
  ),
);
const count = (from: number, to: number) => countWords(documents.slice(from, to), () => []);
const urls = documents.map(({ document }) => document.entry.url);

test('words of united blocks', () => {
  const whole = joinWords([count(0, 4)], urls);
  expect(whole.find(([stem]) => stem === 'sheep')?.[1].slice(0, 3)).toEqual(['sheep', 4, [0, 1, 2]]);
  expect(joinWords([count(0, 1), count(1, 2), count(2, 4)], urls)).toEqual(whole);
  expect(joinWords([count(0, 1), uniteWords([count(1, 2), count(2, 4)])], urls)).toEqual(whole);
});
