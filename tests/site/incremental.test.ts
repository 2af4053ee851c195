/** What a build keeps for the next never shows: the site equals one that was built from nothing, byte for byte. */
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createHash } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { readSettings } from '../../src/lib/settings.ts';
import { buildSite, fixture, root, workFolder } from '../support/build.ts';

const content = path.join(workFolder, 'edited');
const out = path.join(workFolder, 'edited-site');
const { cache } = readSettings({ SCHOLIUM_CONTENT: content }, root);

afterAll(() => {
  for (const folder of [content, out, cache]) rmSync(folder, { recursive: true, force: true });
});

async function build(): Promise<Record<string, string>> {
  const { status, output } = await buildSite({ content, out });
  expect(status, output).toBe(0);
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  return Object.fromEntries(
    files.map((file) => {
      const name = path.join(file.parentPath, file.name);
      return [path.relative(out, name), createHash('sha256').update(readFileSync(name)).digest('hex')];
    }),
  );
}

const edit = (name: string, from: string, to: string): void => {
  const file = path.join(content, name);
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
};

test('after edits of pages, chapters, names and the survey', async () => {
  cpSync(fixture, content, { recursive: true });
  await build();
  // Shown on other pages: the title in lists and neighbours, the authors where it is cited, the chapter's title.
  edit('papers/tides/slow-delta.mdx', 'A slow delta', 'A quick delta');
  edit('papers/tides/slow-delta.mdx', 'Maria da Silva', 'Maria Rossi');
  edit('chapters/knots.mdx', 'title: Knots', 'title: Knots and links');
  // Shown beside the abstract and in the indexes: roles, reasons, terms, names of benchmarks.
  edit('records/forty-constituents.json', '"role": "problem"', '"role": "background"');
  edit('records/forty-constituents.json', '"sweeping"', '"braids"');
  edit('glossary.yml', 'Who leads', 'Who wins');
  edit(
    'glossary.yml',
    'spellings: [constituent, harmonic constituent]',
    'spellings: [constituents of the sea]',
  );
  edit('benchmarks.yml', 'spellings: [nine harbours]', 'spellings: [nine quays]');
  edit('references.bib', 'The Tides', 'Tides, a lecture');
  edit('survey.yml', 'version: 1.2.0', 'version: 1.3.0');
  edit('papers/tides/forty-constituents.mdx', '[fourty-constituents]', '[vierzig]');
  renameSync(path.join(content, 'papers/knots/knot-table.mdx'), path.join(content, 'papers/knots/knots.mdx'));
  renameSync(path.join(content, 'records/knot-table.json'), path.join(content, 'records/knots.json'));
  edit('records/knots.json', '"slug": "knot-table"', '"slug": "knots"');
  edit('about.mdx', 'paper="knot-table"', 'paper="knots"');
  // Shown in citations, feeds and files.
  edit('venues.yml', 'Conference on Knots', 'Congress of Knots');
  edit('settled.yml', 'the abstract as published', 'as published');
  const incremental = await build();
  rmSync(cache, { recursive: true });
  const clean = await build();
  expect(incremental).toEqual(clean);
  expect(Object.keys(clean)).not.toContain('papers/knot-table/index.html');
});

test('a build of the same sources has nothing to do, unless somebody touched the site', async () => {
  await build();
  expect((await buildSite({ content, out })).output).toContain('Nothing changed');
  rmSync(path.join(out, 'papers/slow-delta/index.html'));
  const mended = await buildSite({ content, out });
  expect(mended).toMatchObject({ status: 0 });
  expect(mended.output).not.toContain('Nothing changed');
  expect(readdirSync(path.join(out, 'papers/slow-delta'))).toContain('index.html');
});

test('Astro alone builds no site, for it would have no search', async () => {
  const astro = path.join(root, 'node_modules/astro/bin/astro.mjs');
  const { status, stderr, stdout } = spawnSync(process.execPath, [astro, 'build'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, SCHOLIUM_CONTENT: content, SCHOLIUM_OUT: out },
  });
  expect(status).toBe(1);
  expect(stderr + stdout).toContain('expected "npm run build"');
});

test('an edit of one paper keeps the bundle, and renders fewer pages than there are', async () => {
  await build();
  const bundle = path.join(cache, 'bundle');
  const before = statSync(path.join(bundle, readdirSync(bundle)[0] ?? '')).mtimeMs;
  edit('papers/tides/slow-delta.mdx', 'quick delta', 'swift delta');
  const { status, output } = await buildSite({ content, out });
  expect(output).toMatch(/^\d+ pages, (\d+) rendered, (\d+) of them new or changed$/m);
  const [, all = 0, rendered = 0] = (/^(\d+) pages, (\d+) rendered/m.exec(output) ?? []).map(Number);
  expect(status).toBe(0);
  expect(rendered).toBeLessThan(all);
  expect(statSync(path.join(bundle, readdirSync(bundle)[0] ?? '')).mtimeMs).toBe(before);
});
