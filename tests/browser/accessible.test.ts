/** For readers who hear the page, enlarge it, choose its colours, or have no pointer: every kind of page. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { startReader, test } from '../support/reader.ts';

const { open } = startReader('fixture');

const kinds = [
  '/',
  '/chapters/tides/',
  '/papers/forty-constituents/',
  '/papers/slow-delta/',
  '/papers/gone-paper/',
  '/search/?q=harbour',
  '/search/?q=zzqqxy',
  '/methods/',
  '/authors/',
  '/years/',
  '/years/2022/',
  '/benchmarks/harbour-9/',
  '/glossary/',
  '/changes/',
  '/data/',
  '/about/',
  '/docs/',
  '/docs/rules/',
  '/docs/links-sample/',
  '/reading-list/',
  '/offline/',
  '/404.html',
];

test.each(kinds)('%s serves everybody', async (kind) => {
  const { page, troubles } = await open(kind);
  await page.evaluate(axe.source);
  // What is folded is read, too.
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });
  const faults: Record<string, string[]> = { troubles };
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    faults[`axe, ${colorScheme}`] = await listViolations(page);
  }
  for (const width of [320, 390]) {
    await page.setViewportSize({ width, height: 700 });
    faults[`wider than ${width} pixels`] = await listWide(page);
    faults[`out of reach at ${width} pixels`] = await listOutOfReach(page);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await enlargeText(page);
  faults['wider than the page, text at 200 %'] = await listWide(page);
  await page.context().close();
  const none = Object.fromEntries(Object.keys(faults).map((name) => [name, []]));
  expect(faults).toEqual(none);
});

async function listViolations(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate(() => {
    const { axe: checker } = globalThis as unknown as { axe: typeof axe };
    return checker.run({ resultTypes: ['violations'] });
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** What makes the page itself scroll sideways: what stands out of the window and out of every box that scrolls. */
async function listWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    if (document.documentElement.scrollWidth <= innerWidth) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > innerWidth)
      .map(({ localName, className }) => `${localName}.${className}`);
  });
}

/** Boxes that scroll sideways and cannot be reached by keyboard, or have no name. */
async function listOutOfReach(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main *')]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1 && clientWidth > 0)
      .filter((element) => /auto|scroll/.test(getComputedStyle(element).overflowX))
      .filter((box) => {
        const name = box.getAttribute('aria-label') ?? box.getAttribute('aria-labelledby');
        return box.tabIndex < 0 || (box.localName !== 'pre' && !name);
      })
      .map(({ outerHTML }) => outerHTML.slice(0, 100)),
  );
}

/** As a reader does it who sets larger letters in the browser: tokens and breakpoints follow. */
async function enlargeText(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
  await expect
    .poll(() => page.evaluate(() => getComputedStyle(document.documentElement).fontSize))
    .toBe('32px');
}

test('the whole way by keyboard: search, facets, a paper, a card, a table, the colours', async () => {
  const { page, troubles } = await open('/', { colorScheme: 'light' });
  const { keyboard } = page;
  const readFocus = () => page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200) ?? '');
  const tabTo = async (selector: string): Promise<void> => {
    for (let i = 0; i < 120; i++) {
      await keyboard.press('Tab');
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
    }
    expect.fail(`No way to ${selector}: at ${await readFocus()}`);
  };

  await keyboard.press('/');
  await keyboard.insertText('tides');
  await page.getByRole('option').first().waitFor();
  await keyboard.press('Escape');
  await keyboard.press('Enter');
  await page.waitForURL('**/search/?q=tides');
  await page.locator('.result').first().waitFor();
  const countResults = () => page.locator('.result').count();
  const all = await countResults();

  await tabTo('input[name="kind"]');
  await keyboard.press('Space');
  await expect.poll(countResults).toBeLessThan(all);
  expect(await readFocus()).toContain('name="kind"');

  await page.locator('.search-field input').focus();
  await tabTo('.result a[href$="/papers/slow-delta/"]');
  await keyboard.press('Enter');
  await page.waitForURL('**/papers/slow-delta/');

  await tabTo('a.term');
  const card = page.getByRole('tooltip');
  await expect.poll(() => card.isVisible()).toBe(true);
  await keyboard.press('Escape');
  await expect.poll(() => card.isVisible()).toBe(false);
  expect(await readFocus()).toContain('class="term"');

  await page.goto(new URL('/chapters/tides/', page.url()).href);
  await tabTo('th:last-child .sort');
  await keyboard.press('Enter');
  expect(await page.locator('th[aria-sort="ascending"]').innerText()).toBe('Year');
  const years = await page.locator('table[data-sortable] tbody tr td:last-child').allInnerTexts();
  expect(years).toEqual(years.toSorted());

  await page.goto(page.url());
  await tabTo('.theme-toggle');
  await keyboard.press('Enter');
  await keyboard.press('Space');
  expect(await readFocus()).toContain('Colours: dark');
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('dark');
  expect(troubles).toEqual([]);
});

test('what has the focus shows it, in both schemes and in the reader’s own colours', async () => {
  const { page } = await open('/papers/slow-delta/');
  const selectors = ['.site-title', '.theme-toggle', '.eyebrow a', '.author a', '.term', '.formula-display', 'summary'];
  const faint: string[] = [];
  const settings = [
    { colorScheme: 'light' },
    { colorScheme: 'dark' },
    { colorScheme: 'dark', forcedColors: 'active' },
  ] as const;
  for (const setting of settings) {
    await page.emulateMedia({ forcedColors: 'none', ...setting });
    await page.keyboard.press('Tab');
    for (const selector of selectors) {
      const outline = await page.locator(selector).first().evaluate((element) => {
        if (element instanceof HTMLElement) element.focus();
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
        const isSeen = outlineColor !== getComputedStyle(document.documentElement).backgroundColor;
        return isSeen && outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
      });
      if (!outline) faint.push(`${selector} ${JSON.stringify(setting)}`);
    }
  }
  expect(faint).toEqual([]);
}); // prettier-ignore

test('formulas are heard as mathematics, once', async () => {
  const { page } = await open('/papers/forty-constituents/');
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const listTexts = (id: string): string[] => {
    const node = byId.get(id);
    const texts = (node?.childIds ?? []).flatMap(listTexts);
    return node?.role?.value === 'StaticText' ? [String(node.name?.value)] : texts;
  };
  const formulas = nodes.filter(({ role, ignored }) => !ignored && role?.value === 'MathMLMath');
  const shown = await page.locator('.katex:visible').count();
  expect(shown).toBeGreaterThan(0);
  expect(formulas.map(({ nodeId }) => listTexts(nodeId).join('')).filter(Boolean)).toHaveLength(shown);
  const drawings = await page
    .locator('.katex-html:visible')
    .evaluateAll((all) => all.map((one) => one.ariaHidden));
  expect(drawings).toEqual(Array.from({ length: shown }, () => 'true'));
});

test('nothing moves for readers who want it so', async () => {
  const { page } = await open('/papers/slow-delta/', { reducedMotion: 'no-preference' });
  const listMoving = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((element) => {
          const { scrollBehavior, animationName, transitionDuration } = getComputedStyle(element);
          return scrollBehavior === 'smooth' || animationName !== 'none' || !/^[0s, ]+$/.test(transitionDuration);
        })
        .map(({ localName }) => localName),
    );
  expect(await listMoving()).toEqual(['html']);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await listMoving()).toEqual([]);
}); // prettier-ignore

test('in the reader’s own colours the result, the figure and the field are still told from the page', async () => {
  const { page } = await open('/papers/forty-constituents/', { forcedColors: 'active' });
  const read = (selector: string, property: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
  const paper = await read('html', 'background-color');
  expect(await read('.abstract .result', 'background-color')).not.toBe(paper);
  expect(await read('.search-field form', 'border-top-color')).not.toBe(paper);
  await page.goto(new URL('/chapters/tides/', page.url()).href);
  expect(await read('.years circle', 'fill')).toBe(await read('main a', 'color'));
});
