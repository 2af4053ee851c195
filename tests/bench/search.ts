/**
 * What a first query costs a reader: what is fetched and how long it takes, in a real browser that has nothing yet, from
 * a host that packs what it sends and lets it be kept. The index is one of invented papers, beside the pages of a built
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
import { writeIndex } from '../../src/complete/search-index.ts';
import { toPaperDocument, type SearchDocument } from '../../src/contract/search/document.ts';
import { findBrowser } from '../support/browser.ts';
import { inventPaper } from './survey/paper.ts';
import { toWord } from './survey/words.ts';

const [size = '20000', site = 'dist'] = process.argv.slice(2);
const count = Number(size);
const index = path.join('.cache', 'bench', `search-${count}`);
const documents = Array.from({ length: count }, (_, number) => toDocument(number));
if (!existsSync(index)) {
  mkdirSync(index, { recursive: true });
  await writeIndex(documents, { language: 'en', version: 'bench', folder: index });
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
  const page = await (await browser.newContext()).newPage();
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  let bytes = 0;
  let files = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
    files += 1;
  });
  await page.goto(`${host.origin}/search/`, { waitUntil: 'networkidle' });
  const before = { bytes, files };
  const start = performance.now();
  await page.fill('.search-field input', query);
  await page.waitForSelector('.results li');
  const took = performance.now() - start;
  const answered = bytes - before.bytes;
  await page.waitForLoadState('networkidle');
  process.stdout.write(
    `${count}  ${name.padEnd(20)} first result after ${took.toFixed(0).padStart(5)} ms, ${toKb(answered)}; ` +
      `with excerpts and facets ${toKb(bytes - before.bytes)} in ${files - before.files} files\n`,
  );
  await page.context().close();
}
await browser.close();
host.close();
rmSync(folder, { recursive: true });

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
async function serve(folders: readonly string[]): Promise<{ origin: string; close(): void }> {
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
    response.end(type ? gzipSync(content) : content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() };
}
