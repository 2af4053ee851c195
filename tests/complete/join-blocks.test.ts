/** An index that is joined of blocks is the one that Pagefind makes of all texts at once. */
import { afterAll, expect, test } from 'vitest';
import { joinBlocks, uniteBlocks, type JoinedBlock } from '../../src/complete/join-blocks.ts';
import { startIndexer, type TextBlock } from '../../src/complete/pagefind.ts';
import { readMetadata, readWords } from '../../src/complete/pagefind-format.ts';
import type { FullTextRecord } from '../../src/contract/search/build-index.ts';
import { toPerson, toWord } from '../bench/survey/words.ts';
import { gunzipSync } from 'node:zlib';

/** So many that a word stands on more pages than one byte counts, with words that differ by accents only. */
const records = Array.from({ length: 300 }, (_, at): FullTextRecord => {
  const words = Array.from({ length: 60 }, (__, i) => toWord((at * 7 + i * i) % 900));
  return {
    url: `/papers/${at}/`,
    language: 'en',
    content: at === 7 ? '' : `Of ${words.join(' ')}, ${at % 3 === 0 ? 'Müller' : 'Muller'} and ÕPΣ. 𝔼 ${at}`,
    meta: { title: toPerson(at), kind: 'paper', readings: toWord(at), headline: at % 2 === 0 ? toWord(at + 5) : '' },
  };
}); // prettier-ignore

const indexer = await startIndexer();
afterAll(() => indexer.close());
const client = await indexer.readClient('en');
const whole = await indexer.index(records);
const blocks = [records.slice(0, 7), records.slice(7, 8), records.slice(8, 40), records.slice(40)];

const toJoined = ({ fields, words, pages }: TextBlock): JoinedBlock => ({
  fields,
  words,
  pages,
  readFragment: (page) => pages[page]?.fragment ?? new Uint8Array(),
});

async function read(joined: ReturnType<typeof joinBlocks>): Promise<Map<string, string>> {
  const files = await Promise.all(joined.files.map(async ({ path, make }) => [path, await make()] as const));
  return new Map(files.map(([path, content]) => [path, Buffer.from(content).toString('latin1')]));
}

test('byte for byte, however the texts are divided', async () => {
  const parts: TextBlock[] = [];
  for (const block of blocks) parts.push(await indexer.index(block));
  expect(parts.map(({ pages }) => pages.length)).toEqual([7, 0, 32, 260]);
  const one = await read(joinBlocks([toJoined(whole)], client));
  expect(await read(joinBlocks(parts.map(toJoined), client))).toEqual(one);
  const [first, ...others] = parts.map(toJoined);
  const pages = others.flatMap((part) => part.pages.map((_, page) => () => part.readFragment(page)));
  const united: JoinedBlock = {
    ...uniteBlocks(others),
    readFragment: (page) => pages[page]?.() ?? new Uint8Array(),
  };
  expect(await read(joinBlocks([first!, united], client))).toEqual(one);
});

test('with every word of Pagefind, each in one file and between the words that the list names', async () => {
  const joined = joinBlocks([toJoined(whole)], client);
  const files = await read(joined);
  const unpack = (path: string): Uint8Array => gunzipSync(Buffer.from(files.get(path) ?? '', 'latin1'));
  const { chunks, pages } = readMetadata(unpack(`/pagefind/${joined.list}`));
  expect(pages.length).toBe(299);
  expect(chunks.length).toBeGreaterThan(1);
  const found = chunks.map(({ name }) => [...readWords(unpack(`/pagefind/index/${name}.pf_index`), 0)]);
  const toWords = (runs: { word: string }[]): string[] => runs.map(({ word }) => word);
  expect(found.flatMap(toWords)).toEqual(
    whole.words.flatMap((bytes) => toWords([...readWords(bytes, 0)])).sort(),
  );
  for (const [at, { from, to }] of chunks.entries()) {
    const words = toWords(found[at] ?? []);
    const [first = '', last = ''] = [words[0], words.at(-1)].map((word) =>
      Buffer.from(word ?? '', 'latin1').toString(),
    );
    expect([first.startsWith(from), last.startsWith(to)]).toEqual([true, true]);
  }
});
