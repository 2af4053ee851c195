/** The search over a small corpus: what is found, what comes first, and what is said. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { openSite } from '../../scripts/search/index.ts';
import { toPaperDocument, toTextDocument, type SearchDocument } from '../../src/contract/search/document.ts';
import type { FrontMatter } from '../../src/contract/schema.ts';
import { readSettings } from '../../src/lib/settings.ts';

type Given = Partial<FrontMatter> & { title: string; text: string };

function toDocument({ text, ...data }: Given): SearchDocument {
  const url = `/papers/${data.title.toLowerCase().replace(/[^a-z]+/g, '-')}/`;
  return toPaperDocument({
    url,
    data: { chapter: 'tides', section: 'Prediction', ...data },
    text: { title: { text: data.title }, abstract: text, ...(data.method && { method: data.method }) },
    chapterTitle: 'Tides',
    benchmarks: data.benchmarks ?? [],
  });
}

const documents = [
  toDocument({
    title: 'Forty Constituents',
    authors: ['Émile Øster', 'Ann Tide'],
    year: 2021,
    venue: 'OCEANS 2022',
    arxiv: '2103.00001',
    method: 'FORTY',
    contribution: 'method',
    text: 'An ε-accurate table of tides after Õ(√T) steps. The harmonic tide model (HTM) needs no training.',
  }),
  toDocument({
    title: 'A Survey of Harbour Gauges',
    year: 2023,
    contribution: 'survey',
    code: 'https://example.org/gauges',
    text: 'We review gauges, fine-tuning of gauges, and the harmonic tide model (HTM) of ports.',
  }),
  toDocument({
    title: 'Harbour Nine',
    year: 2022,
    benchmarks: ['NinePorts'],
    text: 'Gauges of nine ports, measured.',
  }),
  toDocument({ title: 'HTM on Ice', text: 'Ice moves slowly, and slower in winter.' }),
  toTextDocument('chapter', {
    url: '/chapters/tides/',
    title: 'Tides',
    text: 'Gauges and harbours of the ports.',
  }),
];
const folder = mkdtempSync(path.join(tmpdir(), 'scholium-search-'));
const { cache } = readSettings({ SCHOLIUM_CONTENT: folder }, process.cwd());
afterAll(() => {
  for (const one of [folder, cache]) rmSync(one, { recursive: true, force: true });
});
const [site, again] = [path.join(folder, 'site'), path.join(folder, 'again')];
vi.stubEnv('SCHOLIUM_CONTENT', folder);
const { writeIndex } = await import('../support/search.ts');
await writeIndex(documents, site);
const engine = await openSite(site);

async function listTitles(query: string, typing = false): Promise<string[]> {
  const { places } = await engine.search(query, typing);
  return (await engine.readEntries(places)).map(({ title }) => title);
}

test.each([
  ['a title', 'harbour nine', 'Harbour Nine'],
  ['a title in another spelling', 'HARBOR GAUGES survey', 'A Survey of Harbour Gauges'],
  ['the name of a method', 'forty', 'Forty Constituents'],
  ['an author without accents', 'Oster', 'Forty Constituents'],
  ['a family name and a year', 'Tide 2021', 'Forty Constituents'],
  ['the year of the venue', 'constituents 2022', 'Forty Constituents'],
  ['an arXiv id', 'arXiv:2103.00001v2', 'Forty Constituents'],
  ['a formula as TeX', '\\tilde{O}(\\sqrt{T})', 'Forty Constituents'],
  ['a formula in words', 'O(sqrt T)', 'Forty Constituents'],
  ['a sign in words', 'epsilon-accurate', 'Forty Constituents'],
  ['a benchmark', 'nine ports', 'Harbour Nine'],
  ['a compound as one word', 'finetuning', 'A Survey of Harbour Gauges'],
  ['a kind of contribution', 'review of ports', 'A Survey of Harbour Gauges'],
  ['what has code', 'gauges with code', 'A Survey of Harbour Gauges'],
  ['words of which some are nowhere', 'xylophone ice winter', 'HTM on Ice'],
  ['a typo', 'harbuor nine', 'Harbour Nine'],
])('finds by %s', async (_, query, title) => {
  expect((await listTitles(query))[0]).toBe(title);
});

test('a paper comes before a chapter that matches as well', async () => {
  const titles = await listTitles('gauges ports');
  expect(titles.slice(0, 2)).toContain('Harbour Nine');
  expect(titles.at(-1)).toBe('Tides');
});

test('a long form finds the short one, and the other way round', async () => {
  const all = ['A Survey of Harbour Gauges', 'Forty Constituents', 'HTM on Ice'];
  expect((await listTitles('harmonic tide model')).toSorted()).toEqual(all);
  expect((await listTitles('HTM')).toSorted()).toEqual(all);
});

test('an arXiv id finds its paper and no other', async () => {
  expect(await listTitles('2103.00001')).toEqual(['Forty Constituents']);
});

test('a word is finished while it is typed', async () => {
  expect(await listTitles('consti', true)).toEqual(['Forty Constituents']);
});

test('what was meant is said, and so is what is nowhere', async () => {
  expect(await engine.search('harbuor xylophone')).toMatchObject({ meant: 'harbour xylophone', unknown: ['xylophone'] }); // prettier-ignore
  expect(await engine.search('harbour')).not.toHaveProperty('meant');
  expect(await engine.search('qqqqqqqq')).toEqual({ places: [], unknown: ['qqqqqqqq'] });
});

test.each(['', '   ', '"', '***', '\\', '{}', '__proto__', 'constructor', '%00', '𝕏 😀', '('.repeat(2000)])(
  'nothing breaks on %j',
  async (query) => {
    expect((await engine.search(query, true)).places).toEqual([]);
  },
);

test('the text of a hit is at hand', async () => {
  const [place = -1] = (await engine.search('ice')).places;
  expect(await engine.readText(place)).toBe('Ice moves slowly, and slower in winter.');
});

test('the same documents make the same files', async () => {
  await writeIndex(documents, again);
  expect(readAll(again)).toEqual(readAll(site));
});

function readAll(root: string): (readonly [name: string, content: string])[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => path.join(file.parentPath, file.name))
    .map((name) => [path.relative(root, name), readFileSync(name, 'latin1')] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}
