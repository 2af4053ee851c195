/** The search of the built site, run in Node as the terminal runs it. */
import path from 'node:path';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { expect, inject, onTestFinished, test, vi } from 'vitest';
import { openSite, searchSite } from '../../scripts/search/index.ts';
import type { SearchEngine } from '../../src/contract/search/engine.ts';
import type { CatalogueEntry } from '../../src/contract/search/index-format.ts';
import { makeReport } from '../../src/contract/findings.ts';
import { readPage } from '../../src/contract/page.ts';
import { listFiles } from '../../src/load/files.ts';

const { real, fixture } = inject('sites');

function readTitles(content: string): { title: string; url: string }[] {
  return listFiles(path.join(content, 'papers'), '.mdx').flatMap((name) => {
    const page = readPage(
      `papers/${name}`,
      readFileSync(path.join(content, 'papers', name), 'utf8'),
      makeReport(),
    );
    return page ? [{ title: page.data.title, url: `/papers/${page.slug}/` }] : [];
  });
}

const listAll = (engine: SearchEngine): Promise<CatalogueEntry[]> =>
  engine.readEntries(Array.from({ length: engine.count }, (_, place) => place));

test.each([
  ['the real survey', real],
  ['the fixture', fixture],
])('every title of %s finds its paper first', async (_, { folder, content }) => {
  const titles = readTitles(content);
  const answers = await searchSite(folder, titles.map(({ title }) => title), 1); // prettier-ignore
  const missed = titles.filter(({ url }, i) => answers[i]?.hits[0]?.url !== url);
  expect(titles.length).toBeGreaterThan(0);
  expect(missed).toEqual([]);
});

test('titles come back as the page writes them', async () => {
  const titles = readTitles(fixture.content);
  const answers = await searchSite(fixture.folder, titles.map(({ title }) => title), 1); // prettier-ignore
  expect(answers.map(({ hits }) => hits[0]?.title)).toEqual(titles.map(({ title }) => title));
});

test.each([
  ['a formula as TeX', '\\epsilon accurate tables', '/papers/forty-constituents/'],
  ['a formula as it is read', 'ε-accurate tables', '/papers/forty-constituents/'],
  ['an author without accents', 'Emile Ollivier', '/papers/forty-constituents/'],
  ['an arXiv id', '2103.00001', '/papers/forty-constituents/'],
  ['the name of a method', 'FORTY', '/papers/forty-constituents/'],
  ['words of a chapter', 'anything with ice in it', '/chapters/tides/'],
])('finds by %s', async (_, query, url) => {
  const [answer] = await searchSite(fixture.folder, [query], 1);
  expect(answer?.hits[0]?.url).toBe(url);
});

test('a formula is in the text of a paper and of a chapter once, in readable form', async () => {
  const engine = await openSite(fixture.folder);
  const read = async (address: string): Promise<string> =>
    engine.readText((await listAll(engine)).findIndex(({ url }) => url === address));
  expect((await read('/papers/forty-constituents/')).split('√(T log (1/ε))')).toHaveLength(2);
  expect((await read('/chapters/tides/')).split('∑_iA_i')).toHaveLength(2);
});

test('every paper, chapter and page of the documentation can be found', async () => {
  const urls = (await listAll(await openSite(fixture.folder))).map(({ url }) => url);
  expect(new Set(urls).size).toBe(urls.length);
  expect(urls).toEqual(expect.arrayContaining(readTitles(fixture.content).map(({ url }) => url)));
  for (const url of urls) expect(existsSync(path.join(fixture.folder, url, 'index.html')), url).toBe(true);
});

/** Words that stand in the text of a paper and nowhere else. */
const inText = 'suffice over a horizon';

test('the words of texts are found by Pagefind alone, and nothing without it', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'scholium-search-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const [whole, unindexed, without] = ['whole', 'unindexed', 'without'].map((name) =>
    path.join(folder, name),
  );
  if (!whole || !unindexed || !without) throw new Error('Three folders are needed');
  for (const copy of [whole, unindexed, without]) {
    for (const part of ['pagefind', 'search-index']) {
      cpSync(path.join(fixture.folder, part), path.join(copy, part), { recursive: true });
    }
  }
  rmSync(path.join(unindexed, 'pagefind', 'index'), { recursive: true });
  rmSync(path.join(without, 'pagefind'), { recursive: true });
  const silenced = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  onTestFinished(() => silenced.mockRestore());
  const ask = async (copy: string, query: string): Promise<string[]> =>
    openSite(copy).then(async (engine) => {
      const { places } = await engine.search(query);
      return (await engine.readEntries(places)).map(({ url }) => url);
    });
  expect(await ask(whole, inText)).toContain('/papers/forty-constituents/');
  expect(await ask(unindexed, inText)).toEqual([]);
  expect(await ask(unindexed, 'forty constituents')).toContain('/papers/forty-constituents/');
  await expect(ask(without, inText)).rejects.toThrow('pagefind.js');
});
