/** Some papers of a file of all. */
import { expect, test } from 'vitest';
import { takeaways, toMarkdownList, toSlugOf } from '../../src/client/selection.ts';

const slugs = new Set(['a', 'c']);

test.each([
  ['bibtex', '@misc{a,\n  title = {A {B}},\n}\n\n@article{b,\n}\n\n@misc{c,\n}\n', '@misc{a,\n  title = {A {B}},\n}\n\n@misc{c,\n}\n'],
  ['ris', 'TY  - GEN\nID  - a\nER  - \n\nTY  - GEN\nID  - b\nER  - \n\nTY  - GEN\nID  - c\nER  - \n', 'TY  - GEN\nID  - a\nER  -\n\nTY  - GEN\nID  - c\nER  -\n'],
  ['csl-json', '[{"id":"a","title":"A"},{"id":"b"}]', '[\n {\n  "id": "a",\n  "title": "A"\n }\n]\n'],
  ['csv', 'slug,title\na,"A, ""so""\nand on"\nb,B\nc,C\n', 'slug,title\na,"A, ""so""\nand on"\nc,C\n'],
] as const)('%s', (format, all, some) => {
  expect(takeaways[format].select(all, slugs)).toBe(some);
}); // prettier-ignore

test('a list in Markdown links the pages, with the titles as they are written', () => {
  const entries = [
    {
      url: '/papers/a/',
      kind: 'paper',
      title: 'A√T',
      markdown: 'A$\\sqrt{T}$',
      authors: ['X', 'Y'],
      year: 2021,
    },
    { url: '/papers/b/', kind: 'paper', title: 'B [new]', venue: 'OCEANS 2022' },
  ] as const;
  const list = toMarkdownList(entries.map((entry) => ({ ...entry, authors: 'authors' in entry ? [...entry.authors] : [] })), (path) => `https://example.org${path}`); // prettier-ignore
  expect(list).toBe(
    '- [A$\\sqrt{T}$](https://example.org/papers/a/). X, Y. 2021\n' +
      '- [B \\[new\\]](https://example.org/papers/b/). OCEANS 2022\n',
  );
});

test('the slug of a paper is the last part of its address', () => {
  expect(toSlugOf({ url: '/papers/a-b/', kind: 'paper', title: '' })).toBe('a-b');
});
