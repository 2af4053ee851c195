/**
 * How long an edit of a page takes to show in a browser that has the page open, with the development server over an
 * invented survey. The first edits warm it up.
 *
 *   node tests/bench/dev.ts [SIZE…]    413 and 4130 where none is given; TMPDIR says where they are put
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from '../support/browser.ts';
import { startDevServer } from '../support/dev-server.ts';
import { makeEmpty, scholium } from './builders.ts';
import { inventPaper } from './survey/paper.ts';
import { toPagePath } from './survey/files.ts';

const warmUp = 2;
const edits = 7;
const patience = 600_000;

const folder = mkdtempSync(path.join(tmpdir(), 'scholium-bench-'));
const found = await findBrowser(path.join(folder, 'browser'));
if (!found) throw new Error('No Chromium was found: set CHROME_PATH');
const browser = await chromium.launch({ ...found, headless: true });
const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [413, 4130];
for (const size of sizes) await measureEdits(size);
await browser.close();
rmSync(folder, { recursive: true });

async function measureEdits(size: number): Promise<void> {
  const place = path.join(folder, String(size));
  makeEmpty(place);
  const { cwd, env } = scholium.prepare(size, place);
  const { origin, stop } = await startDevServer(cwd, env);
  const paper = inventPaper(Math.floor(size / 2));
  const file = path.join(cwd, 'content', toPagePath(paper));
  const source = readFileSync(file, 'utf8');
  const page = await browser.newPage();
  page.setDefaultTimeout(patience);
  await page.addInitScript(noteWord);
  await page.goto(`${origin}/papers/${paper.slug}/`, { timeout: patience });
  // The first page of a server may load itself again: Vite finds out only now what browsers need.
  await page.waitForLoadState('networkidle');
  const times: number[] = [];
  for (let edit = 0; edit < warmUp + edits; edit += 1) {
    const word = `quillon${edit}`;
    const start = performance.timeOrigin + performance.now();
    writeFileSync(file, source.replace('\n\n', `\n\nIt is ${word} that counts. `));
    const shown = page.locator(`html[data-word="${word}"]`);
    await shown.waitFor({ state: 'attached' });
    times.push(Number(await shown.getAttribute('data-at')) - start);
    await page.waitForLoadState('networkidle');
  }
  const sorted = times.slice(warmUp).sort((a, b) => a - b);
  const say = (ms = 0): string => `${ms.toFixed(0)} ms`;
  process.stdout.write(
    `${size} pages: an edit shows after ${say(sorted[Math.floor(edits / 2)])} (${say(sorted[0])} to ${say(sorted.at(-1))})\n`,
  );
  await page.close();
  await stop();
}

/** In the page: which of the words it shows, and when that was painted, in milliseconds since 1970. */
function noteWord(): void {
  const observer = new MutationObserver(() => {
    const [word] = /quillon\d+/.exec(document.querySelector('main')?.textContent ?? '') ?? [];
    if (word === undefined) return;
    observer.disconnect();
    requestAnimationFrame(() =>
      setTimeout(() => {
        document.documentElement.dataset.at = String(performance.timeOrigin + performance.now());
        document.documentElement.dataset.word = word;
      }),
    );
  });
  observer.observe(document, { childList: true, subtree: true });
}
