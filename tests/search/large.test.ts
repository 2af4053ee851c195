/** The search over so many papers that its index lies in small parts, of which a query loads few. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { openSite } from '../../scripts/search/index.ts';
import { toPaperDocument, type SearchDocument } from '../../src/contract/search/document.ts';
import { readFactTable } from '../../src/contract/search/fact-table.ts';
import {
  indexFiles,
  indexFolder,
  type Catalogue,
  type FactTable,
  type Vocabulary,
} from '../../src/contract/search/index-format.ts';
import { readSettings } from '../../src/lib/settings.ts';
import { inventPaper } from '../bench/survey/paper.ts';

const count = 2100;
const papers = Array.from({ length: count }, (_, number) => inventPaper(number));
const folder = mkdtempSync(path.join(tmpdir(), 'scholium-search-'));
const { cache } = readSettings({ SCHOLIUM_CONTENT: folder }, process.cwd());
afterAll(() => {
  for (const one of [folder, cache]) rmSync(one, { recursive: true, force: true });
});
const documents = papers.map(toDocument);
vi.stubEnv('SCHOLIUM_CONTENT', folder);
const { writeIndex } = await import('../support/search.ts');
await writeIndex(documents, folder);
const engine = await openSite(folder);

function toDocument({ data, slug, sentences }: (typeof papers)[number]): SearchDocument {
  const abstract = sentences.map(({ text }) => text).join(' ');
  return toPaperDocument({
    url: `/papers/${slug}/`,
    data,
    text: { title: { text: data.title }, abstract },
    chapterTitle: data.chapter,
    benchmarks: data.benchmarks ?? [],
  });
}

function readIndex(name: string): unknown {
  return JSON.parse(readFileSync(path.join(folder, indexFolder, name), 'utf8'));
}

const { versions, vocabulary } = readIndex(indexFiles.catalogue) as Catalogue;

async function findFirst(query: string): Promise<string | undefined> {
  const { places } = await engine.search(query);
  return (await engine.readEntries(places.slice(0, 1)))[0]?.title;
}

test.each([0, 300, 1000, 1500, 2099])('finds paper %i by its title, however long', async (number) => {
  const { title } = papers[number]?.data ?? { title: '' };
  expect(await findFirst(title)).toBe(title);
});

test.each([
  ['with the letter that it begins with', (word: string) => `${word}x`],
  ['with another', (word: string) => `x${word}`],
])('says what a word was meant to be, %s', async (_, misspell) => {
  expect(vocabulary.length).toBeGreaterThan(10);
  const [[word = ''] = []] = vocabulary
    .flatMap((_letter, part) => readIndex(indexFiles.vocabulary(versions, part)) as Vocabulary)
    .filter(([form]) => form.length > 8)
    .sort(([, a], [, b]) => b - a);
  expect(await engine.search(misspell(word))).toMatchObject({ meant: word, unknown: [] });
});

test('has each fact of each entry', async () => {
  const facts = readFactTable(readIndex(indexFiles.facts(versions)) as FactTable);
  const entries = await engine.readEntries(facts.map((_, place) => place));
  expect(facts).toEqual(
    entries.map(({ kind, chapter, section, year, contribution, benchmarks, code }) => ({
      kind,
      chapter,
      section,
      ...(contribution && { contribution }),
      ...(year !== undefined && { year }),
      ...(benchmarks && { benchmarks }),
      ...(code && { code }),
    })),
  );
});
