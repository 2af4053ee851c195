/** The search of the built site, run in Node as the terminal runs it. */
import path from 'node:path';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, inject, test } from 'vitest';
import { searchSite } from '../../scripts/search/index.ts';
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

test.each([
  ['the real survey', real],
  ['the fixture', fixture],
])('every title of %s finds its paper first', async (_, { folder, content }) => {
  const titles = readTitles(content);
  const answers = await searchSite(folder, titles.map(({ title }) => title), 1); // prettier-ignore
  const missed = titles.filter(({ url }, i) => answers[i]?.[0]?.url !== url);
  expect(titles.length).toBeGreaterThan(0);
  expect(missed).toEqual([]);
});

test('titles come back as the page writes them', async () => {
  const titles = readTitles(fixture.content);
  const answers = await searchSite(fixture.folder, titles.map(({ title }) => title), 1); // prettier-ignore
  expect(answers.map(([hit]) => hit?.title)).toEqual(titles.map(({ title }) => title));
});

test.each([
  ['a formula as TeX', '\\epsilon accurate tables', '/papers/forty-constituents/'],
  ['a formula as it is read', 'ε-accurate tables', '/papers/forty-constituents/'],
  ['an author without accents', 'Emile Ollivier', '/papers/forty-constituents/'],
  ['an arXiv id', '2103.00001', '/papers/forty-constituents/'],
  ['the name of a method', 'FORTY', '/papers/forty-constituents/'],
  ['words of a chapter', 'anything with ice in it', '/chapters/tides/'],
])('finds by %s', async (_, query, url) => {
  const [hits] = await searchSite(fixture.folder, [query], 1);
  expect(hits?.[0]?.url).toBe(url);
});

test.each([
  ['a paper', '/papers/forty-constituents/', '√(T log (1/ε))'],
  ['a chapter', '/chapters/tides/', '∑_iA_i'],
])('a formula of %s is in the index once', (_, url, formula) => {
  const folder = path.join(fixture.folder, 'pagefind/fragment');
  const contents = listFiles(folder, '.pf_fragment')
    .map((name) => gunzipSync(readFileSync(path.join(folder, name))).toString())
    .map((text) => JSON.parse(text.slice('pagefind_dcd'.length)) as { url: string; content: string })
    .filter((fragment) => fragment.url === url)
    .map(({ content }) => content);
  expect(contents).toHaveLength(1);
  expect(contents[0]?.split(formula)).toHaveLength(2);
});
