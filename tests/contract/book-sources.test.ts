/** A build tells which of the books beside it are older than the content. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { checkBooksCurrent, commonSources, digestSources } from '../../src/contract/book-sources.ts';
import { makeReport } from '../../src/contract/findings.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const files = {
  'survey.yml': 'title: Tides',
  'about.mdx': 'Preface',
  'chapters/tides.mdx': 'Tides rise.',
  'papers/tides/moon.mdx': 'The moon',
  'chapters/knots.mdx': 'Knots hold.',
  'papers/knots/bowline.mdx': 'The bowline',
};

const of = (some: Record<string, string>) => ({
  paths: Object.keys(some),
  read: (path: string) => some[path],
  sha256,
});
const books = [
  { id: 'tides', own: ['chapters/tides.mdx', 'papers/tides/moon.mdx'] },
  { id: 'knots', own: ['chapters/knots.mdx', 'papers/knots/bowline.mdx'] },
  { id: 'book', own: Object.keys(files) },
].map(({ id, own }) => ({
  id,
  file: `${id}.pdf`,
  content: digestSources([...commonSources, ...own], of(files)),
}));

test.each([
  ['nothing', {}, []],
  ['a paper', { 'papers/tides/moon.mdx': 'The sun' }, ['tides.pdf', 'book.pdf']],
  ['a narrative', { 'chapters/knots.mdx': 'Knots slip.' }, ['knots.pdf', 'book.pdf']],
  ['a new paper', { 'papers/knots/reef.mdx': 'The reef' }, ['knots.pdf', 'book.pdf']],
  ['the preface', { 'about.mdx': 'Foreword' }, ['book.pdf']],
  ['the glossary', { 'glossary.yml': '[]' }, ['tides.pdf', 'knots.pdf', 'book.pdf']],
  ['what no book holds', { 'venues.yml': '[]' }, []],
])('where %s has changed, the books that hold it are told', (_, change, expected) => {
  const report = makeReport();
  checkBooksCurrent(books, of({ ...files, ...change }), report);
  expect(report.findings.map(({ ruleId, file }) => `${ruleId} ${file}`)).toEqual(
    expected.map((file) => `book-current ${file}`),
  );
});
