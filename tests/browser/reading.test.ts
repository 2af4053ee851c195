/** Reading: on a phone, in both schemes, on paper, with what readers who do not see use. */
import axe from 'axe-core';
import { expect } from 'vitest';
import { startReader, test } from '../support/reader.ts';

const { open } = startReader('fixture');

const kinds = [
  '/',
  '/chapters/tides/',
  '/papers/forty-constituents/',
  '/papers/gone-paper/',
  '/search/?q=harbour',
  '/about/',
  '/methods/',
  '/benchmarks/harbour-9/',
  '/glossary/',
  '/changes/',
  '/data/',
  '/docs/architecture/',
  '/404.html',
];

test.each(['light', 'dark'] as const)('axe finds nothing on a page of each kind, %s', async (colorScheme) => {
  const violations: string[] = [];
  for (const kind of kinds) {
    const { page, troubles } = await open(kind, { colorScheme });
    await page.evaluate(axe.source);
    const found = await page.evaluate(async () => {
      const { axe: checker } = globalThis as unknown as { axe: typeof axe };
      const { violations: all } = await checker.run();
      return all.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    });
    violations.push(...found.map((violation) => `${kind} ${violation}`), ...troubles);
    await page.context().close();
  }
  expect(violations).toEqual([]);
});

test('nothing is wider than a phone of 320 pixels, nor than one of 390', async () => {
  const wide: string[] = [];
  for (const width of [320, 390]) {
    for (const kind of [...kinds, '/papers/slow-delta/']) {
      const { page } = await open(kind, { viewport: { width, height: 700 } });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (over > 0) wide.push(`${kind} by ${over} at ${width}`);
      await page.context().close();
    }
  }
  expect(wide).toEqual([]);
});

test('a formula wider than the page scrolls in its own box, by keyboard', async () => {
  const { page } = await open('/papers/slow-delta/', { viewport: { width: 390, height: 800 } });
  const box = page.locator('.formula-display').first();
  await box.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => box.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
});

test('notes stand beside their passages, and below the abstract on a phone', async () => {
  const { page } = await open('/papers/forty-constituents/');
  const box = async (selector: string) =>
    (await page.locator(selector).boundingBox()) ?? expect.fail(selector);
  const [passage, note, second] = [await box('#passage-1'), await box('#note-1'), await box('#note-2')];
  expect(Math.abs(note.y - passage.y)).toBeLessThan(12);
  expect(note.x).toBeGreaterThan(passage.x + passage.width);
  expect(second.y).toBeGreaterThanOrEqual(note.y + note.height);
  await page.setViewportSize({ width: 390, height: 800 });
  const abstract = await box('.abstract');
  expect((await box('#note-1')).y).toBeGreaterThanOrEqual(abstract.y + abstract.height);
});

test('the theme is chosen, kept over pages, and there before anything is drawn', async () => {
  const { page } = await open('/', { colorScheme: 'light' });
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await background();
  const toggle = page.getByRole('button', { name: /Colours/ });
  await toggle.click();
  await toggle.click();
  await expect.poll(() => toggle.getAttribute('aria-label')).toBe('Colours: dark');
  expect(await background()).not.toBe(light);
  await page.addInitScript(() => {
    const watcher = new MutationObserver(() => {
      if (!document.body) return;
      document.body.dataset.drawnIn = document.documentElement.dataset.theme;
      watcher.disconnect();
    });
    watcher.observe(document, { childList: true, subtree: true });
  });
  await page.goto(new URL('/about/', page.url()).href);
  expect(await page.evaluate(() => document.body.dataset.drawnIn)).toBe('dark');
});

test('without JavaScript every page can be read', async () => {
  const { page } = await open('/papers/forty-constituents/', { javaScriptEnabled: false });
  expect(await page.locator('.katex').count()).toBeGreaterThan(0);
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('Forty constituents');
  expect(await page.locator('.theme-toggle').isVisible()).toBe(false);
});

test('on paper there is the text and no furniture', async () => {
  const { page } = await open('/papers/forty-constituents/', { colorScheme: 'dark' });
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.search-field').first().isVisible()).toBe(false);
  expect(await page.locator('.abstract').isVisible()).toBe(true);
  expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(0, 0, 0)');
});

test('the skip link is first, and leads to the text', async () => {
  const { page } = await open('/papers/forty-constituents/');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
});

test('an earlier name of a page leads to the page', async () => {
  const { page } = await open('/papers/fourty-constituents/');
  await page.waitForURL('**/papers/forty-constituents/');
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('Forty constituents');
});
