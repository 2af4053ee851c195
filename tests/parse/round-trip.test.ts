/** Parsing is the inverse of printing a page, and loses no word of a page that was mutilated. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeReport, type Finding } from '../../src/contract/findings.ts';
import { furniture } from '../../scripts/parse/page-parts.ts';
import { parseListing } from '../../scripts/parse/parse-listing.ts';
import type { Entry, Field } from '../../scripts/parse/entry.ts';
import { layouts, renderPage, type InventedPaper, type Layout } from './render-page.ts';

const seed = 20250314;
const captured = '2025-11-04';

const words = ['sheep', 'fence', 'shepherd', 'wool', 'meadow', 'lamb', 'night', 'moon', 'dream', 'straw'];
const name = fc.constantFrom(...words).map((word) => word.charAt(0).toUpperCase() + word.slice(1));
const title = fc
  .tuple(
    fc.array(name, { minLength: 2, maxLength: 9 }),
    fc.constantFrom('', ': A Study', '?', ' (Not) for All', ' $x^2$'),
  )
  .map(([names, end]) => names.join(' ') + end);
const sentence = fc
  .tuple(
    fc.constantFrom('We count', 'This is', 'Our results show', 'However, it can be'),
    fc.array(fc.constantFrom(...words), { minLength: 2, maxLength: 12 }),
  )
  .map(([start, rest]) => `${start} ${rest.join(' ')}.`);
const abstract = fc
  .tuple(
    fc.array(sentence, { minLength: 2, maxLength: 8 }),
    fc.constantFrom('', ' Films are at https://sheep.example/films'),
  )
  .map(([sentences, end]) => sentences.join(' ') + end);
const block = fc.record({
  by: fc.oneof(
    fc.record({ authors: fc.integer({ min: 1, max: 40 }) }),
    fc.record({ organisation: fc.constantFrom('dairy Dairy', 'WOOL WOOL') }),
  ),
  date: fc.constantFrom('May 26', 'May 26 2', 'Dec 1, 2023', 'Jun 23, 2024 1'),
});
const paper: fc.Arbitrary<InventedPaper> = fc.record(
  { title, abstract, block: fc.option(block, { nil: undefined }) },
  { requiredKeys: ['title', 'abstract'] },
) as never;
const layout = fc.constantFrom(...(Object.keys(layouts) as Layout[]));

function parse(text: string): { entries: Entry[]; findings: Finding[] } {
  const report = makeReport();
  const entries = parseListing({ path: 'flock.txt', name: 'flock.txt', text }, captured, report);
  return { entries, findings: report.findings };
}

test('a page in any layout gives back its papers, each at its place', () => {
  const property = fc.property(fc.array(paper, { minLength: 1, maxLength: 12 }), layout, (papers, layout) => {
    const page = renderPage(papers, layout);
    const lines = page.split('\n');
    const { entries, findings } = parse(page);
    expect(findings).toEqual([]);
    expect(entries.map(({ title, abstract }) => [title.value, abstract?.value])).toEqual(
      papers.map(({ title, abstract }) => [title, abstract]),
    );
    for (const { title, abstract } of entries) {
      for (const field of [title, abstract]) {
        expect(lines[(field?.line ?? 0) - 1]?.slice((field?.column ?? 0) - 1)).toBe(field?.value);
      }
    }
  });
  fc.assert(property, { seed, numRuns: 500 });
});

type Mutation = (page: string, at: number, length: number) => string;
const mutations: readonly Mutation[] = [
  (page, at) => page.slice(0, at),
  (page, at) => page.slice(at),
  (page, at, length) => page.slice(0, at) + page.slice(at + length),
  (page, at, length) => page.slice(0, at + length) + page.slice(at),
  (page, at) => `${page.slice(0, at)}\n${page.slice(at)}`,
  (page, at) => `${page.slice(0, at)}\uFFFD\0${page.slice(at)}`,
  (page) => page.replaceAll('\n', '\r\n'),
  (page, at) => page.slice(0, at) + page.slice(at).replace('\n', ''),
  (page, at) => page.slice(0, at) + page.slice(at).replaceAll('\n\n', '\n'),
  (page) =>
    page
      .split('\n')
      .flatMap((line) => [line, line])
      .join('\n'),
  (page, at) => interleave(page, page.slice(at)),
  (page) => page.split('\n').toReversed().join('\n'),
];

function interleave(a: string, b: string): string {
  const others = b.split('\n');
  return a
    .split('\n')
    .flatMap((line, index) => [line, others[index] ?? ''])
    .join('\n');
}

test('a mutilated page never fails, and every line of it is in an entry, in a finding or in the page head', () => {
  const mutation = fc.tuple(
    fc.nat({ max: mutations.length - 1 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.nat({ max: 300 }),
  );
  const property = fc.property(
    fc.array(paper, { minLength: 1, maxLength: 8 }),
    layout,
    fc.array(mutation, { minLength: 1, maxLength: 3 }),
    (papers, layout, steps) => {
      const page = steps.reduce(
        (text, [which, share, length]) =>
          mutations[which]?.(text, Math.floor(share * text.length), length) ?? text,
        renderPage(papers, layout),
      );
      expect(findLost(page)).toEqual([]);
    },
  );
  fc.assert(property, { seed, numRuns: 2000 });
});

/** Lines of a page of which a word is nowhere: neither in a field, nor under a finding, nor a part of the page itself. */
function findLost(page: string): string[] {
  const { entries, findings } = parse(page);
  // A file that is no text is a finding as a whole.
  if (findings.some(({ ruleId }) => ruleId === 'file-readable')) return [];
  const covered = [...entries.flatMap(toRanges), ...findings.map(toRange)];
  let before = 'the page head';
  return page.split(/\r\n|\n|\r/).filter((text, index) => {
    const words = covered.filter(({ line }) => line === index + 1).reduce(blank, text);
    // Where a line end is lost, one button of the page head runs into the next line.
    const rest = words.trim().replace(/^Subscribe(?=Get |Subscribe)/, '');
    const isHead = furniture.some((row) => row.text === rest) || rest === '·';
    const isDayOfPage = before === 'the page head' && /^\w{3} \d+(?:, \d{4})?(?: \d+)?$/.test(rest);
    if (text.trim() !== '') before = isHead ? 'the page head' : text;
    return rest !== '' && !isHead && !isDayOfPage;
  });
}

type Range = { line: number; from: number; to: number };

function toRanges(entry: Entry): Range[] {
  return Object.entries(entry).flatMap(([name, field]) => {
    if (typeof field === 'string') return [];
    const { line, column, value } = field as Field<unknown>;
    // Numbers and dates are not written as they are meant; they fill their line.
    const isVerbatim = ['title', 'abstract', 'organisation'].includes(name);
    return [{ line, from: column, to: isVerbatim ? column + String(value).length : Infinity }];
  });
}

function toRange({ line, column, endColumn }: Finding): Range {
  return { line, from: column, to: endColumn };
}

function blank(text: string, { from, to }: Range): string {
  return (
    text.slice(0, from - 1) +
    ' '.repeat(Math.max(0, Math.min(to, text.length + 1) - from)) +
    text.slice(to - 1)
  );
}
