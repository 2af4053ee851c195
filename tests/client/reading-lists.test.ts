/** The reader's own lists, as text that the browser keeps and as files that readers take along. */
import { describe, expect, test } from 'vitest';
import { mergeLists, parseSlugs } from '../../src/client/reading-lists.ts';
import { toPaperSlug } from '../../src/client/paper-address.ts';
import { parseReadingList, printReadingList } from '../../src/contract/reading-list.ts';

test.each([
  [null, []],
  ['["a-b","c","a-b"]', ['a-b', 'c']],
  ['["ok", 7, "<b>", "../up", null]', ['ok']],
  ['{"papers":["a"]}', []],
  ['not JSON', []],
])('of %j, slugs are read and nothing else', (text, slugs) => {
  expect(parseSlugs(text)).toEqual(slugs);
});

test('a list that is brought in comes after the own one, each paper once', () => {
  expect(mergeLists(['b', 'a'], ['c', 'a', 'd'])).toEqual(['b', 'a', 'c', 'd']);
});

describe('a list as a file', () => {
  test('is read as it was written', () => {
    const papers = ['forty-constituents', 'unknotting'];
    expect(printReadingList(papers)).toBe(
      '{\n  "papers": [\n    "forty-constituents",\n    "unknotting"\n  ]\n}\n',
    );
    expect(parseReadingList(printReadingList(papers))).toEqual(papers);
  });

  test.each([
    '',
    '[]',
    '{}',
    'null',
    '{"papers":[]}',
    '{"papers":"a"}',
    '{"papers":["A b"]}',
    '{"papers":[1]}',
  ])('%j is none', (source) => {
    expect(parseReadingList(source)).toBeUndefined();
  });

  test('may say more than its papers, and names each once', () => {
    expect(parseReadingList('{"made":"today","papers":["a","b","a"]}')).toEqual(['a', 'b']);
  });
});

test.each([
  ['/papers/a-b/', '/', 'a-b'],
  ['/sub/papers/a/', '/sub/', 'a'],
  ['/papers/a/', '/sub/', undefined],
  ['/papers/a.bib', '/', undefined],
  ['/chapters/a/', '/', undefined],
])('the address %s on a site at %s is that of the paper %s', (address, base, slug) => {
  expect(toPaperSlug(address, base)).toBe(slug);
});
