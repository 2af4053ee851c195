import { expect, test } from 'vitest';
import { makeReport } from '../../src/contract/findings.ts';
import type { Entry } from '../../scripts/parse/entry.ts';
import { parseListing } from '../../scripts/parse/parse-listing.ts';
import { measureProcessor } from '../fixtures/processor.ts';

function parse(text: string): { fields: Record<string, unknown>[]; findings: string[] } {
  const report = makeReport();
  const entries = parseListing({ path: 'flock.bib', name: 'flock.bib', text }, '2025-01-31', report);
  return {
    fields: entries.map(toFields),
    findings: report.findings.map(
      ({ line, column, endLine, endColumn, message }) =>
        `${line}:${column}-${endLine}:${endColumn} ${message}`,
    ),
  };
}

function toFields(entry: Entry): Record<string, unknown> {
  const { listing: _, path: __, captured: ___, ...fields } = entry;
  return fields;
}

const flock = String.raw`% A flock.
@string{fold = {Proceedings of the Fold}}
@inproceedings{shepherd2023,
  title     = {{SheepCount}: {\"U}ber $\sqrt{n}$ {J}umps},
  author    = {Shepherd, Ann and G{\"o}del, Kurt and others},
  abstract  = "We count 5\% of
               the sheep. They jump.",
  booktitle = fold # { 2023},
  year = 2023, eprint = {2301.00001v2}, doi = {https://doi.org/10.1234/SHEEP.1},
  url = {https://openreview.net/forum?id=abcDEF_12}
}
`;

test('reads an entry, each field with its place; titles and abstracts stay LaTeX', () => {
  expect(parse(flock)).toEqual({
    fields: [
      {
        title: { value: String.raw`SheepCount: {\"U}ber $\sqrt{n}$ Jumps`, line: 4, column: 17 },
        authors: { value: ['Ann Shepherd', 'Kurt Gödel'], line: 5, column: 16 },
        abstract: { value: String.raw`We count 5\% of the sheep. They jump.`, line: 6, column: 16 },
        venue: { value: 'Proceedings of the Fold 2023', line: 8, column: 15 },
        year: { value: 2023, line: 9, column: 10 },
        arxiv: { value: '2301.00001', line: 9, column: 26 },
        doi: { value: '10.1234/SHEEP.1', line: 9, column: 48 },
        openreview: { value: 'abcDEF_12', line: 10, column: 10 },
        extra: {
          type: { value: 'paper-conference', line: 3, column: 1 },
          ids: { value: 'shepherd2023', line: 3, column: 1 },
          'container-title': { value: 'Proceedings of the Fold 2023', line: 8, column: 15 },
          URL: { value: 'https://openreview.net/forum?id=abcDEF_12', line: 10, column: 10 },
        },
      },
    ],
    findings: [],
  });
});

test('other line ends and a byte order mark change nothing', () => {
  expect(parse(`\uFEFF${flock.replaceAll('\n', '\r\n')}`)).toEqual(parse(flock));
});

test.each([
  ['eprint = {hep-th/9901001}', { arxiv: 'hep-th/9901001' }],
  ['journal = {arXiv preprint arXiv:2301.00001}', { arxiv: '2301.00001' }],
  ['journal = {CoRR}, url = {http://arxiv.org/abs/2301.00001v3}', { arxiv: '2301.00001' }],
  ['doi = {10.48550/arXiv.2301.00001}', { arxiv: '2301.00001', doi: '10.48550/arXiv.2301.00001' }],
  ['eprint = {7.1234}', {}],
  ['date = {2024-05-06}', { year: 2024 }],
  ['journal = {Journal of Sheep}', { venue: 'Journal of Sheep' }],
  ['author = {{The Sheep Team}}', { authors: ['The Sheep Team'] }],
])('reads %s', (field, expected) => {
  const { fields, findings } = parse(`@article{a,\n  title = {T},\n  ${field}\n}`);
  const { extra: _, ...own } = fields[0] ?? {};
  const values = Object.entries(own).map(([name, read]) => [name, (read as { value: unknown }).value]);
  expect(Object.fromEntries(values)).toEqual({ title: 'T', ...expected });
  expect(findings).toEqual([]);
});

test('an entry that cannot be read disturbs no other', () => {
  const text = [
    '@article{a, title = {First}}',
    '@article{b, title = {Open, year = 2020',
    '@article{c, title = {Third}, year = 99, doi = {none}} @article{d, title = {Fourth}}',
    'stray words',
    '@misc{e, year = 2020}',
  ].join('\n');
  const { fields, findings } = parse(text);
  expect(fields.map(({ title }) => title)).toEqual([
    { value: 'First', line: 1, column: 22 },
    { value: 'Third', line: 3, column: 22 },
    { value: 'Fourth', line: 3, column: 76 },
  ]);
  expect(findings).toEqual([
    '3:1-3:1 Unexpected BibTeX: Unterminated brace-value "Open, year = 2020\\n"',
    '2:1-2:39 Unexpected entry "@article{b, title = {Open, year = 2020"',
    '3:37-3:37 Unexpected year',
    '3:48-3:48 Unexpected doi',
    '4:1-4:12 Unexpected text "stray words"',
    '5:1-5:22 Unexpected entry "@misc{e, year = 2020}"',
  ]);
});

test.each([
  ['braces nested without end', `@article{a, title = ${'{'.repeat(5000)}`],
  ['names of nothing but braces', `@article{a, author = {${'{'.repeat(3000)}${'}'.repeat(3000)}}}`],
  ['an entry of 5 MB', `@article{a, title = {${'sheep '.repeat(800_000)}}}`],
  ['a thousand authors', `@article{a, title = {T}, author = {${'A B and '.repeat(1000)}C D}}`],
  ['keys of prototypes', '@string{__proto__ = {x}}\n@article{__proto__, constructor = {x}}'],
])('%s: a finding or an entry, in bounded time', (_, text) => {
  let found = 0;
  const parseAll = (): void => {
    const { fields, findings } = parse(text);
    found = fields.length + findings.length;
  };
  expect(measureProcessor(parseAll)).toBeLessThan(5000);
  expect(found).toBeGreaterThan(0);
});

test('a file of no known format is a finding', () => {
  const report = makeReport();
  expect(parseListing({ path: 'flock.xyz', name: 'flock.xyz', text: '<sheep/>' }, null, report)).toEqual([]);
  expect(report.findings.map(({ ruleId }) => ruleId)).toEqual(['listing-format-known']);
});
