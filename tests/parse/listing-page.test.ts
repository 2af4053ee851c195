import { expect, test } from 'vitest';
import { makeReport } from '../../src/contract/findings.ts';
import type { Entry } from '../../scripts/parse/entry.ts';
import { parseListing } from '../../scripts/parse/parse-listing.ts';
import { layouts, renderPage, type Layout } from './render-page.ts';

/** An entry as a row: each field with the line and column where it stands. */
function toRow(entry: Entry): Record<string, string> {
  const { listing: _, path: __, captured: ___, ...fields } = entry;
  return Object.fromEntries(
    Object.entries(fields).map(([name, { value, line, column }]) => [name, `${line}:${column} ${value}`]),
  );
}

function parse(text: string, captured: string | null = '2025-11-04'): { rows: object[]; findings: string[] } {
  const report = makeReport();
  const entries = parseListing({ path: 'listings/flock.txt', name: 'flock.txt', text }, captured, report);
  const findings = report.findings.map(
    ({ file, line, column, message, expected }) =>
      `${file}:${line}:${column} ${message}, expected ${expected}`,
  );
  return { rows: entries.map(toRow), findings };
}

const sheep = { title: 'Counting Sheep: A Study', abstract: 'We count sheep. They jump over a fence.' };
const milk = { title: 'Warm Milk Revisited', abstract: 'Milk is warm. We drink it (twice).' };

test.each([
  ['blank lines', 11, 13, 15, 17, 1],
  ['blank lines and a heading', 13, 15, 17, 19, 1],
  ['no blank lines', 3, 4, 5, 6, 10],
] as const)('reads a page with %s', (layout, title, abstract, nextTitle, nextAbstract, column) => {
  expect(parse(renderPage([sheep, milk], layout))).toEqual({
    rows: [
      { title: `${title}:${column} ${sheep.title}`, abstract: `${abstract}:1 ${sheep.abstract}` },
      { title: `${nextTitle}:1 ${milk.title}`, abstract: `${nextAbstract}:1 ${milk.abstract}` },
    ],
    findings: [],
  });
});

test('reads the block below an abstract: authors or organisation, date, comments', () => {
  const page = renderPage(
    [
      { ...sheep, block: { by: { authors: 8 }, date: 'May 26 2' } },
      { ...milk, block: { by: { organisation: 'dairy Dairy' }, date: 'Dec 1, 2023' } },
    ],
    'blocks below the abstracts',
  );
  expect(parse(page)).toEqual({
    rows: [
      {
        title: `13:1 ${sheep.title}`,
        abstract: `15:1 ${sheep.abstract}`,
        authorCount: '17:3 8',
        comments: '19:1 2',
        date: '19:1 2025-05-26',
      },
      {
        title: `21:1 ${milk.title}`,
        abstract: `23:1 ${milk.abstract}`,
        organisation: '25:1 dairy Dairy',
        date: '27:1 2023-12-01',
      },
    ],
    findings: [],
  });
});

test.each(Object.keys(layouts) as Layout[])(
  'a page with %s means the same with other line ends',
  (layout) => {
    const page = renderPage([sheep, milk], layout);
    const { rows } = parse(page);
    expect(parse(page.replaceAll('\n', '\r\n')).rows).toEqual(rows);
    expect(parse(page.replaceAll('\n', '\r')).rows).toEqual(rows);
    expect(parse(`\uFEFF${page}\n\n`).rows).toEqual(rows);
  },
);

test.each([
  [
    'a question as a title',
    'What Is Sleep? What Is Rest? A View From Bed',
    'We ask both questions. The answers differ.',
  ],
  [
    'a title with a full stop inside',
    'Sheep and fences. A dataset of jumps',
    'This dataset has jumps. It is small.',
  ],
  ['a title that begins with Subscribe', 'Subscribers and Their Sheep', 'We ask subscribers. They answer.'],
  [
    'an abstract that ends with an address',
    'Sheep at Night',
    'We film sheep. Films are at https://sheep.example/films',
  ],
  ['an abstract of one sentence', 'Sheep in the Rain', 'Sheep that stand in the rain are wet.'],
  ['an abstract without a final stop', 'Wool', 'We knit. Our results show that this is hard Keywords: wool'],
  ['a title in sentence case', 'how sheep sleep', 'Nobody knows how they do it. We look.'],
])('tells %s', (_, title, abstract) => {
  const { rows } = parse(renderPage([sheep, { title, abstract }, milk], 'no blank lines'));
  expect(rows[1]).toEqual({ title: `5:1 ${title}`, abstract: `6:1 ${abstract}` });
});
