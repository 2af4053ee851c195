/**
 * How soon the search page answers as a person types, in a real browser: the first query of a page that is open, then others.
 * From the event of typing to the first result in the page, in milliseconds, of a built site.
 *
 *   node tests/bench/search-page.ts [SITE] QUERY QUERY…    dist/; the first query is that of the page
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { chromium, type Page } from 'playwright-core';
import { findBrowser } from '../support/browser.ts';
import { serveSite } from '../support/serve.ts';

const rounds = 5;
/** A reader looks at an answer before asking again. */
const pause = 600;

const [site = 'dist', ...queries] = process.argv.slice(2);
if (queries.length < 2)
  throw new Error('Missing queries, expected two or more behind the folder of the site');
const folder = mkdtempSync(path.join(tmpdir(), 'scholium-bench-'));
const found = await findBrowser(folder);
if (!found) throw new Error('No Chromium was found: set CHROME_PATH');
const server = await serveSite(site);
const browser = await chromium.launch({ ...found, headless: true });
const times = new Map(queries.map((query): [string, number[]] => [query, []]));
for (let round = 0; round < rounds; round++) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${server.origin}/search/`);
  await page.waitForLoadState('networkidle');
  for (const [query, taken] of times) {
    taken.push(await type(page, query));
    await setTimeout(pause);
  }
  await context.close();
}
await browser.close();
await server.close();
rmSync(folder, { recursive: true });

const [first = [], ...next] = times.values();
for (const [query, taken] of times) print(query, taken);
print('the first query', first);
print('all that follow', next.flat());

function type(page: Page, query: string): Promise<number> {
  return page.evaluate((text) => {
    const input = document.querySelector<HTMLInputElement>('main input[type="search"]');
    if (!input) throw new Error('The page has no field to search in');
    input.value = text;
    const start = performance.now();
    return new Promise<number>((resolve) => {
      const observer = new MutationObserver(() => {
        if (new URLSearchParams(location.search).get('q') !== text) return;
        if (!document.querySelector('.results li')) return;
        observer.disconnect();
        resolve(performance.now() - start);
      });
      observer.observe(document.querySelector('main') ?? document, { childList: true, subtree: true });
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
  }, query);
}

function print(name: string, taken: readonly number[]): void {
  const sorted = taken.toSorted((a, b) => a - b);
  const at = (share: number): string =>
    (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(0).padStart(5);
  process.stdout.write(
    `${name.padEnd(40)} median ${at(0.5)} ms, nine of ten within ${at(0.9)}, all within ${at(1)}\n`,
  );
}
