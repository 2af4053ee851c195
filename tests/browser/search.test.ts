/** Searching, below a path of a host, under the policy of the page, by keyboard alone. */
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { startReader, test } from '../support/reader.ts';

const { open } = startReader('realBelow');

test('a slash goes to the field, arrows choose, Enter opens the paper', async () => {
  const { page, troubles } = await open('/about/');
  const { title, href } = await readFirstPaper();
  await page.keyboard.press('/');
  // At once: suggestions for the first letters would be replaced below the arrow.
  await page.keyboard.insertText(title);
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => page.getByRole('option', { selected: true }).count()).toBe(1);
  await page.keyboard.press('Enter');
  await page.waitForURL(`**${href}`);
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(title);
  expect(troubles).toEqual([]);

  async function readFirstPaper(): Promise<{ title: string; href: string }> {
    const home = await open('/');
    const link = home.page.locator('.newest .paper-title').first();
    return { title: await link.innerText(), href: (await link.getAttribute('href')) ?? '' };
  }
});

test('Escape closes the suggestions; Enter goes to all results', async () => {
  const { page, troubles } = await open('/');
  await page.keyboard.press('/');
  await page.keyboard.type('learning');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('.suggestions').isVisible()).toBe(false);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/sub/search/?q=learning');
  await page.locator('.result').first().waitFor();
  expect(troubles).toEqual([]);

  // The policy that let all this through stops a script and a handler that are not the site's.
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.body.dataset.script = "ran"';
    const button = document.createElement('button');
    button.setAttribute('onclick', 'document.body.dataset.handler = "ran"');
    document.body.append(script, button);
    button.click();
    return [document.body.dataset.script, document.body.dataset.handler];
  });
  expect(ran).toEqual([undefined, undefined]);
});

test('facets narrow the results by keyboard, without a query too, and stand in the address', async () => {
  const { page, troubles } = await open('/search/');
  const all = await readCount();
  const [chapter, year] = [
    page.locator('input[name="chapter"]').first(),
    page.locator('input[name="year"]').first(),
  ];
  await chapter.focus();
  await page.keyboard.press('Space');
  await expect.poll(readCount).toBeLessThan(all);
  const some = await readCount();
  await page.locator('input[name="section"]').first().waitFor();
  await year.focus();
  await page.keyboard.press('Space');
  await expect.poll(readCount).toBeLessThan(some);
  const few = await readCount();
  expect(page.url()).toMatch(/chapter=.*year=/);
  await page.reload();
  await expect.poll(readCount).toBe(few);
  expect(troubles).toEqual([]);

  async function readCount(): Promise<number> {
    await page.locator('.result').first().waitFor();
    return Number(/\d+/.exec(await page.locator('.search-status').innerText())?.[0]);
  }
});

test('a misspelt query says what was meant, and a formula is found as it is typed', async () => {
  const { page, troubles } = await open('/search/?q=explortion');
  await page.locator('a.meant').click();
  await expect.poll(() => page.url()).toMatch(/\?q=exploration$/);
  await expect.poll(() => page.locator('a.meant').count()).toBe(0);
  await page.locator('.search-field input').fill('sqrt T');
  await expect.poll(() => page.locator('.result-excerpt').first().innerText()).toContain('√');
  expect(troubles).toEqual([]);
});

test('the results are taken away as a list', async () => {
  const { page, troubles } = await open('/search/?q=exploration&sort=title');
  const titles = await page.locator('.result .paper-title').allInnerTexts();
  await page.locator('#format').selectOption('markdown');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('.take-away button').click(),
  ]);
  const lines = readFileSync(await download.path(), 'utf8')
    .trim()
    .split('\n');
  expect(lines.length).toBeGreaterThanOrEqual(titles.length - 2);
  expect(lines[0]).toMatch(/^- \[.+\]\(http:\/\/127\.0\.0\.1:\d+\/sub\/papers\/[\w-]+\/\)/);
  expect(troubles).toEqual([]);
});

test('nothing is loaded for the search before someone searches', async () => {
  const { page } = await open('/');
  const before = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  expect(before.filter((name) => /search-index|pagefind/.test(name))).toEqual([]);
});
