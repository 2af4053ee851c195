/** The examples of docs/rules.md are the tests of the rules: each "bad" one breaks its rule, each "good" one none. */
import { readFileSync } from 'node:fs';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, test } from 'vitest';
import { makeReport, type Finding } from '../../src/contract/findings.ts';
import { rules } from '../../src/contract/rules.ts';
import { checkContent } from '../../scripts/check/index.ts';
import { sleepSurvey } from '../fixtures/sleep-survey.ts';

type Example = { rule: string; verdict: 'bad' | 'good'; file: string; source: string };

/** Rules on what is not a file of the content folder; each is exercised where that is read. */
const elsewhere: Record<string, string> = {
  'file-bounded': 'tests/contract/page.test.ts',
  'file-readable': 'tests/pipeline/disk.test.ts',
  'filter-line-valid': 'tests/pipeline/filter.test.ts',
  'issue-form-whole': 'tests/issue',
  'issue-applies': 'tests/issue',
  'listing-format-known': 'tests/parse',
  'listing-understood': 'tests/parse',
  'site-address-own': 'tests/check/publishing.test.ts',
  'site-page-present': 'tests/site',
  'site-link-resolves': 'tests/site',
  'site-math-clean': 'tests/site',
  'site-page-whole': 'tests/site',
  'book-text-set': 'tests/pdf',
  'book-paper-present': 'tests/pdf',
  'book-outline-whole': 'tests/pdf',
  'book-link-resolves': 'tests/pdf',
  'book-font-embedded': 'tests/pdf',
  'book-glyph-present': 'tests/pdf',
  'book-accessible': 'tests/pdf',
  'book-current': 'tests/contract/book-sources.test.ts',
  'book-length-plausible': 'tests/pdf',
  'book-well-formed': 'tests/epub',
};

const document = readFileSync(new URL('../../docs/rules.md', import.meta.url), 'utf8');
const examples = readExamples(document);

test('every rule has a heading, with its severity and summary', () => {
  const headings = [...document.matchAll(/^## (\S+)\n\n\*(\w+)\.\* /gm)].map(([, id, severity]) => [
    id,
    severity,
  ]);
  expect(headings.sort()).toEqual(
    Object.entries(rules)
      .map(([id, { severity }]) => [id, severity])
      .sort(),
  );
  for (const { summary } of Object.values(rules)) expect(document).toContain(summary);
});

test('every rule on content has a bad and a good example', () => {
  const illustrated = Object.keys(rules).filter((id) => !(id in elsewhere));
  for (const verdict of ['bad', 'good'] as const) {
    const shown = new Set(examples.filter((example) => example.verdict === verdict).map(({ rule }) => rule));
    expect(illustrated.filter((id) => !shown.has(id))).toEqual([]);
  }
});

describe.each(examples)('$rule, $verdict', ({ rule, verdict, file, source }) => {
  const findings = check(file, source);
  if (verdict === 'bad') {
    test('is found in the file that breaks it, with what was expected and what to do', () => {
      const found = findings.filter(({ ruleId }) => ruleId === rule);
      expect(found.length, JSON.stringify(findings, null, 1)).toBeGreaterThan(0);
      for (const { expected, hint, message } of found) {
        expect(message).toMatch(/^(Unexpected|Missing)/);
        expect([expected, hint]).not.toContain(null);
      }
      expect(found.some((finding) => finding.file === file || relatedFiles[rule] === finding.file)).toBe(
        true,
      );
    });
  } else {
    test('is clean', () => expect(findings).toEqual([]));
  }
});

/** Rules whose finding stands in another file than the one that the example shows. */
const relatedFiles: Record<string, string> = {
  'edit-conflict': 'papers/sleep/counting-sheep.mdx',
  'filing-confident': 'papers/sleep/counting-sheep.mdx',
  'capture-dated': 'listings/flock.txt',
  'paper-unique': 'papers/sleep/counting-sheep.mdx',
  'paper-similar': 'papers/sleep/counting-sheep.mdx',
};

function check(file: string, source: string): Finding[] {
  const report = makeReport();
  checkContent(sleepSurvey({ [file]: source }), report);
  return report.findings;
}

function readExamples(markdown: string): Example[] {
  let rule = '';
  const found: Example[] = [];
  for (const node of fromMarkdown(markdown).children) {
    if (node.type === 'heading' && node.depth === 2 && node.children[0]?.type === 'text')
      rule = node.children[0].value;
    if (node.type !== 'code') continue;
    const [verdict, file = 'file=papers/sleep/counting-goats.mdx'] = node.meta?.split(' ') ?? [];
    if (verdict !== 'bad' && verdict !== 'good') throw new Error(`${rule}: an example is bad or good`);
    found.push({ rule, verdict, file: file.replace('file=', ''), source: `${node.value}\n` });
  }
  return found;
}
