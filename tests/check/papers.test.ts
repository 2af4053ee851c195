/** One paper, one page: what two pages share is found, in whatever spelling; what only looks alike is not. */
import { expect, test } from 'vitest';
import { checkContent } from '../../scripts/check/index.ts';
import { makeReport } from '../../src/contract/findings.ts';
import { sleepSurvey } from '../fixtures/sleep-survey.ts';

const abstract =
  'Goats that climb a wall are weighed by a farmer who leaves early in the morning, long before the herd has come down to the harbour.';

const toPage = (title: string, front: string, text: string): string =>
  `---\ntitle: ${title}\nchapter: sleep\nsection: Sheep\n${front}---\n\n${text}\n`;

/** What is found on the second of two pages. */
function check(first: string, second: string): string[] {
  const report = makeReport();
  checkContent(
    sleepSurvey({ 'papers/sleep/goats.mdx': first, 'papers/sleep/weighing-goats.mdx': second }),
    report,
  );
  return report.findings.map(
    ({ ruleId, file, line, column }) => `${ruleId} ${file.replace(/^.*\//, '')}:${line}:${column}`,
  );
}

test.each([
  ['arXiv id', 'Goats', 'arxiv: "2001.00009"\n', 'arxiv: "2001.00009"\n', 5],
  ['DOI in other letters', 'Goats', 'doi: 10.1234/GOATS.1\n', 'doi: 10.1234/goats.1\n', 5],
  ['OpenReview id', 'Goats', 'openreview: aBcDeF123\n', 'openreview: aBcDeF123\n', 5],
  ['title in other letters, accents and stops', '"How Goats Clímb: a Study."', '', '', 2],
])('one %s of two pages is found at the second', (name, title, front, other, line) => {
  const isTitle = name.startsWith('title');
  const second = toPage(isTitle ? '"HOW goats climb; a study"' : 'Lambs', other, 'We count lambs.');
  expect(check(toPage(title, front, abstract), second)).toEqual([
    expect.stringMatching(new RegExp(`^paper-unique weighing-goats\\.mdx:${line}:`)),
  ]);
});

test.each([
  ['the same words', abstract, ['paper-similar weighing-goats.mdx:7:1']],
  ['nearly the same words', abstract.replace('early', 'late'), ['paper-similar weighing-goats.mdx:7:1']],
  ['the words in another order', abstract.split(' ').toReversed().join(' '), []],
])('two abstracts of %s', (_, text, found) => {
  expect(check(toPage('Goats', '', abstract), toPage('Lambs', '', text))).toEqual(found);
});
