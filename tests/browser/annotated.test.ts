/** Cards, sorting and roles, by pointer and by keyboard, with and without JavaScript. */
import { expect } from 'vitest';
import { startReader, test } from '../support/reader.ts';

const { open } = startReader('fixture');

test('a term shows its definition on hover and on keyboard focus, and Escape puts it away', async () => {
  const { page, troubles } = await open('/papers/slow-delta/');
  const card = page.getByRole('tooltip');
  await page.locator('a.term').hover();
  await expect.poll(() => card.isVisible()).toBe(true);
  expect(await card.innerText()).toContain('the river or the sea');
  await page.keyboard.press('Escape');
  expect(await card.isVisible()).toBe(false);
  await page.mouse.move(0, 0);
  await page.locator('.author a').last().focus();
  const isThere = () => page.evaluate(() => document.activeElement?.matches('a.term'));
  for (let i = 0; i < 20 && !(await isThere()); i++) await page.keyboard.press('Tab');
  await expect.poll(() => card.isVisible()).toBe(true);
  expect(await page.locator('a.term').getAttribute('aria-describedby')).toBe('card');
  expect(troubles).toEqual([]);
});

test('a citation shows authors, title and result of what it cites', async () => {
  const { page } = await open('/chapters/tides/');
  await page.locator('a.cite').first().hover();
  const card = page.getByRole('tooltip');
  await expect.poll(() => card.isVisible()).toBe(true);
  expect(await card.innerText()).toMatch(/Ada van der Meer[\s\S]*Forty constituents[\s\S]*On nine harbours/);
});

test('a card never leaves a narrow window', async () => {
  const { page } = await open('/papers/slow-delta/', { viewport: { width: 390, height: 700 } });
  await page.locator('a.term').hover();
  const card = page.getByRole('tooltip');
  await expect.poll(() => card.isVisible()).toBe(true);
  const box = await card.boundingBox();
  expect(box && box.x >= 0 && box.x + box.width <= 390).toBe(true);
});

test('a table is sorted by its column heads, and stands in reading order without JavaScript', async () => {
  const years = ['2019', '2021', '2022'];
  const { page } = await open('/chapters/tides/');
  const shown = () => page.locator('table[data-sortable] tbody tr td:last-child').allInnerTexts();
  const head = page.getByRole('button', { name: 'Year' });
  await head.click();
  expect(await shown()).toEqual(years);
  await head.press('Enter');
  expect(await shown()).toEqual(years.toReversed());
  expect(await page.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('descending');
  const still = await open('/chapters/tides/', { javaScriptEnabled: false });
  expect(await still.page.locator('table[data-sortable] thead button').count()).toBe(0);
  expect(await still.page.locator('table[data-sortable] tbody tr').count()).toBe(3);
});

test('roles can be put away without JavaScript', async () => {
  const { page } = await open('/papers/forty-constituents/', { javaScriptEnabled: false });
  const role = page.locator('.role').first();
  expect(await role.isVisible()).toBe(true);
  await page.getByRole('checkbox').uncheck();
  expect(await role.isVisible()).toBe(false);
});
