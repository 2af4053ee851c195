/** Reading without a connection, below a path of a host: what was visited, and what a reader asked to keep. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, expect, inject } from 'vitest';
import { listFiles } from '../../src/load/files.ts';
import { startReader, test } from '../support/reader.ts';

const { folder, content } = inject('sites').realBelow;
const { open, set } = startReader('realBelow');
afterEach(() => set('answers'));

const readTitle = (page: Page): Promise<string> => page.getByRole('heading', { level: 1 }).innerText();
const [first = '', second = '', third = ''] = listFiles(path.join(content, 'papers'), '.mdx').map(
  (name) => `/sub/papers/${path.basename(name, '.mdx')}/`,
);

/** All that the page and its worker keep, by name and path. */
const listKept = (page: Page): Promise<Record<string, string[]>> =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const lists = names.map(async (name) => {
      const requests = await (await caches.open(name)).keys();
      return [name, requests.map(({ url }) => new URL(url).pathname)] as const;
    });
    return Object.fromEntries(await Promise.all(lists));
  });

const visitedOf = (kept: Record<string, string[]>): string[] =>
  Object.entries(kept).find(([name]) => /^\/sub\/visited-[0-9a-f]{16}$/.test(name))?.[1] ?? [];

async function visit(page: Page, address: string): Promise<void> {
  await page.goto(new URL(address, page.url()).href);
  await expect.poll(async () => visitedOf(await listKept(page))).toContain(address);
}

test('the first page and the next are there without a connection, with their styles; others say so', async () => {
  const { page } = await open(first.slice('/sub'.length));
  await expect.poll(async () => visitedOf(await listKept(page))).toContain(first);
  const title = await readTitle(page);
  await visit(page, second);
  set('refuses');
  await page.goto(new URL(first, page.url()).href);
  expect(await readTitle(page)).toBe(title);
  expect(await page.evaluate(() => getComputedStyle(document.body).display)).toBe('flex');
  await page.goto(new URL(third, page.url()).href);
  expect(await readTitle(page)).toBe('No connection');
  await page.getByRole('link', { name: title }).click();
  expect(await readTitle(page)).toBe(title);
});

test('a network that does not answer gives way to what is kept', async () => {
  const { page } = await open(first.slice('/sub'.length));
  await visit(page, second);
  const title = await readTitle(page);
  set('waits');
  await page.goto(new URL(second, page.url()).href, { waitUntil: 'commit' });
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await readTitle(page)).toBe(title);
});

test('a page comes from the network while there is one', async () => {
  const { page } = await open(first.slice('/sub'.length));
  await visit(page, second);
  await page.evaluate(async (address) => {
    const [name = ''] = await caches.keys();
    const headers = { 'content-type': 'text/html' };
    await (await caches.open(name)).put(address, new Response('<h1>old</h1>', { headers }));
  }, second);
  await page.goto(new URL(second, page.url()).href);
  expect(await readTitle(page)).not.toBe('old');
});

test('a new version drops the caches of the old one, and nothing of other sites of the host', async () => {
  // No page: nothing registers the worker here.
  const { page } = await open('/robots.txt');
  const others = ['/sub/visited-old', '/visited-old', '/other/visited-old', 'theirs'];
  await page.evaluate((names) => Promise.all(names.map((name) => caches.open(name))), others);
  await page.goto(new URL(first, page.url()).href);
  await expect.poll(async () => visitedOf(await listKept(page))).toContain(first);
  const names = Object.keys(await listKept(page)).filter(
    (name) => !/^\/sub\/visited-[0-9a-f]{16}$/.test(name),
  );
  expect(names.sort()).toEqual(others.slice(1).sort());
});

test('the survey is kept on request, with its size before and its progress, read and searched without a connection, and undone', async () => {
  const { page } = await open('/reading-list/');
  const button = page.getByRole('button', { name: /^Keep this survey offline \(\d+\.\d MB\)$/ });
  const { bytes, files } = JSON.parse(readFileSync(path.join(folder, 'offline.json'), 'utf8')) as {
    bytes: number;
    files: unknown[];
  };
  expect(await button.innerText()).toContain(`(${(bytes / 1e6).toFixed(1)} MB)`);
  await button.click();
  await page.getByText(/^The survey is kept in this browser: \d+ pages, /).waitFor();
  expect((await listKept(page))['/sub/survey']?.length).toBe(files.length + 1);
  set('refuses');
  await page.goto(new URL(third, page.url()).href);
  expect(await readTitle(page)).not.toBe('No connection');
  await page.goto(new URL('/sub/search/?q=exploration', page.url()).href);
  await page.locator('.result').first().waitFor();
  await page.goto(new URL('/sub/reading-list/', page.url()).href);
  await page.getByRole('button', { name: 'Remove it from this browser' }).click();
  await expect.poll(async () => Object.keys(await listKept(page))).not.toContain('/sub/survey');
  await page.goto(new URL('/sub/glossary/', page.url()).href);
  expect(await readTitle(page)).toBe('No connection');
});
