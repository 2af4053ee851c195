/**
 * What a first query costs a reader: what is fetched, the page with its styles and scripts among it, and how long it takes
 * from the first byte of the page on, in a real browser that has nothing yet, from a host that packs what it sends and lets it be kept. The index is one of invented papers, beside the pages of a built
 * site (`npm run build` first).
 *
 *   node tests/bench/search.ts [SIZE] [SITE]    20000 papers, dist/
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { toPaperDocument, type SearchDocument } from '../../src/contract/search/document.ts';
import { writeIndex } from '../support/search.ts';
import { findBrowser } from '../support/browser.ts';
import { inventPaper } from './survey/paper.ts';
import { toWord } from './survey/words.ts';

const [size = '20000', site = 'dist'] = process.argv.slice(2);
const count = Number(size);
const index = path.join('.cache', 'bench', `search-${count}`);
const documents = Array.from({ length: count }, (_, number) => toDocument(number));
if (!existsSync(index)) {
  mkdirSync(index, { recursive: true });
  await writeIndex(documents, index);
}

/** Asked of the middle of the survey: words that are common, rare, of a title, of a person. */
const middle = inventPaper(Math.floor(count / 2)).data;
const queries = {
  'a title': middle.title,
  'an author': middle.authors?.[0] ?? '',
  'a common word': toWord(12),
  'two common words': `${toWord(5)} ${toWord(31)}`,
  'three words': `${toWord(800)} ${toWord(45)} ${toWord(1200)}`,
  'a word with a slip': `${toWord(2500)}x`,
};

const host = await serve([index, site]);
const folder = mkdtempSync(path.join(tmpdir(), 'scholium-bench-'));
const found = await findBrowser(folder);
if (!found) throw new Error('No Chromium was found: set CHROME_PATH');
const browser = await chromium.launch({ ...found, headless: true });
for (const [name, query] of Object.entries(queries)) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(noteFirstResult);
  host.sent.clear();
  await page.goto(`${host.origin}/search/?q=${encodeURIComponent(query)}`);
  await page.waitForSelector('html[data-shown]');
  const took = Number(await page.locator('html').getAttribute('data-shown'));
  const answered = sumUp(host.sent);
  await page.waitForLoadState('networkidle', { timeout: 300_000 });
  process.stdout.write(
    `${count}  ${name.padEnd(20)} first result after ${took.toFixed(0).padStart(5)} ms, ${toKb(answered)}; ` +
      `with excerpts and facets ${toKb(sumUp(host.sent))} in ${host.sent.size} files\n`,
  );
  await context.close();
}
await browser.close();
host.close();
rmSync(folder, { recursive: true });

/** In the page: when its first result was painted, in milliseconds from its first byte. */
function noteFirstResult(): void {
  const observer = new MutationObserver(() => {
    if (!document.querySelector('.results li')) return;
    observer.disconnect();
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    requestAnimationFrame(() =>
      setTimeout(() => {
        const shown = performance.now() - (navigation?.responseStart ?? 0);
        document.documentElement.dataset.shown = shown.toFixed(0);
      }),
    );
  });
  observer.observe(document, { childList: true, subtree: true });
}

function sumUp(sent: ReadonlyMap<string, number>): number {
  return [...sent.values()].reduce((sum, bytes) => sum + bytes, 0);
}

function toKb(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} kB`.padStart(7);
}

function toDocument(number: number): SearchDocument {
  const { data, slug, sentences } = inventPaper(number);
  const read = (text: string): string => text.replace(/[$\\{}]/g, ' ');
  return toPaperDocument({
    url: `/papers/${slug}/`,
    data,
    text: {
      title: { text: read(data.title) },
      abstract: read(sentences.map(({ text }) => text).join(' ')),
      ...(data.headline && { headline: { text: read(data.headline) } }),
      ...(data.method && { method: data.method }),
    },
    chapterTitle: data.chapter,
    benchmarks: data.benchmarks ?? [],
  });
}

/** Files of the first folder that has them. */
async function serve(folders: readonly string[]) {
  /** Bytes by path, fonts and pictures left out. */
  const sent = new Map<string, number>();
  const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml' }; // prettier-ignore
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://localhost').pathname.replace(/\/$/, '/index.html');
    const file = folders.map((one) => path.join(one, name)).find((one) => existsSync(one));
    const type = types[path.extname(name)];
    response.writeHead(file ? 200 : 404, {
      'cache-control': 'max-age=600',
      'content-type': type ?? 'application/octet-stream',
      ...(type ? { 'content-encoding': 'gzip' } : {}),
    });
    const content = file ? readFileSync(file) : '';
    const packed = type ? gzipSync(content) : content;
    if (!/[.](?:woff2|svg)$/.test(name)) sent.set(name, packed.length);
    response.end(packed);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, sent, close: () => server.close() };
}
