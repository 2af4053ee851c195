/** A reader at a built site: a real browser with what the tests ask of it. */
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll, inject, test as base } from 'vitest';
import { serveSite, type Answering, type Served } from './serve.ts';

const found = inject('browser');

/** Without a browser the tests fail where they must run, and say aloud that they did not where they need not. */
export const test = found || process.env.CI === 'true' ? base : base.skip;
if (!found && process.env.CI !== 'true') {
  process.stderr.write('No Chromium was found: the tests in the browser are skipped. Set CHROME_PATH.\n');
}

/** For one step of the browser, on a slow machine too, in milliseconds. */
const patience = 120_000;

export type Reader = {
  /** Opens a page of the site. `troubles` are errors on the console and requests to other hosts. */
  open(path: string, options?: BrowserContextOptions): Promise<{ page: Page; troubles: string[] }>;
  /** Whether the host of the site answers from now on. */
  set(answering: Answering): void;
};

/** Serves the site and starts the browser for the tests of a file. */
export function startReader(name: 'real' | 'realBelow' | 'fixture'): Reader {
  const site = inject('sites')[name];
  let browser: Browser;
  let served: Served;
  beforeAll(async () => {
    if (!found) throw new Error('No Chromium was found: set CHROME_PATH, or install one');
    served = await serveSite(site.folder, site.base);
    browser = await chromium.launch({ ...found, headless: true });
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });
  return {
    set: (answering) => served.set(answering),
    open: async (path, options = {}) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
      context.setDefaultTimeout(patience);
      const page = await context.newPage();
      const troubles: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') troubles.push(message.text());
      });
      page.on('pageerror', (error) => troubles.push(error.message));
      page.on('request', (request) => {
        if (!request.url().startsWith(served.origin)) troubles.push(`Request to ${request.url()}`);
      });
      await page.goto(served.origin + site.base.replace(/\/$/, '') + path, { waitUntil: 'networkidle' });
      return { page, troubles };
    },
  };
}
