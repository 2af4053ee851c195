/** What readers do beside reading, on the built sites: headings, corrections, what is kept, what is offline. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { listTags, toVisibleText } from '../../scripts/check/html.ts';
import { kept, toKey, type KeptName } from '../../src/client/kept.ts';
import type { OfflineFiles, WorkerSite } from '../../src/contract/offline.ts';
import { listFiles } from '../../src/load/files.ts';

const sites = inject('sites');
const { fixture, real, realBelow } = sites;
const read = (name: string, { folder } = fixture): string =>
  readFileSync(path.join(folder, name, 'index.html'), 'utf8').replace(/\s+/g, ' ');

test.each(Object.entries(sites))('every heading of %s below the title has an anchor and leads to it', (_, { folder }) => {
  const without: string[] = [];
  const pages = listFiles(folder, '.html');
  for (const name of pages) {
    const html = readFileSync(path.join(folder, name), 'utf8');
    for (const [heading, attributes = ''] of html.matchAll(/<h[2-6]\b([^>]*)>[^]*?<\/h[2-6]>/g)) {
      const id = /\bid="([^"]+)"/.exec(attributes)?.[1];
      if (id === undefined || !heading.includes(`href="#${id}"`)) without.push(`${name}: ${heading}`);
    }
  }
  expect(pages.length).toBeGreaterThan(10);
  expect(without).toEqual([]);
}); // prettier-ignore

test('a page leads to its neighbours in its section, and to nothing beyond it', () => {
  const links = (name: string) =>
    [...listTags(read(name))].flatMap(({ attributes }) =>
      /^(?:prev|next)$/.test(attributes.get('rel') ?? '')
        ? [[attributes.get('rel'), attributes.get('href')]]
        : [],
    );
  expect(links('papers/harbour-nine')).toEqual([['next', '/papers/forty-constituents/']]);
  expect(links('papers/forty-constituents')).toEqual([['prev', '/papers/harbour-nine/']]);
  expect(links('papers/slow-delta')).toEqual([]);
});

describe('who finds something wrong', () => {
  const section = (name: string, site = fixture): string =>
    /<section class="fix-record"[^]*?<\/section>/.exec(read(name, site))?.[0] ?? '';
  const links = (name: string): URL[] =>
    [...section(name).matchAll(/href="(https:[^"]*)"/g)].map(([, address = '']) => new URL(address.replaceAll('&#38;', '&').replaceAll('&amp;', '&')));

  test('is led to the file of the page in the editor', () => {
    expect(links('papers/forty-constituents')[0]?.href).toBe(
      'https://example.org/scholium/fixture/edit/main/tests/fixtures/survey/papers/tides/forty-constituents.mdx',
    );
  });

  test('is led to a form that has the name of the page and what it says', () => {
    const forms = links('papers/forty-constituents').slice(1);
    expect(new Set(forms.map(({ pathname }) => pathname))).toEqual(new Set(['/scholium/fixture/issues/new']));
    const filled = new Map(forms.map(({ searchParams }) => [searchParams.get('field'), Object.fromEntries(searchParams)]));
    expect(filled.get('title')).toEqual({
      template: 'fix-record.yml',
      title: 'Fix: Forty constituents are enough for ε-accurate tables',
      slug: 'forty-constituents',
      field: 'title',
      wrong: 'Forty constituents are enough for $\\epsilon$-accurate tables',
    });
    expect(filled.get('authors')?.wrong).toBe('Ada van der Meer\nJón Þórsson\nLi Na\nÉmile Ollivier');
    expect(filled.get('abstract')).not.toHaveProperty('wrong');
  });

  test('is led so on every page of the real survey', () => {
    const papers = listFiles(path.join(real.folder, 'papers'), 'index.html').map((name) => path.dirname(name));
    const shown = papers.filter((name) => /\/edit\/main\/content\/papers\/[\w-]+\/[\w-]+\.mdx"/.test(section(`papers/${name}`, real)));
    expect(shown.length).toBe(listFiles(path.join(real.content, 'papers'), '.mdx').length);
  });
}); // prettier-ignore

test('what was corrected stands on its page: what, until when, why, and where all of it is listed', () => {
  const page = read('papers/forty-constituents');
  const section = /<section class="corrections"[^]*?<\/section>/.exec(page)?.[0] ?? '';
  const text = toVisibleText(section, 'section');
  expect(text).toContain('the square root is in the published abstract');
  expect(text).toContain('Up to version 1.2.0 (6 May 2024).');
  expect(section).toContain('href="/changes/#corrected-forty-constituents"');
  expect(read('changes')).toContain('id="corrected-forty-constituents"');
  expect(read('papers/harbour-nine')).not.toContain('class="corrections"');
});

test('every correction of the real survey stands on its page, with the fields that people changed', () => {
  const listed = new Set(
    [...read('changes', real).matchAll(/id="corrected-([\w-]+)"/g)].map(([, slug = '']) => slug),
  );
  const papers = listFiles(path.join(real.folder, 'papers'), 'index.html').map((name) => path.dirname(name));
  const shown = papers.filter((name) => read(`papers/${name}`, real).includes('class="corrections"'));
  expect(listed.size).toBeGreaterThan(0);
  expect(new Set(shown)).toEqual(listed);
  expect(shown.some((name) => /Corrected by hand: [A-Z]/.test(read(`papers/${name}`, real)))).toBe(true);
});

test.each([fixture, realBelow])('the page about the survey lists what is kept in a browser', (site) => {
  const table = /<table class="kept"[^]*?<\/table>/.exec(read('about', site))?.[0] ?? '';
  const names = [...table.matchAll(/<code>([^<]*)<\/code>/g)].map(([, name]) => name);
  expect(names).toEqual((Object.keys(kept) as KeptName[]).map((name) => toKey(name, site.base)));
});

describe.each(Object.entries(sites))('without a connection, %s', (_, site) => {
  const file = (name: string): string => readFileSync(path.join(site.folder, name), 'utf8');
  const toFile = (name: string): string => (name === '' || name.endsWith('/') ? `${name}index.html` : name);

  test('has every page and what pages load, each with its size, and no downloads', () => {
    const { files, bytes } = JSON.parse(file('offline.json')) as OfflineFiles;
    const paths = files.map(([name]) => name);
    for (const name of listFiles(site.folder, '.html')) expect(paths).toContain(name.replace(/(^|\/)index\.html$/, '$1'));
    for (const [name, size, digest] of files) {
      const content = readFileSync(path.join(site.folder, toFile(name)));
      expect([size, digest]).toEqual([statSync(path.join(site.folder, toFile(name))).size, createHash('sha256').update(content).digest('hex').slice(0, 12)]);
    }
    expect(bytes).toBe(files.reduce((sum, [, size]) => sum + size, 0));
    expect(paths.filter((name) => /\.(?:pdf|epub|bib|md|ris|csv|jsonl|xml)$/.test(name))).toEqual([]);
  });

  test('has a worker that knows its place, and what every page needs', () => {
    const [first = ''] = file('service-worker.js').split('\n');
    const told = JSON.parse(/^const site=(.*);$/.exec(first)?.[1] ?? '') as WorkerSite;
    expect(told.base).toBe(site.base);
    for (const name of told.shell) expect(existsSync(path.join(site.folder, toFile(name))), name).toBe(true);
    const named = [...listTags(file('offline/index.html'))].flatMap(({ name, attributes }) =>
      name === 'script' || attributes.get('rel') === 'stylesheet' || attributes.get('rel') === 'preload' ? [attributes.get('src') ?? attributes.get('href') ?? ''] : [],
    ).filter((address) => address !== '');
    expect(named.length).toBeGreaterThan(3);
    for (const address of named) expect(told.shell).toContain(address.slice(site.base.length));
    expect(file('service-worker.js')).not.toMatch(/^\s*import\b/m);
  });
}); // prettier-ignore
