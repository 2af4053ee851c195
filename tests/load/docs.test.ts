import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadDocs } from '../../src/load/docs.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'docs-'));
  mkdirSync(path.join(folder, 'decisions'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, text: string): void => writeFileSync(path.join(folder, name), text);

test('links between documents lead to their pages, links out of the folder are text', () => {
  write(
    'rules.md',
    '# Rules\n\n## A rule\n\nSee [why](decisions/README.md#why) and [the code](../src/x.ts).\n',
  );
  write('decisions/README.md', '# Decisions\n\n## Why\n\nBack to [a rule](../rules.md#a-rule).\n');
  const { docs, findings } = loadDocs(folder);
  expect(findings).toEqual([]);
  expect(docs.map(({ id, title, html }) => [id, title, html])).toEqual([
    [
      'decisions',
      'Decisions',
      '<h2 id="why"><a href="#why" class="permalink">Why</a></h2>\n<p>Back to <a href="/docs/rules/#a-rule">a rule</a>.</p>',
    ],
    [
      'rules',
      'Rules',
      '<h2 id="a-rule"><a href="#a-rule" class="permalink">A rule</a></h2>\n<p>See <a href="/docs/decisions/#why">why</a> and the code.</p>',
    ],
  ]);
});

test('a link to a document that is not there is a finding at its place', () => {
  write('rules.md', '# Rules\n\nSee [x](gone.md).\n');
  expect(loadDocs(folder).findings).toMatchObject([
    { file: 'rules.md', line: 3, column: 5, ruleId: 'site-link-resolves', severity: 'error' },
  ]);
});

test('a document without a title is a finding', () => {
  write('rules.md', 'No title.\n');
  expect(loadDocs(folder).findings).toMatchObject([{ file: 'rules.md', line: 1, ruleId: 'markdown-parses' }]);
});

test('the order is that of the contents, in its groups', () => {
  write('README.md', '# Contents\n\n## Use\n\n- [Start](start.md): how `it` begins\n\n## Why\n\n- [Decisions](decisions/README.md)\n');
  write('start.md', '# Start\n\n## One\n\nText.\n\n### Deeper\n\n## Two `x`\n');
  write('decisions/README.md', '# Decisions\n');
  const { docs, findings } = loadDocs(folder);
  expect(findings).toEqual([]);
  expect(docs.map(({ id, place, headings }) => [id, place, headings])).toEqual([
    ['', undefined, [{ id: 'use', title: 'Use' }, { id: 'why', title: 'Why' }]],
    ['decisions', { group: 'Why', order: 1, about: '' }, []],
    ['start', { group: 'Use', order: 0, about: 'how it begins' }, [{ id: 'one', title: 'One' }, { id: 'two-x', title: 'Two x' }]],
  ]);
}); // prettier-ignore

test('a document that the contents do not name is a finding', () => {
  write('README.md', '# Contents\n\nNo list.\n');
  write('start.md', '# Start\n');
  expect(loadDocs(folder).findings).toMatchObject([
    { file: 'README.md', message: 'Missing link to start.md', ruleId: 'site-link-resolves', severity: 'error' },
  ]);
}); // prettier-ignore

test('a heading takes no anchor that the frame of the page has', () => {
  write('commands.md', '# Commands\n\n## search\n\nFinds.\n');
  expect(loadDocs(folder).docs[0]?.headings).toEqual([{ id: 'search-1', title: 'search' }]);
});

test('formulas are set, and one that cannot be is a finding at its place', () => {
  write('rates.md', '# Rates\n\nAt $\\sqrt{T}$:\n\n$$\nx^2\n$$\n');
  const { docs, findings } = loadDocs(folder);
  expect(findings).toEqual([]);
  expect(docs[0]?.html).toMatch(/At <span class="katex">[^]*<span class="katex-display" tabindex="0">/);
  write('rates.md', '# Rates\n\nAt $\\sqrt{T$.\n');
  expect(loadDocs(folder).findings).toMatchObject([
    { file: 'rates.md', line: 3, column: 4, ruleId: 'math-renders' },
  ]);
});
