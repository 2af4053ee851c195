/** What the development server shows is what the files hold now, and nothing of them is executed. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSettings } from '../../src/lib/settings.ts';
import { fixture, root, whileLocked, workFolder } from '../support/build.ts';
import { startDevServer, type DevServer } from '../support/dev-server.ts';

const content = path.join(workFolder, 'developed');
const { cache } = readSettings({ SCHOLIUM_CONTENT: content }, root);
const page = '/papers/slow-delta/';
const chapter = '/chapters/tides/';
const citing = '/papers/forty-constituents/';
let server: DevServer;

beforeAll(async () => {
  cpSync(fixture, content, { recursive: true });
  server = await whileLocked(() => startDevServer(root, { SCHOLIUM_CONTENT: content }));
});

afterAll(async () => {
  await server.stop();
  for (const folder of [content, cache]) rmSync(folder, { recursive: true, force: true });
});

const ask = async (address: string): Promise<string> => (await fetch(server.origin + address)).text();

/** @returns what undoes it */
function edit(name: string, from: string, to: string): () => void {
  const file = path.join(content, name);
  const before = readFileSync(file, 'utf8');
  expect(before).toContain(from);
  writeFileSync(file, before.replace(from, to));
  return () => writeFileSync(file, before);
}

/** Where an edit of a file shows: on its own page, and on pages that nobody wrote to. */
const edits: readonly { file: string; from: string; to: string; shown: Record<string, string> }[] = [
  {
    file: 'papers/tides/slow-delta.mdx',
    from: 'A slow delta',
    to: 'A quick delta',
    shown: { [page]: 'A quick delta', [chapter]: 'A quick delta', '/papers/slow-delta.bib': 'quick' },
  },
  {
    file: 'papers/tides/slow-delta.mdx',
    from: 'Maria da Silva',
    to: 'Maria Sousa',
    shown: { [page]: 'Maria Sousa', [citing]: 'Sousa', '/data/survey.bib': 'Sousa' },
  },
  {
    file: 'records/slow-delta.json',
    from: '"published": "2022"',
    to: '"published": "2022", "listed": { "extra": { "publisher": "River Press" } }',
    shown: { '/papers/slow-delta.bib': 'River Press', '/data/survey.ris': 'River Press' },
  },
  {
    file: 'glossary.yml',
    from: 'Who leads, the river',
    to: 'Who is first, the river',
    shown: { '/glossary/': 'Who is first, the river' },
  },
  {
    file: 'glossary.yml',
    from: 'spellings: [constituent, harmonic constituent]',
    to: 'spellings: [tide table]',
    shown: { [citing]: '>tide table</a>' },
  },
  {
    file: 'survey.yml',
    from: 'title: Tides and knots',
    to: 'title: Tides and nets',
    shown: { '/': 'Tides and nets', [page]: 'Tides and nets', '/feed.xml': 'Tides and nets' },
  },
  {
    file: 'references.bib',
    from: 'title = {The Tides}',
    to: 'title = {The Ebb}',
    shown: { [chapter]: 'The Ebb' },
  },
  {
    file: 'chapters/tides.mdx',
    from: 'Shallow water',
    to: 'Deeper water',
    shown: { [chapter]: 'Deeper water' },
  },
];

describe('an edit shows', () => {
  test.each(edits)('of $file, "$to"', async ({ file, from, to, shown }) => {
    const shows = async ([address, text]: readonly [string, string]) => (await ask(address)).includes(text);
    const all = Object.entries(shown);
    expect(await Promise.all(all.map(shows))).not.toContain(true);
    edit(file, from, to);
    for (const one of all) await expect.poll(() => shows(one), { message: one.join(' has ') }).toBe(true);
  });
});

test('says what is wrong with a page, shows it as it was, and as it is when it is mended', async () => {
  edit('papers/tides/slow-delta.mdx', 'A quick', 'A {"hasty"}');
  await expect.poll(server.said).toMatch(/slow-delta\.mdx:\d+:\d+: error/);
  expect(await ask(page)).toContain('A quick delta');
  edit('papers/tides/slow-delta.mdx', 'A {"hasty"}', 'A lazy');
  await expect.poll(() => ask(page)).toContain('A lazy delta');
});

test('never executes what stands in a narrative', async () => {
  const undo = edit('chapters/tides.mdx', 'Deeper', "{process.stdout.write('EXECUTED')}\n\nDeeper");
  await expect.poll(server.said).toContain('[page-is-data]');
  const { status } = await fetch(server.origin + chapter);
  expect({ status, isExecuted: server.said().includes('EXECUTED') }).toEqual({
    status: 500,
    isExecuted: false,
  });
  undo();
  await expect.poll(() => ask(chapter)).toContain('Deeper water');
});
