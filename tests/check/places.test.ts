/** A finding stands where the person who edits the file sees it: in front matter, in formulas, in whatever file it is. */
import { expect, test } from 'vitest';
import { checkContent } from '../../scripts/check/index.ts';
import { makeReport } from '../../src/contract/findings.ts';
import { sleepSurvey } from '../fixtures/sleep-survey.ts';

const page = 'papers/sleep/counting-goats.mdx';
const toPage = (body: string, front = ''): string =>
  `---\ntitle: Counting goats\nchapter: sleep\nsection: Sheep\n${front}---\n\nWe count goats.\n${body}\n`;

const cases: [where: string, file: string, source: string][] = [
  ['a value of front matter', page, toPage('', 'year: ⟦soon⟧\n')],
  ['a key of front matter', page, toPage('', '⟦yaer⟧: 2020\n')],
  ['an item of a list', page, toPage('', 'also: [dreams, ⟦dream⟧]\n')],
  ['a list of lines', page, toPage('', 'buildsOn:\n  - counting-sheep\n  - ⟦counting-lambs⟧\n')],
  ['a formula of front matter', page, toPage('', 'headline: We need $⟦\\goats⟧$.\n')],
  ['a formula of quoted front matter', page, toPage('', 'headline: ⟦"We: $\\\\goats$."⟧\n')],
  ['a command of a formula', page, toPage('There are $a + ⟦\\goats⟧ + b$ of them.')],
  ['a formula behind signs that are two units long', page, toPage('🐐🐐 make $a + ⟦\\goats⟧$.')],
  ['a formula over two lines', page, toPage('There are $a +\n  ⟦\\goats⟧ + b$ of them.')],
  ['a displayed formula', page, toPage('\n$$\na +\n  ⟦\\goats⟧\n$$\n')],
  ['a formula in a list', page, toPage('\n## Notes\n\n- one\n- $a + ⟦\\goats⟧$')],
  ['a formula in a note', page, toPage('\n<Note on="goats">\n  There are $⟦\\goats⟧$.\n</Note>')],
  ['a formula in a table', page, toPage('\n## Notes\n\n| a | b |\n| - | - |\n| c | $x + ⟦\\goats⟧$ |')],
  [
    'a page with line ends of Windows',
    page,
    toPage('Two lines.\nThen $a + ⟦\\goats⟧$.').replaceAll('\n', '\r\n'),
  ],
  ['a citation', page, toPage('\n## Notes\n\nSee <Cite ⟦paper="counting-lambs"⟧ />.')],
  ['a link', page, toPage('See ⟦[it](javascript:goats)⟧.')],
  [
    'a formula of a chapter',
    'chapters/dreams.mdx',
    '---\ntitle: Dreams\nscope: x\nsections: [{ name: Nightmares }]\n---\n\nOf $a + ⟦\\goats⟧$.\n',
  ],
  [
    'a definition of the glossary',
    'glossary.yml',
    '- id: fence\n  term: fence\n  definition: Of $⟦\\goats⟧$ height.\n',
  ],
  ['a row of facts', 'facts/papers.yml', '- title: Counting goats\n  confirmations: 1\n  year: ⟦soon⟧\n'],
  ['the survey', 'survey.yml', 'title: Sleep\nreleased: ⟦soon⟧\n'],
];

test.each(cases)('a finding in %s stands on what is wrong', (_, file, marked) => {
  const [before = '', wrong = '', after = ''] = marked.split(/[⟦⟧]/);
  const report = makeReport();
  checkContent(sleepSurvey({ [file]: before + wrong + after }), report);
  const lines = before.split('\n');
  const place = { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
  const found = report.findings.filter((finding) => finding.file === file);
  expect(found.map(({ line, column }) => ({ line, column }))).toContainEqual(place);
  const [finding] = found.filter(({ line, column }) => line === place.line && column === place.column);
  expect(finding).toMatchObject({ endLine: place.line, endColumn: place.column + wrong.length });
});
