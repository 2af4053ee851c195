/** Reading: on a phone, in both schemes, on paper. */
import { expect } from 'vitest';
import { startReader, test } from '../support/reader.ts';

const { open } = startReader('fixture');

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
