/** A page is quick and stands still: nothing moves while it loads, and what nobody asked for comes last. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, inject } from 'vitest';
import { startReader, test } from '../support/reader.ts';

const { folder } = inject('sites').real;
const { open } = startReader('real');

const kinds = ['/', '/chapters/theory/', '/papers/2-olmo-2-furious/', '/methods/', '/glossary/', '/search/?q=exploration', '/reading-list/', '/about/']; // prettier-ignore

test.each([390, 1280])('nothing moves while a page of %i pixels loads', async (width) => {
  const { page } = await open('/robots.txt', { viewport: { width, height: 800 } });
  await page.evaluate(() => localStorage.setItem('/read', '["2-olmo-2-furious"]'));
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        shifts.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const moved: string[] = [];
  for (const kind of kinds) {
    await page.goto(new URL(kind, page.url()).href, { waitUntil: 'networkidle' });
    const sum = await page.evaluate(async () => {
      await document.fonts.ready;
      await new Promise((resolve) => requestIdleCallback(() => requestAnimationFrame(resolve)));
      return (globalThis as unknown as { shifts: number[] }).shifts.reduce((a, b) => a + b, 0);
    });
    if (sum > 0.01) moved.push(`${kind} by ${sum}`);
  }
  expect(moved).toEqual([]);
});

/** As it is sent. */
function weigh(names: readonly string[]): number {
  return [...new Set(names)].reduce(
    (sum, name) => sum + gzipSync(readFileSync(path.join(folder, name))).length,
    0,
  );
}

test('before the page has loaded no script runs but its own one, and what comes in later is little', async () => {
  const { page } = await open('/about/');
  const address = new URL('/papers/2-olmo-2-furious/', page.url()).href;
  // What that page still loads is none of the next one's.
  await page.goto('about:blank');
  const scripts: { name: string; isLoaded: boolean }[] = [];
  let isLoaded = false;
  page.on('load', () => (isLoaded = true));
  page.on('request', (request) => {
    if (request.resourceType() === 'script')
      scripts.push({ name: new URL(request.url()).pathname, isLoaded });
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  const early = scripts.filter((script) => !script.isLoaded).map(({ name }) => name);
  expect(await page.locator('script[src]').count()).toBe(1);
  expect(
    early.filter((name) => /cards|copy|marks|contents|sort|offline|reading|kept-survey/.test(name)),
  ).toEqual([]);
  expect(scripts.length).toBeGreaterThan(early.length);
  // What comes in when the browser is idle is no more than a page may have at once.
  expect(weigh(scripts.map(({ name }) => name))).toBeLessThan(15_000);
  expect(await page.locator('link[rel="preload"][as="font"]').count()).toBeLessThanOrEqual(2);
});
