/** What a page weighs before anyone does anything, fonts left out. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, inject, test } from 'vitest';
import { listTags } from '../../scripts/check/html.ts';
import { listFiles } from '../../src/load/files.ts';

const { folder } = inject('sites').real;
const most = { page: 60_000, scripts: 15_000, preloadedFonts: 2 };

const weights = new Map<string, number>();

/** A file's size as it is sent. */
function weigh(name: string): number {
  let weight = weights.get(name);
  if (weight === undefined)
    weights.set(name, (weight = gzipSync(readFileSync(path.join(folder, name))).length));
  return weight;
}

function weighPage(name: string): { page: number; scripts: number; preloadedFonts: number } {
  const tags = [...listTags(readFileSync(path.join(folder, name), 'utf8'))];
  const styles = tags.filter(({ attributes }) => attributes.get('rel') === 'stylesheet');
  const scripts = tags.flatMap(({ name: tag, attributes }) =>
    tag === 'script' ? (attributes.get('src') ?? []) : [],
  );
  const scriptWeight = withImports(scripts)
    .map(weigh)
    .reduce((sum, size) => sum + size, 0);
  const styleWeight = styles
    .map(({ attributes }) => weigh(attributes.get('href') ?? ''))
    .reduce((a, b) => a + b, 0);
  return {
    page: weigh(name) + styleWeight + scriptWeight,
    scripts: scriptWeight,
    preloadedFonts: tags.filter(({ attributes }) => attributes.get('as') === 'font').length,
  };
}

/** Scripts with what they import at once, each once; what they import on demand comes with the interaction. */
function withImports(scripts: readonly string[]): string[] {
  const all = new Set(scripts);
  for (const script of all) {
    const source = readFileSync(path.join(folder, script), 'utf8');
    for (const [, address = ''] of source.matchAll(/\bimport\s*(?:[^"'()]*?from\s*)?["'](\.[^"']+)["']/g)) {
      all.add(path.join(path.dirname(script), address));
    }
  }
  return [...all];
}

test('a page of a paper stays light', () => {
  const papers = listFiles(path.join(folder, 'papers'), '.html').map((name) => `papers/${name}`);
  const heavy = papers
    .map((name) => ({ name, ...weighPage(name) }))
    .filter(
      ({ page, scripts, preloadedFonts }) => page > most.page || scripts > most.scripts || preloadedFonts > 2,
    );
  expect(papers.length).toBeGreaterThan(0);
  expect(heavy).toEqual([]);
});

test('no other page needs more scripts than that', () => {
  const pages = listFiles(folder, '.html').filter((name) => !name.startsWith('papers/'));
  expect(pages.filter((name) => weighPage(name).scripts > most.scripts)).toEqual([]);
});

test('no file names another host', () => {
  const assets = [
    ...listFiles(folder, '.css'),
    ...listFiles(path.join(folder, 'assets'), '.js').map((n) => `assets/${n}`),
  ];
  const foreign = assets.filter((name) =>
    /(?:url\(|@import\s*|fetch\(|import\()\s*["']?https?:/.test(
      readFileSync(path.join(folder, name), 'utf8'),
    ),
  );
  expect(foreign).toEqual([]);
});
