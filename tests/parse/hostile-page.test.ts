/** Damaged pages: what can be read is read, the rest is a finding at its place. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { makeReport } from '../../src/contract/findings.ts';
import type { Entry } from '../../scripts/parse/entry.ts';
import { parseListing } from '../../scripts/parse/parse-listing.ts';
import { measureProcessor } from '../fixtures/processor.ts';

type Case = { name: string; page: string; captured?: string | null; entries: string[]; findings: string[] };
const cases = parseYaml(readFileSync(path.join(import.meta.dirname, 'hostile-pages.yml'), 'utf8')) as Case[];

test.each(cases)('$name', ({ page, captured = '2025-11-04', entries, findings }) => {
  const report = makeReport();
  const text = page.replaceAll('<BOM>', '\uFEFF').replaceAll('<LOST>', '\uFFFD').replaceAll('<NUL>', '\0');
  const read = parseListing({ path: 'flock.txt', name: 'flock.txt', text }, captured, report);
  expect(
    read.map(({ title, abstract, date }) =>
      [title.value, abstract?.value ?? '-', date?.value].filter(Boolean).join(' | '),
    ),
  ).toEqual(entries);
  expect(
    report.findings.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId} ${message}`),
  ).toEqual(findings);
});

test('a line of 50 MB is a finding, in bounded time', () => {
  const report = makeReport();
  const text = `new\nSubscribe\nCounting Sheep\n${'We count sheep. '.repeat(3_300_000)}\nWarm Milk\nIt is warm. We drink it.`;
  let entries: Entry[] = [];
  const parse = (): void =>
    void (entries = parseListing({ path: 'flock.txt', name: 'flock.txt', text }, null, report));
  expect(measureProcessor(parse)).toBeLessThan(5000);
  expect(entries.map(({ title }) => title.value)).toEqual(['Counting Sheep', 'Warm Milk']);
  expect(report.findings.map(({ line, endColumn }) => [line, endColumn > 50_000_000])).toEqual([[4, true]]);
});
