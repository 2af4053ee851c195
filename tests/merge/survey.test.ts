/** The repository's own listings and facts. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { z } from 'astro/zod';
import { foldTitle } from '../../src/contract/folded-title.ts';
import { compareText, makeReport } from '../../src/contract/findings.ts';
import { recordSchema, type PaperRecord } from '../../src/contract/record.ts';
import { capturesSchema, factSchema } from '../../src/contract/schema.ts';
import { mergeRecords } from '../../scripts/merge/merge-records.ts';
import { tallyIngest } from '../../scripts/merge/tally.ts';
import { parseListing } from '../../scripts/parse/parse-listing.ts';
import { measureProcessor } from '../fixtures/processor.ts';

const content = path.resolve(import.meta.dirname, '../../content');
const read = (file: string): string => readFileSync(path.join(content, file), 'utf8');
const captures = capturesSchema.parse(parseYaml(read('listings/captures.yml')));
const facts = z.array(factSchema).parse(parseYaml(read('facts/papers.yml')));
const names = readdirSync(path.join(content, 'listings')).filter((name) => name.endsWith('.txt'));
const files = names.map((name) => ({ name, path: `listings/${name}`, text: read(`listings/${name}`) }));

function ingest(order: typeof files, previous: readonly PaperRecord[] = []) {
  const report = makeReport();
  const entries = order.flatMap((file) => parseListing(file, captures[file.name] ?? null, report));
  const records = mergeRecords({ entries, facts, previous }, report);
  return { entries, records, findings: report.findings };
}

test('every listing has a row in captures.yml', () => {
  expect(Object.keys(captures).sort(compareText)).toEqual(names.sort(compareText));
});

test('facts are sorted by folded title, one a paper', () => {
  const titles = facts.map(({ title }) => foldTitle(title));
  expect(titles).toEqual([...new Set(titles)].sort(compareText));
});

test('474 entries make 413 records, each with its fact', () => {
  const { entries, records, findings } = ingest(files);
  expect(tallyIngest(entries, [], records).map((row) => [row.entries, row.left])).toEqual([
    [52, 0],
    [81, 0],
    [68, 0],
    [226, 0],
    [47, 0],
  ]);
  expect([entries.length, records.length, facts.length]).toEqual([474, 413, 413]);
  expect(records.filter((record) => record.facts === undefined)).toEqual([]);
  expect(findings).toEqual([]);
  expect(z.array(recordSchema).parse(records)).toEqual(records);
});

test('every word of the listings stands in a record or belongs to the page', () => {
  const { entries } = ingest(files);
  for (const { name, text } of files) {
    const own = entries.filter(({ listing }) => listing === name);
    const lines = new Set(
      own.flatMap((entry) => [
        entry.title.line,
        entry.abstract?.line,
        entry.date?.line,
        entry.authorCount?.line,
        entry.organisation?.line,
      ]),
    );
    const rest = text.split('\n').filter((line, index) => line.trim() !== '' && !lines.has(index + 1));
    expect(new Set(rest.map((line) => line.trim()).filter((line) => line !== '·')).size).toBeLessThanOrEqual(
      6,
    );
  }
});

test('the order of listings means nothing, and ingesting again changes nothing', () => {
  const { records } = ingest(files);
  expect(ingest(files.toReversed()).records).toEqual(records);
  const { entries, records: again } = ingest(files.toReversed(), records.toReversed());
  expect(again).toEqual(records);
  expect(tallyIngest(entries, records, again).map((row) => [row.new, row.changed])).toEqual(
    files.map(() => [0, 0]),
  );
});

test('ingesting one listing after the other gives the same papers', () => {
  const one = files.reduce<PaperRecord[]>((previous, file) => ingest([file], previous).records, []);
  expect(one).toEqual(ingest(files).records);
});

test('all listings are parsed and merged in well under 300 ms', () => {
  const times = [1, 2, 3, 4, 5].map(() => measureProcessor(() => ingest(files)));
  // The fastest run says what it costs; the others, what the processor did beside it.
  expect(Math.min(...times)).toBeLessThan(300);
});
