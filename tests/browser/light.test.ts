/** A page is quick and stands still: nothing moves while it loads, and what nobody asked for comes last. */
import { expect } from 'vitest';
import { startReader, test } from '../support/reader.ts';

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

test('before the page has loaded no script runs but its own one, and two fonts are preloaded at most', async () => {
  const { page } = await open('/about/');
  const scripts: { path: string; isLoaded: boolean }[] = [];
  let isLoaded = false;
  page.on('load', () => (isLoaded = true));
  page.on('request', (request) => {
    if (request.resourceType() === 'script')
      scripts.push({ path: new URL(request.url()).pathname, isLoaded });
  });
  await page.goto(new URL('/papers/2-olmo-2-furious/', page.url()).href, { waitUntil: 'networkidle' });
  const named = await page
    .locator('script[src]')
    .evaluateAll((all) => all.map((script) => script.getAttribute('src')));
  const early = scripts.filter((script) => !script.isLoaded).map(({ path }) => path);
  expect(named).toHaveLength(1);
  expect(
    early.filter((path) => /cards|copy|marks|contents|sort|offline|reading|kept-survey/.test(path)),
  ).toEqual([]);
  expect(scripts.length).toBeGreaterThan(early.length);
  expect(await page.locator('link[rel="preload"][as="font"]').count()).toBeLessThanOrEqual(2);
});
