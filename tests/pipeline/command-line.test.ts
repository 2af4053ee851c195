import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeFolder, readFolder, root } from '../fixtures/folders.ts';
import { sleepSurvey } from '../fixtures/sleep-survey.ts';
import { scholium } from './command-line.ts';

let temporary: string;
let survey: string;

beforeAll(() => {
  temporary = mkdtempSync(path.join(tmpdir(), 'scholium-'));
  survey = makeFolder(sleepSurvey());
});
afterAll(() => [temporary, survey].forEach((folder) => rmSync(folder, { recursive: true })));

describe('exit codes', () => {
  test('0 when all is well', () =>
    expect(scholium(['check', '--content', survey])).toMatchObject({ status: 0, stdout: '' }));

  test.each([
    ['an unknown command', ['chekc'], /Did you mean check/],
    ['an unknown option', ['check', '--fxi'], /Did you mean --fix/],
    ['an unknown format', ['check', '--format', 'xml'], /stylish, json, github, sarif/],
    ['a missing argument', ['withdraw'], /missing required argument/],
    [
      'a path outside the survey',
      ['check', '--content', 'content', 'package.json'],
      /expected one below content/,
    ],
    ['a folder that is no survey', ['check', '--content', '/nowhere/at/all'], /nowhere/],
  ])('2 for %s, with a hint and no stack trace', (_, args, message) => {
    const { status, stderr } = scholium(args);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(status).toBe(2);
  });
});

describe('check', () => {
  const page = `---
title: Counting goats
chapter: sleep
section: Shep
---

We need $\\varepsilom$ goats {now}.
`;
  let broken: string;
  beforeAll(() => {
    broken = makeFolder(sleepSurvey({ 'papers/sleep/counting-goats.mdx': page }));
  });
  type Result = { locations: { physicalLocation: { region: Record<string, number> } }[] };
  const check = (...args: string[]): ReturnType<typeof scholium> =>
    scholium(['check', '--content', broken, ...args]);

  test('shows place, frame and hint for each finding, and exits 1', () => {
    const { status, stdout } = check();
    const shown = stdout.replaceAll(`${broken}/`, '').replaceAll(path.relative(process.cwd(), broken), '');
    expect(status).toBe(1);
    expect(shown)
      .toBe(`papers/sleep/counting-goats.mdx:4:10: error: Unexpected section "Shep" of the chapter "sleep", expected one of Sheep; Milk  [section-known]
  4 | section: Shep
    |          ^^^^
  hint: Did you mean "Sheep"? See docs/rules.md#section-known
papers/sleep/counting-goats.mdx:7:10: error: Unexpected formula: Undefined control sequence: \\varepsilom, expected a formula that KaTeX can set  [math-renders]
  7 | We need $\\varepsilom$ goats {now}.
    |          ^^^^^^^^^^^
  hint: Correct the TeX; a dollar sign that is meant as text is written "\\$". See docs/rules.md#math-renders
papers/sleep/counting-goats.mdx:7:29: error: Unexpected expression between braces, expected text, formulas and the components of the dialect  [page-is-data]
  7 | We need $\\varepsilom$ goats {now}.
    |                             ^^^^^
  hint: If the brace is meant as text, write "\\{". See docs/rules.md#page-is-data
3 errors, 0 warnings
`);
  });

  test('prints JSON with every key', () => {
    const findings = JSON.parse(check('--format', 'json').stdout);
    expect(findings).toHaveLength(3);
    expect(Object.keys(findings[0])).toEqual([
      'file', 'line', 'column', 'endLine', 'endColumn', 'ruleId', 'severity', 'message', 'expected', 'hint',
    ]); // prettier-ignore
    expect(findings[1]).toMatchObject({
      line: 7,
      column: 10,
      endLine: 7,
      endColumn: 21,
      ruleId: 'math-renders',
    });
  });

  test('prints annotations for GitHub', () => {
    expect(check('--format', 'github').stdout.split('\n')[0]).toMatch(
      /^::error file=.*counting-goats\.mdx,line=4,endLine=4,col=10,endColumn=14,title=section-known::Unexpected section "Shep".*%0ADid you mean "Sheep"\?$/,
    );
  });

  test('prints SARIF with a rule for each result', () => {
    const { runs } = JSON.parse(check('--format', 'sarif').stdout);
    for (const { ruleId, ruleIndex } of runs[0].results)
      expect(runs[0].tool.driver.rules[ruleIndex].id).toBe(ruleId);
    expect(runs[0].results.map(({ locations }: Result) => locations[0]?.physicalLocation.region)).toEqual([
      { startLine: 4, startColumn: 10, endLine: 4, endColumn: 14 },
      { startLine: 7, startColumn: 10, endLine: 7, endColumn: 21 },
      { startLine: 7, startColumn: 29, endLine: 7, endColumn: 34 },
    ]);
  });

  test('looks only at the paths that are named', () => {
    expect(check(path.join(broken, 'papers/sleep/counting-sheep.mdx')).status).toBe(0);
    expect(check(path.join(broken, 'papers')).status).toBe(1);
  });

  test('writes nothing without --fix, and with it nothing but the files that are named', () => {
    const fixable = page.replace('title: Counting goats', 'title: Weighing goats');
    const dir = makeFolder(
      sleepSurvey({ 'papers/sleep/counting-goats.mdx': page, 'papers/sleep/weighing-goats.mdx': fixable }),
    );
    const before = readFolder(dir);
    const named = path.join(dir, 'papers/sleep/weighing-goats.mdx');
    scholium(['check', '--content', dir]);
    expect(readFolder(dir)).toEqual(before);
    scholium(['check', '--fix', '--content', dir, named]);
    const mended = fixable.replace('{now}', '\\{now}');
    expect(readFolder(dir)).toEqual(new Map([...before, ['papers/sleep/weighing-goats.mdx', mended]]));
    rmSync(dir, { recursive: true });
  });

  test('--fix mends what is certain and leaves the rest', () => {
    const { status, stdout } = check('--fix');
    expect(status).toBe(1);
    expect(stdout).toContain('2 errors');
    expect(readFileSync(path.join(broken, 'papers/sleep/counting-goats.mdx'), 'utf8')).toBe(
      page.replace('{now}', '\\{now}'),
    );
  });
});

describe('filters', () => {
  const lines = [
    '{"id":"a","title":"T\\\\\\"ULU","abstract":"We count {\\\\em all} sheep."}',
    'not json',
    '{"id":"b","title":"B"}',
    '{"id":"c","title":"C","abstract":"C."}',
  ].join('\n');

  test.each(['restore', 'classify'])(
    '%s answers each line in order, reports the others, and exits 1',
    (name) => {
      const { status, stdout, stderr } = scholium([name, '--content', survey], { input: lines });
      expect(
        stdout
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line).id),
      ).toEqual(['a', 'c']);
      expect(stderr).toMatch(/<stdin>:2:1: error: Unexpected line/);
      expect(stderr).toMatch(/<stdin>:3:1: error: Missing "abstract"/);
      expect(status).toBe(1);
    },
  );

  test('restore gives Markdown and the changes', () => {
    const [first] = scholium(['restore'], { input: lines }).stdout.split('\n');
    const { title, abstract, changes } = JSON.parse(first ?? '');
    expect([title, abstract]).toEqual(['TÜLU', 'We count *all* sheep.']);
    expect(changes.map(({ raw }: { raw: string }) => raw)).toEqual(['\\"U', '{\\em all}']);
  });
});

describe('export and stats', () => {
  test('a line a paper, every key always', () => {
    const row = JSON.parse(scholium(['export', '--format', 'jsonl', '--content', survey]).stdout);
    expect(Object.keys(row)).toEqual([
      'slug', 'title', 'abstract', 'chapter', 'section', 'also', 'authors', 'year', 'venue', 'arxiv', 'doi', 'openreview',
      'code', 'repository', 'method', 'contribution', 'benchmarks', 'buildsOn', 'headline', 'published', 'added', 'extra',
    ]); // prettier-ignore
    expect(row).toMatchObject({ slug: 'counting-sheep', arxiv: '2001.00001', also: [], venue: null });
  });

  test('--out writes a file', () => {
    const file = path.join(temporary, 'survey.jsonl');
    expect(scholium(['export', '--out', file, '--content', survey])).toMatchObject({ status: 0, stdout: '' });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toHaveProperty('slug', 'counting-sheep');
  });

  test('the survey in the repository: five listings, 474 entries, 413 records', () => {
    const counts = JSON.parse(scholium(['stats', '--json', '--content', 'content']).stdout);
    expect(counts).toMatchObject({ listings: 5, entries: 474, records: 413 });
    expect(Object.values(counts.perListing)).toEqual([52, 81, 68, 226, 47]);
    expect(counts.pages + counts.withdrawn).toBe(413);
  });

  test('a sample is the same for the same seed, and as large as asked for of each kind', () => {
    const draw = (seed: string): string =>
      scholium(['stats', '--sample', '3', '--seed', seed, '--content', 'tests/fixtures/survey']).stdout;
    const first = draw('a');
    expect(draw('a')).toBe(first);
    expect(draw('b')).not.toBe(first);
    expect(first.match(/^\w+: .*/gm)).toEqual(['papers: 3 of 5', 'links: 3 of 3', 'claims: 3 of 3']);
    expect(first.match(/^ {2}.*/gm)).toHaveLength(9);
  });

  test('a sample of links has the reason that readers are shown', () => {
    const args = ['stats', '--sample', '9', '--of', 'links', '--json', '--content', 'tests/fixtures/survey'];
    const { papers, links, claims } = JSON.parse(scholium(args).stdout);
    expect([papers, claims]).toEqual([undefined, undefined]);
    expect(links.of).toBe(3);
    expect(links.drawn).toContainEqual({
      kind: 'related',
      from: {
        slug: 'forty-constituents',
        title: 'Forty constituents are enough for $\\epsilon$-accurate tables',
      },
      to: { slug: 'harbour-nine', title: 'Harbour-9, a set of nine harbours with import \\<and\\> export' },
      reasons: [{ kind: 'benchmark', names: ['Harbour-9'] }],
    });
    expect(links.drawn.map(({ kind }: { kind: string }) => kind).sort()).toEqual([
      'builds-on',
      'related',
      'related',
    ]);
  });
});

test('ingest and generate change nothing in the survey of the repository', () => {
  const copy = path.join(temporary, 'copy');
  cpSync(path.join(root, 'content'), copy, { recursive: true });
  const before = readFolder(copy);
  expect(scholium(['ingest', '--content', copy]).stdout).toMatch(
    /474 entries read, 474 merged, 0 new, 0 changed: 413 records/,
  );
  expect(scholium(['generate', '--content', copy]).stdout).toMatch(/: 0 new, 0 changed/);
  expect(readFolder(copy)).toEqual(before);
});

test('merge-records follows what was settled, names what people wrote otherwise, and wants two pages', () => {
  const settlement = (slug: string): string =>
    `- paper: ${slug}\n  text: sheep # as published\n  why: it is so\n`;
  const goats = '---\ntitle: Counting goats\nchapter: sleep\nsection: Sheep\n---\n\nWe count sheep.\n';
  const dir = makeFolder(
    sleepSurvey({
      'papers/sleep/counting-goats.mdx': goats,
      'settled.yml': `# By hand.\n${settlement('counting-goats')}`,
    }),
  );
  const merge = (): ReturnType<typeof scholium> =>
    scholium(['merge-records', 'counting-sheep', 'counting-goats', '--content', dir]);
  const { status, stdout, stderr } = merge();
  expect([status, stdout]).toEqual([
    0,
    'Merged counting-goats into counting-sheep; its address redirects.\n',
  ]);
  expect(stderr).toMatch(
    /counting-sheep\.mdx:2:8: warning: .*has "Counting sheep", expected the page counting-goats, merged into it, had "Counting goats" .*\[edit-conflict\]/,
  );
  expect(readFileSync(path.join(dir, 'settled.yml'), 'utf8')).toBe(
    `# By hand.\n${settlement('counting-sheep')}`,
  );
  expect(merge().status).toBe(2);
  scholium(['withdraw', 'counting-sheep', '--why', 'asked', '--content', dir]);
  expect(scholium(['merge-records', 'counting-sheep', 'counting-sheep', '--content', dir]).stderr).toMatch(
    /Unexpected withdrawn paper "counting-sheep"/,
  );
  rmSync(dir, { recursive: true });
});

test('withdraw and merge-records say what is missing', () => {
  writeFileSync(path.join(temporary, 'x'), '');
  expect(scholium(['withdraw', 'counting-sheep', '--content', survey]).stderr).toMatch(/--why/);
  expect(scholium(['withdraw', 'nothing', '--why', 'x', '--content', survey]).status).toBe(2);
  expect(scholium(['merge-records', 'counting-sheep', 'nothing', '--content', survey]).status).toBe(2);
});
