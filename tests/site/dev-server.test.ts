/** What the development server shows is what the files hold now, and nothing of them is executed. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSettings } from '../../src/lib/settings.ts';
import { fixture, root, whileLocked, workFolder } from '../support/build.ts';
import { startDevServer, type DevServer } from '../support/dev-server.ts';

const content = path.join(workFolder, 'developed');
const { cache } = readSettings({ SCHOLIUM_CONTENT: content }, root);
const page = '/papers/slow-delta/';
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
function edit(name: string, change: (text: string) => string): () => void {
  const file = path.join(content, name);
  const before = readFileSync(file, 'utf8');
  writeFileSync(file, change(before));
  return () => writeFileSync(file, before);
}

test('shows an edit of a page, on the page, where it is listed, and in its files for machines', async () => {
  expect(await ask(page)).toContain('A slow delta');
  expect(await ask('/papers/slow-delta.bib')).toMatch(/[Ss]low/);
  edit('papers/tides/slow-delta.mdx', (text) => text.replace('A slow delta', 'A quick delta'));
  await expect.poll(() => ask(page)).toContain('A quick delta');
  expect(await ask('/chapters/tides/')).toContain('A quick delta');
  expect(await ask('/papers/slow-delta.bib')).toMatch(/[Qq]uick/);
});

test('shows an edit of a narrative', async () => {
  expect(await ask('/chapters/tides/')).toContain('Shallow water');
  edit('chapters/tides.mdx', (text) => text.replace('Shallow water', 'Deeper water'));
  await expect.poll(() => ask('/chapters/tides/')).toContain('Deeper water');
});

test('says what is wrong with a page, and shows it as it was', async () => {
  const undo = edit('papers/tides/slow-delta.mdx', (text) => text.replace('A quick', 'A {"hasty"}'));
  await expect.poll(server.said).toMatch(/slow-delta\.mdx:\d+:\d+: error/);
  expect(await ask(page)).toContain('A quick delta');
  undo();
});

test('never executes what stands in a narrative', async () => {
  const undo = edit('chapters/tides.mdx', (text) => `${text}\n{process.stdout.write('EXECUTED')}\n`);
  await expect.poll(server.said).toContain('[page-is-data]');
  const { status } = await fetch(`${server.origin}/chapters/tides/`);
  expect({ status, isExecuted: server.said().includes('EXECUTED') }).toEqual({
    status: 500,
    isExecuted: false,
  });
  undo();
  await expect.poll(() => ask('/chapters/tides/')).toContain('Deeper water');
});
