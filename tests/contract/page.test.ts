/** Reading a page: what it holds, where it stands, and how much of it is read at all. */
import { expect, test } from 'vitest';
import { makeReport, type Finding } from '../../src/contract/findings.ts';
import { readPage, type Page } from '../../src/contract/page.ts';

const path = 'papers/sleep/counting-sheep.mdx';
const head = '---\ntitle: Counting sheep\nchapter: sleep\nsection: Sheep\n---\n\n';

function read(source: string, at = path): { page: Page | undefined; findings: Finding[] } {
  const report = makeReport();
  return { page: readPage(at, source, report), findings: report.findings };
}

test('a page with an escape of a hidden character is found, and can still be read', () => {
  const { page, findings } = read(`${head.replace('Counting sheep', '"Counting\\u202e sheep"')}We count.\n`);
  expect(findings).toMatchObject([{ ruleId: 'text-visible', line: 2, column: 8 }]);
  expect(page?.data.title).toBe('Counting\u202e sheep');
});

test('the abstract ends at the first heading', () => {
  const { page, findings } = read(`${head}We count sheep.\n\nThey sleep.\n\n## Notes\n\nWhy?\n`);
  expect(findings).toEqual([]);
  expect(page?.abstract.map(({ type }) => type)).toEqual(['paragraph', 'paragraph']);
  expect(page?.body.map(({ type }) => type)).toEqual(['heading', 'paragraph']);
  expect(page?.source.slice(page.abstractRange.start, page.abstractRange.end)).toBe(
    'We count sheep.\n\nThey sleep.',
  );
});

test.each([
  ['a byte order mark', (source: string) => `\ufeff${source}`],
  ['line ends of Windows', (source: string) => source.replaceAll('\n', '\r\n')],
  ['no final line end', (source: string) => source.trimEnd()],
])('%s changes nothing', (_, change) => {
  const { page, findings } = read(change(`${head}We count sheep.\n`));
  expect(findings).toEqual([]);
  expect(page?.data).toEqual({ title: 'Counting sheep', chapter: 'sleep', section: 'Sheep' });
});

test.each([
  ['in the front matter', `${head.replace('Counting sheep', 'Counting $\\sheep$')}We count.\n`, 2, 18],
  ['in the abstract', `${head}We count $\\sheep$.\n`, 7, 11],
  ['in a block', `${head}We count\n\n$$\na + \\sheep\n$$\n`, 10, 5],
])('a formula that cannot be set is found at its command %s', (_, source, line, column) => {
  expect(read(source).findings).toMatchObject([{ ruleId: 'math-renders', line, column }]);
});

test.each([
  ['characters', 'sheep '.repeat(11_000), 'Unexpected size: 66061 characters'],
  ['lines', 'sheep\n'.repeat(2000), 'Unexpected size: 2007 lines'],
  ['marks', '* '.repeat(10_001), 'Unexpected size: 10007 marks such as *, [, { and -'],
])('file-bounded: a page of too many %s is not read', (_, body, message) => {
  const { page, findings } = read(head + body);
  expect(page).toBeUndefined();
  expect(findings).toMatchObject([{ ruleId: 'file-bounded', file: path, line: 1, column: 1, message }]);
});

test('ten megabytes are refused at once', () => {
  const source = head + '*['.repeat(5_000_000);
  const start = process.cpuUsage();
  expect(read(source).findings.map(({ ruleId }) => ruleId)).toEqual(['file-bounded']);
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(200);
});

test('a page of the longest abstract that people write, with notes, is well within bounds', () => {
  const sentence = 'We count $n^2$ sheep at *the* farm, and [the farm](https://example.org) sleeps.\n';
  const note = '<Note on="the farm">\n  Is it `so`?\n</Note>\n\n';
  expect(read(`${head}${sentence.repeat(60)}\n## Notes\n\n${note.repeat(100)}`).findings).toEqual([]);
});
