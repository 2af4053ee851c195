/** Reading lists, read marks, and what the browser keeps, in a real browser. */
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { parseReadingList } from '../../src/contract/reading-list.ts';
import { startReader, test } from '../support/reader.ts';

const { open } = startReader('fixture');

test('a paper is put on the list by keyboard, marked where it is listed, saved, and brought in elsewhere', async () => {
  const { page, troubles } = await open('/papers/slow-delta/');
  const box = page.getByRole('checkbox', { name: 'On my reading list' });
  await expect.poll(() => box.isEnabled()).toBe(true);
  await box.press('Space');
  await page.locator('.eyebrow a').first().click();
  const line = page.locator('.paper', { has: page.locator('a[href="/papers/slow-delta/"]') });
  await expect.poll(() => line.locator('.reading-mark').first().innerText()).toContain('on your reading list');
  await page.goto(new URL('/search/?q=delta', page.url()).href);
  const found = page.locator('.result', { has: page.locator('a[href="/papers/slow-delta/"]') });
  await expect.poll(() => found.locator('.reading-mark').count()).toBe(1);
  await page.goto(new URL('/reading-list/', page.url()).href);
  const listed = page.locator('[data-list="reading-list"] .paper-title');
  await expect.poll(() => listed.allInnerTexts()).toEqual(['A slow delta: tides where the river decides']);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the list' }).click(),
  ]);
  const saved = readFileSync(await download.path(), 'utf8');
  expect(parseReadingList(saved)).toEqual(['slow-delta']);

  const other = await open('/reading-list/');
  const bring = (name: string, text: string) =>
    other.page.locator('.bring-list input').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  await bring('nothing.json', '{"papers": "slow-delta"}');
  await other.page.getByText('This file is no reading list').waitFor();
  await bring('mine.json', JSON.stringify({ papers: ['slow-delta', 'not-there', 'unknotting'] }));
  await other.page.getByText('3 papers were new to the list.').waitFor();
  const lines = other.page.locator('[data-list="reading-list"] .paper');
  expect(await lines.count()).toBe(3);
  expect(await lines.nth(1).innerText()).toContain('not in this survey');
  await other.page.reload();
  await expect.poll(() => lines.count()).toBe(3);
  expect([...troubles, ...other.troubles]).toEqual([]);
}); // prettier-ignore

test('a paper goes from one list to the other and off it, and the focus stays among the lines', async () => {
  const { page } = await open('/reading-list/');
  await page.evaluate(() => localStorage.setItem('/reading-list', '["slow-delta","unknotting"]'));
  await page.reload();
  const names = (list: string) => page.locator(`[data-list="${list}"] a.paper-title`).evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  await expect.poll(() => names('reading-list')).toEqual(['/papers/slow-delta/', '/papers/unknotting/']);
  await page.getByRole('button', { name: 'Mark as read: A slow delta: tides where the river decides' }).press('Enter');
  expect(await names('reading-list')).toEqual(['/papers/unknotting/']);
  expect(await names('read')).toEqual(['/papers/slow-delta/']);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Mark as read');
  await page.getByRole('button', { name: /^Remove: A slow delta/ }).click();
  expect(await names('read')).toEqual([]);
  expect(await page.evaluate(() => localStorage.getItem('/read'))).toBe(null);
}); // prettier-ignore

test('on paper there is none of it', async () => {
  const { page } = await open('/papers/slow-delta/');
  const tools = page.locator('.reading-tools, .fix-record');
  expect(await tools.count()).toBe(2);
  await page.emulateMedia({ media: 'print' });
  expect(await tools.evaluateAll((all) => all.map((one) => getComputedStyle(one).display))).toEqual([
    'none',
    'none',
  ]);
});

test('two windows have one list', async () => {
  const { page } = await open('/reading-list/');
  const second = await page.context().newPage();
  await second.goto(new URL('/papers/unknotting/', page.url()).href);
  await second.getByRole('checkbox', { name: 'I have read it' }).check();
  await expect.poll(() => page.locator('[data-list="read"] .paper').count()).toBe(1);
});

test('nothing is asked of other hosts, nothing is kept but what the page about the survey lists, and a button forgets it', async () => {
  const { page, troubles } = await open('/about/');
  const listed = await page.locator('table.kept th code').allInnerTexts();
  await page.goto(new URL('/papers/forty-constituents/', page.url()).href);
  await page.getByRole('checkbox', { name: 'On my reading list' }).check();
  await page.getByRole('checkbox', { name: 'I have read it' }).check();
  await page.getByRole('button', { name: /Colours/ }).click();
  for (const link of ['a.term', 'a.cite', '.relations a.paper-title']) {
    const place = page.locator(link).first();
    if ((await place.count()) > 0) await place.hover();
  }
  await page.goto(new URL('/search/?q=harbour', page.url()).href);
  await page.locator('.result').first().waitFor();
  const keeps = () =>
    page.evaluate(async () => ({
      local: Object.keys(localStorage).sort(),
      session: Object.keys(sessionStorage),
      cookies: document.cookie,
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).map((name) => name.replace(/-[0-9a-f]+$/, '')),
    }));
  await expect.poll(async () => (await keeps()).caches).toEqual(['/visited']);
  const kept = await keeps();
  expect(kept).toMatchObject({ session: [], cookies: '', databases: 0 });
  expect(kept.local).toEqual(['/read', '/reading-list', 'theme']);
  expect(listed.sort()).toEqual([...kept.local, ...kept.caches, '/survey'].sort());
  expect(await page.context().cookies()).toEqual([]);
  expect(troubles).toEqual([]);
  await page.goto(new URL('/reading-list/', page.url()).href, { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'Forget all that this site keeps' }).click();
  await page.getByText('All of it is gone.').waitFor();
  expect(await keeps()).toMatchObject({ local: [], caches: [] });
});

test('a request to another host is a trouble that fails the tests', async () => {
  const { page, troubles } = await open('/about/');
  await page.evaluate(() => {
    const image = new Image();
    image.src = 'https://elsewhere.example/pixel.png';
    return new Promise((resolve) => image.addEventListener('error', resolve));
  });
  expect(troubles.join('\n')).toMatch(/elsewhere\.example/);
});
