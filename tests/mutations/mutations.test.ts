/**
 * Random mutations of real and invented pages and listings: each ends in a finding, or nothing of it is lost.
 * SCHOLIUM_MUTATIONS says how many (npm run test:mutations: 10,000), SCHOLIUM_SEED where they start.
 */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { mergeRecords } from '../../scripts/merge/merge-records.ts';
import { furniture, parseAuthorCount } from '../../scripts/parse/page-parts.ts';
import { parseListingDate } from '../../scripts/parse/listing-date.ts';
import { parseListing } from '../../scripts/parse/parse-listing.ts';
import { generate, ingest } from '../../scripts/pipeline.ts';
import { makeReport, type Finding } from '../../src/contract/findings.ts';
import { readPage, type Page } from '../../src/contract/page.ts';
import type { PaperRecord } from '../../src/contract/record.ts';
import type { FrontMatter } from '../../src/contract/schema.ts';
import { flockSurvey, inventPapers, toListing } from '../fixtures/flock-survey.ts';
import { root } from '../fixtures/folders.ts';
import { makeRandom, type Random } from '../fixtures/random.ts';
import { mutate } from './mutate.ts';
import { countWords, findLost, findLostOnPage } from './words.ts';

const seed = Number(process.env.SCHOLIUM_SEED ?? 20260131);
const count = Number(process.env.SCHOLIUM_MUTATIONS ?? 1000);
const mostMilliseconds = 5000;

const real = new Map(
  globSync('{survey.yml,chapters/*.mdx,papers/*/*.mdx,records/*.json,listings/*.txt}', {
    cwd: path.join(root, 'content'),
  })
    .sort()
    .map((name) => [name.split(path.sep).join('/'), readFileSync(path.join(root, 'content', name), 'utf8')]),
);
const invented = makeInvented();

const pages = [real, invented].flatMap((survey) =>
  [...survey.keys()].filter((name) => name.startsWith('papers/')).map((name) => ({ survey, name })),
);
const listings = [...[...real].filter(([name]) => name.startsWith('listings/')).map(([, text]) => text), toListing(inventPapers(40))]; // prettier-ignore

test(`${count} mutations of pages and listings lose nothing in silence (seed ${seed})`, () => {
  const failures: string[] = [];
  const outcomes = { finding: 0, kept: 0 };
  for (let index = 0; index < count; index++) {
    const state = `mutation ${index} of seed ${seed}`;
    // A seed each, so that one of them can be run alone.
    const random = makeRandom(seed + index);
    const start = process.cpuUsage();
    try {
      outcomes[index % 2 === 0 ? mutatePage(random, state) : mutateListing(random, state)]++;
      expect(process.cpuUsage(start).user / 1000, state).toBeLessThan(mostMilliseconds);
    } catch (error) {
      failures.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  }
  process.stdout.write(
    `${count} mutations (seed ${seed}): ${outcomes.finding} ended in a finding, ${outcomes.kept} whole\n`,
  );
  expect(failures.slice(0, 5), `${failures.length} failures`).toEqual([]);
  expect(Math.min(outcomes.finding, outcomes.kept)).toBeGreaterThan(count / 20);
}, 3_600_000);

/** A mutated page is read, and some are generated again with their record. */
function mutatePage(random: Random, state: string): 'finding' | 'kept' {
  const { survey, name } = random.pick(pages);
  const { text, names } = mutate(survey.get(name) ?? '', random);
  const context = `${state}, ${name}: ${names.join(', ')}\n${text}`;
  const report = makeReport();
  const page = readPage(name, text, report);
  expectNothingLost(text, page, report.findings, context);

  // The chapters of the real survey take most of the time, so not every page is generated again.
  if (survey === invented || random.below(8) === 0) expectGeneratedWhole(survey, name, random, state);
  return report.findings.length > 0 ? 'finding' : 'kept';
}

/** What people own of a page is there after the generator has run: its text, and every field that they changed. */
function expectGeneratedWhole(
  survey: ReadonlyMap<string, string>,
  name: string,
  random: Random,
  state: string,
): void {
  const record = `records/${path.basename(name, '.mdx')}.json`;
  const files = new Map(
    [...survey].filter(
      ([file]) => /^(?:survey\.yml|chapters\/)/.test(file) || file === name || file === record,
    ),
  );
  const run = (): void => {
    for (const [file, next] of generate(files, makeReport()).changes) {
      if (next === null) files.delete(file);
      else files.set(file, next);
    }
  };
  // So that what changes later, changes for the mutation.
  run();
  const [[before = '', settled = ''] = []] = [...files].filter(([file]) => file.startsWith('papers/'));
  const { text, names } = mutate(settled, random);
  const context = `${state}, generated again, ${before}: ${names.join(', ')}\n${text}`;
  files.set(before, text);
  const page = readPage(before, text, makeReport());
  const written = (JSON.parse(files.get(record) ?? '') as PaperRecord).written?.fields ?? {};
  run();
  const [[after = '', source = ''] = []] = [...files].filter(([file]) => file.startsWith('papers/'));
  if (!page) expect([after, source], context).toEqual([before, text]);
  else {
    expect(findLost(countWords(toBody(text)), countWords(source)), context).toEqual([]);
    const generated = readPage(after, source, makeReport())?.data;
    for (const [field, value] of Object.entries(page.data)) {
      if (isDeepStrictEqual(value, written[field as keyof FrontMatter])) continue;
      expect(generated?.[field as keyof FrontMatter], context).toEqual(value);
    }
  }
  const once = new Map(files);
  run();
  expect(files, context).toEqual(once);
}

/** What stands below the front matter. */
function toBody(source: string): string {
  return source.replace(/^\ufeff?---[^]*?\n---[ \t]*(?:\r?\n|$)/, '');
}

function expectNothingLost(
  source: string,
  page: Page | undefined,
  findings: readonly Finding[],
  context: string,
): void {
  if (findings.length > 0) return;
  expect(page, context).toBeDefined();
  expect(page && findLostOnPage(source, page), context).toEqual([]);
}

/** A mutated part of a listing is parsed; its papers become records, and those that are new become pages. */
function mutateListing(random: Random, state: string): 'finding' | 'kept' {
  const lines = random.pick(listings).split('\n');
  const from = random.below(lines.length);
  const part = lines.slice(from, from + 1 + random.below(60)).join('\n');
  const { text, names } = mutate(`Daily Papers\n\n${part}`, random);
  const context = `${state}, ${names.join(', ')}\n${text}`;
  const report = makeReport();
  const file = { path: 'listings/part.txt', name: 'part.txt', text };
  const entries = parseListing(file, '2026-01-31', report);
  const records = mergeRecords({ entries, facts: [], previous: [] }, report);

  const wholeFile = report.findings.some(
    ({ line, column, endLine }) => line === 1 && column === 1 && endLine === 1,
  );
  const complained = new Set(report.findings.flatMap(({ line, endLine }) => [line, endLine]));
  for (const [index, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    if (wholeFile || complained.has(index + 1) || isOfThePage(line.trim())) continue;
    const fields = entries.flatMap(({ title, abstract, organisation }) => [title, abstract, organisation]);
    const kept = fields.flatMap((field) => (field?.line === index + 1 ? [field.value] : [])).join(' ');
    expect(
      findLost(
        countWords(line.replace(/Subscribe(?=\p{Lu})/u, 'Subscribe ')),
        countWords(`${kept} Subscribe`),
      ),
      `${context}\n\n${line}`,
    ).toEqual([]);
  }

  const fresh = records.filter(({ abstract }) => abstract.length < 4000).slice(0, 2);
  for (const record of fresh) {
    const files = new Map([...invented].filter(([name]) => !/^(?:papers|records|listings)\//.test(name))).set(
      `records/${record.slug}.json`,
      JSON.stringify(record),
    );
    const { changes } = generate(files, makeReport());
    const [[name, source] = []] = [...changes].filter(([changed]) => changed.startsWith('papers/'));
    expect(name, context).toBeDefined();
    const pageReport = makeReport();
    const page = readPage(name ?? '', source ?? '', pageReport);
    expectNothingLost(source ?? '', page, pageReport.findings, context);
  }
  return report.findings.length > 0 ? 'finding' : 'kept';
}

/** Lines that a listing page prints around its papers. */
function isOfThePage(line: string): boolean {
  return (
    line === '·' ||
    furniture.some(({ text }) => text === line) ||
    parseAuthorCount(line) !== undefined ||
    parseListingDate(line) !== undefined
  );
}

function makeInvented(): Map<string, string> {
  const files = flockSurvey(inventPapers(40));
  for (const make of [() => ingest(files, [], makeReport()), () => generate(files, makeReport())]) {
    for (const [name, text] of make().changes) files.set(name, text ?? '');
  }
  const notes = '\n## Notes\n\n<Note on="It works">\n  See <Cite paper="counting-sheep" /> on $\\epsilon$ of [it](https://example.org).\n</Note>\n\n| a | b |\n| - | - |\n| c | d |\n'; // prettier-ignore
  return new Map([...files].map(([name, text]) => [name, name.startsWith('papers/') ? text + notes : text]));
}
