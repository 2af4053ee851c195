/** What a page can do for who reads it: copying with formulas, contents that follow, cards of papers that stand near. */
import { expect } from 'vitest';
import { startReader, test } from '../support/reader.ts';

const { open } = startReader('fixture');

test('a formula that is copied with its words gives its TeX once, and what is no text stays out', async () => {
  const permissions = ['clipboard-read', 'clipboard-write'];
  const { page, troubles } = await open('/papers/forty-constituents/', { permissions });
  const copy = async (from: string, to: string) => {
    await page.evaluate(
      ([start = '', end = '']) => {
        const find = (selector: string) => document.querySelector(selector) ?? document.body;
        getSelection()?.setBaseAndExtent(find(start), 0, find(end), find(end).childNodes.length);
      },
      [from, to],
    );
    await page.keyboard.press('ControlOrMeta+C');
    return page.evaluate(() => navigator.clipboard.readText());
  };
  const isStarted = () => copy('h1', 'h1');
  await expect.poll(isStarted).toBe('Forty constituents are enough for $\\epsilon$-accurate tables');
  const abstract = await copy('.abstract > p', '.abstract > p');
  expect(abstract).toMatch(/^We ask how many harmonic constituents/);
  expect(abstract).toContain(
    '$\\tilde{\\mathcal{O}}\\left(\\sqrt{T \\log (1/\\epsilon)}\\right)$ of them suffice',
  );
  expect(abstract.match(/\\tilde/g)).toHaveLength(1);
  expect(abstract).not.toMatch(/Problem|Result:/);
  // A selection that begins within a formula takes all of it.
  const inner = await copy('.abstract .katex-html .mord', '.abstract > p');
  expect(inner).toMatch(/^\$\\tilde/);
  expect(troubles).toEqual([]);
});

test('a displayed formula is copied between two dollars a side', async () => {
  const { page } = await open('/papers/slow-delta/', { permissions: ['clipboard-read', 'clipboard-write'] });
  await expect
    .poll(async () => {
      await page.evaluate(() =>
        getSelection()?.selectAllChildren(document.querySelector('.abstract') ?? document.body),
      );
      await page.keyboard.press('ControlOrMeta+C');
      return page.evaluate(() => navigator.clipboard.readText());
    })
    .toMatch(/\n\$\$\n?\\int_0\^T q_\{\\text\{river\}\}[^]*\$\$/);
});

test('the contents of a chapter follow the reader', async () => {
  const { page } = await open('/chapters/tides/', { viewport: { width: 1280, height: 500 } });
  const current = page.locator('.section-list a[aria-current]');
  await page
    .locator('#papers-estuaries--deltas')
    .evaluate((heading) => heading.scrollIntoView({ behavior: 'instant' }));
  await expect.poll(() => current.allInnerTexts()).toEqual(['Estuaries & deltas']);
  expect(await page.locator('.section-list').isVisible()).toBe(true);
  await page.locator('#what-is-open').evaluate((heading) => heading.scrollIntoView({ behavior: 'instant' }));
  await expect.poll(() => current.allInnerTexts()).toEqual(['What is open']);
});

test('a heading leads to itself', async () => {
  const { page } = await open('/chapters/tides/');
  await page.getByRole('heading', { name: 'What is open' }).getByRole('link').click();
  expect(new URL(page.url()).hash).toBe('#what-is-open');
});

test('a card of a paper that stands near says who and what, stays below the pointer, and Escape puts it away', async () => {
  const { page, troubles } = await open('/papers/slow-delta/');
  const link = page.locator('.relations a.paper-title').first();
  await link.hover();
  const card = page.getByRole('tooltip');
  await expect.poll(() => card.isVisible()).toBe(true);
  expect(await card.innerText()).toMatch(/Ada van der Meer[^]*On nine harbours/);
  await card.hover();
  await page.waitForTimeout(500);
  expect(await card.isVisible()).toBe(true);
  await page.keyboard.press('Escape');
  expect(await card.isVisible()).toBe(false);
  await link.focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await expect.poll(() => card.isVisible()).toBe(true);
  expect(await link.getAttribute('aria-describedby')).toBe('card');
  expect(troubles).toEqual([]);
});
