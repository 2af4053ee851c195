/** Nothing builds although it is wrong: each fault ends the build and is named with its place. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { buildSite, fixture, workFolder } from '../support/build.ts';

const content = path.join(workFolder, 'broken');
const out = path.join(workFolder, 'broken-site');

beforeEach(() => {
  rmSync(content, { recursive: true, force: true });
  cpSync(fixture, content, { recursive: true });
});

afterAll(() => {
  rmSync(content, { recursive: true, force: true });
  rmSync(out, { recursive: true, force: true });
});

const edit = (name: string, from: string | RegExp, to: string): void => {
  const file = path.join(content, name);
  const before = readFileSync(file, 'utf8');
  const after = before.replace(from, to);
  if (after === before) throw new Error(`Nothing to break in ${name}`);
  writeFileSync(file, after);
};

const delta = 'papers/tides/slow-delta.mdx';

const faults: [fault: string, spoil: () => void, said: RegExp][] = [
  [
    'a formula that cannot be set',
    () => edit(delta, '$q_{\\text{river}}$', '$q_{\\rivver}$'),
    /slow-delta\.mdx:12:\d+: error: .*\\rivver.*\[math-renders\]/,
  ],
  [
    'a formula of a chapter that cannot be set',
    () => edit('chapters/tides.mdx', '\\sum_i', '\\summ_i'),
    /chapters\/tides\.mdx:9:\d+: error: .*\[math-renders\]/,
  ],
  [
    'a chapter without its file',
    () => rmSync(path.join(content, 'chapters/knots.mdx')),
    /survey\.yml:\d+:\d+: error: .*"knots".*\[chapter-known\]/,
  ],
  [
    'a survey without survey.yml',
    () => rmSync(path.join(content, 'survey.yml')),
    /survey\.yml:1:1: error: Missing survey\.yml.*\[survey-valid\]/,
  ],
  [
    'a reference to a paper that is not there',
    () => edit(delta, 'buildsOn: [forty-constituents]', 'buildsOn: [forty-constituent]'),
    /slow-delta\.mdx:7:12: error: .*"forty-constituent".*\[reference-resolves\]/,
  ],
  [
    'a citation in a chapter of a paper that is not there',
    () => edit('chapters/tides.mdx', 'papers="forty-constituents slow-delta"', 'papers="slow-river"'),
    /chapters\/tides\.mdx:11:\d+: error: .*"slow-river".*\[reference-resolves\]/,
  ],
  [
    'a slug that names two pages',
    () => {
      cpSync(path.join(content, delta), path.join(content, 'papers/knots/slow-delta.mdx'));
      edit(
        'papers/knots/slow-delta.mdx',
        /chapter: tides\nsection: .*/,
        'chapter: knots\nsection: Invariants',
      );
    },
    /slow-delta\.mdx:1:1: error: .*"slow-delta".*\[slug-unique\]/,
  ],
  [
    'an alias that is the slug of another page',
    () => edit('papers/tides/forty-constituents.mdx', 'fourty-constituents', 'knot-table'),
    /forty-constituents\.mdx:16:11: error: .*"knot-table".*\[slug-unique\]/,
  ],
  [
    'a page without text',
    () => edit('papers/knots/knot-table.mdx', 'We list them all. There are many.', ''),
    /knot-table\.mdx:\d+:1: error: Missing abstract.*\[abstract-present\]/,
  ],
  [
    'a record without its page',
    () => rmSync(path.join(content, 'papers/knots/knot-table.mdx')),
    /records\/knot-table\.json:1:1: error: Missing page.*\[record-has-page\]/,
  ],
  [
    'a page without its record',
    () => rmSync(path.join(content, 'records/knot-table.json')),
    /knot-table\.mdx:1:1: error: Missing record.*\[record-has-page\]/,
  ],
  [
    'a chapter that would run code',
    () => edit('chapters/tides.mdx', '## What is open', '{process.exit(0)}\n\n## What is open'),
    /chapters\/tides\.mdx:13:1: error: .*\[page-is-data\]/,
  ],
  [
    'a note on words that are not there',
    () => edit('papers/tides/forty-constituents.mdx', 'on="forty are', 'on="fifty are'),
    /forty-constituents\.mdx:\d+:\d+: error: .*\[note-passage-found\]/,
  ],
];

test.each(faults)('%s ends the build', async (_, spoil, said) => {
  spoil();
  const { status, output } = await buildSite({ content, out });
  expect(output).toMatch(said);
  expect(status).not.toBe(0);
});

test('all faults are named in one run', async () => {
  for (const [, spoil] of [faults[0], faults[8], faults[12]].filter((fault) => fault !== undefined)) spoil();
  const { output } = await buildSite({ content, out });
  for (const rule of ['math-renders', 'abstract-present', 'note-passage-found'])
    expect(output).toContain(`[${rule}]`);
});
