import { expect, test } from 'vitest';
import { correctPage } from '../../scripts/issue/correct.ts';
import { findPassage } from '../../scripts/issue/passage.ts';
import { apply } from '../../scripts/pipeline/add-papers.ts';
import { readForm } from '../../scripts/parse/read-issue.ts';
import { readContent } from '../../scripts/content.ts';
import { makeReport, type Finding } from '../../src/contract/findings.ts';
import { sleepSurvey } from '../fixtures/sleep-survey.ts';
import { renderForm } from './render-form.ts';

const path = 'papers/sleep/sheep.mdx';
const page = `---
# Kept by hand.
title: Sheep
authors: [Ann Shepherd, "Lamb, Jr."]
year: 2023
chapter: sleep
section: Sheep
aliases: [ewes]
---

We count $n$ sheep and
then count goats. They sleep, they sleep.

## Notes

<Note on="count goats">Goats are counted once.</Note>
`;
const survey = (more: Record<string, string> = {}): Map<string, string> =>
  sleepSurvey({ [path]: page, ...more });

function correct(answers: Record<string, string>, files = survey()) {
  const report = makeReport();
  const body = renderForm('fix-record', { slug: 'sheep', source: 'a library', ...answers });
  const issue = readForm('issue.md', body, report);
  if (issue?.form !== 'fix-record') throw new Error('no form');
  const { pages } = readContent(files, makeReport());
  const changes = correctPage(issue.answers, pages, files, { file: 'issue.md', report });
  return { changes, after: apply(files, changes), findings: report.findings };
}

test.each([
  ['a number', { field: 'year', wrong: '2023', right: '2024' }, 'year: 2023', 'year: 2024'],
  ['a list, one a line', { field: 'authors', wrong: 'Ann Shepherd\nLamb, Jr.', right: 'Ann Shepherd\nLamb, Jr.\nBo Peep' }, 'authors: [Ann Shepherd, "Lamb, Jr."]', 'authors: [Ann Shepherd, "Lamb, Jr.", Bo Peep]'],
  ['a field that was not there', { field: 'venue', wrong: '', right: 'ICML 2024' }, 'year: 2023\n', 'year: 2023\nvenue: ICML 2024\n'],
  ['a field that should not be there', { field: 'year', wrong: '2023', right: '' }, 'year: 2023\n', ''],
  ['words that look like YAML', { field: 'title', wrong: 'Sheep', right: 'Sheep: [a] #1 "x"' }, 'title: Sheep', `title: 'Sheep: [a] #1 "x"'`],
  ['words of the abstract, across a line end', { field: 'abstract', wrong: 'sheep and then', right: 'sheep, then' }, 'sheep and\nthen', 'sheep, then'],
  ['a formula', { field: 'abstract', wrong: '$n$', right: '$n^2$' }, '$n$', '$n^2$'],
])('%s is corrected, and nothing else', (_, answers, was, is) => {
  const { changes, findings } = correct(answers);
  expect(findings).toEqual([]);
  expect([...changes]).toEqual([[path, page.replace(was, is)]]);
}); // prettier-ignore

test.each(['https://survey.example.org/papers/sheep/', 'https://x.museum/base/papers/sheep.md', 'content/papers/sleep/sheep.mdx', 'ewes'])(
  'the page can be named %s',
  (slug) => expect(correct({ slug, field: 'year', wrong: '2023', right: '2024' }).changes.has(path)).toBe(true),
); // prettier-ignore

test('a corrected formula is settled with its source, and the rows of before stay', () => {
  const settled = '# Why.\n- { paper: sheep, text: goats, why: they are }\n';
  const { after, findings } = correct(
    { field: 'abstract', wrong: '$n$', right: '$n^{2}$', source: 'https://a.museum/paper' },
    survey({ 'settled.yml': settled }),
  );
  expect(findings).toEqual([]);
  expect(after.get('settled.yml')).toBe(
    `${settled}- paper: sheep\n  text: $n^{2}$\n  why: corrected by a reader, and read at the source\n  source: https://a.museum/paper\n`,
  );
  expect(readContent(after, makeReport()).settlements).toHaveLength(2);
  const first = correct({ field: 'abstract', wrong: '$n$', right: '$m$', source: 'https://a.museum/' }, survey({ 'settled.yml': '# Why.\n[]\n' })); // prettier-ignore
  expect(readContent(first.after, makeReport()).settlements.map(({ value }) => value.text)).toEqual(['$m$']);
});

test.each([
  ['an unknown page', { slug: 'sheeps', field: 'year', wrong: '2023', right: '2024' }, 'Unexpected page "sheeps"', 'Did they mean "sheep"?'],
  ['a path out of the folder', { slug: '../../../etc/passwd', field: 'year', wrong: '2023', right: '2024' }, 'Unexpected page "../../../etc/passwd"', undefined],
  ['an unknown field', { field: 'constructor', wrong: 'x', right: 'y' }, 'Unexpected field "constructor"', undefined],
  ['a value that is not there', { field: 'year', wrong: '2022', right: '2024' }, 'Unexpected value of "year"', undefined],
  ['words that are not there', { field: 'abstract', wrong: 'yaks', right: 'goats' }, 'Unexpected words: they are not in the abstract', undefined],
  ['words that are there twice', { field: 'abstract', wrong: 'they sleep', right: 'they rest' }, undefined, undefined],
  ['words that are there too often', { field: 'abstract', wrong: 'count', right: 'tell' }, 'Unexpected words that stand 2 times in the abstract', 'Give more of the words round them.'],
  ['words of a note', { field: 'abstract', wrong: 'Goats are counted', right: 'x' }, 'Unexpected words: they are not in the abstract', undefined],
  ['a heading', { field: 'abstract', wrong: 'They sleep,', right: 'They\n\n## Notes\n\nsleep,' }, 'Unexpected text: it would change more than the issue names', undefined],
  ['a list', { field: 'abstract', wrong: 'They sleep,', right: 'They\n\n- sleep' }, 'Unexpected text: it would change more than the issue names', undefined],
  ['a component', { field: 'abstract', wrong: 'They sleep,', right: '<Note on="sheep">x</Note>' }, 'Unexpected text: it would change more than the issue names', undefined],
])('%s is refused', (_, answers, message, hint) => {
  const { changes, findings } = correct(answers);
  if (message === undefined) return expect(changes.size).toBe(1);
  expect([...changes]).toEqual([]);
  expect(findings).toMatchObject([{ ruleId: 'issue-applies', message, ...(hint ? { hint } : {}) }]);
}); // prettier-ignore

test.each([
  ['an expression', 'abstract', 'They sleep,', '{process.exit()}', 'page-is-data'],
  ['a program', 'abstract', 'They sleep,', 'They\n\nimport x from "y"\n\nsleep,', 'page-is-data'],
  ['HTML', 'abstract', 'They sleep,', '<script src="https://a.museum"></script>', 'component-known'],
  ['an open tag', 'abstract', 'They sleep,', '<div>', 'markdown-parses'],
  ['a picture', 'abstract', 'They sleep,', '![x](https://a.museum/x.png)', 'page-is-data'],
  ['a link that runs', 'abstract', 'They sleep,', '[x](javascript:alert)', 'link-safe'],
  ['a formula that cannot be set', 'abstract', '$n$', '$\\frac{$', 'math-renders'],
  ['characters that cannot be seen', 'abstract', 'They sleep,', 'They\u202Esleep,', 'text-visible'],
  ['a year that is none', 'year', '2023', 'soon', 'front-matter-valid'],
  ['an address that is none', 'code', '', 'javascript:alert(1)', 'front-matter-valid'],
  ['an arXiv id that is none', 'arxiv', '', 'https://arxiv.org/abs/x', 'front-matter-valid'],
  ['no title', 'title', 'Sheep', '', 'front-matter-valid'],
  ['an expression in the title', 'title', 'Sheep', 'Sheep {x}', 'page-is-data'],
  ['a slug that is none', 'buildsOn', '', '../x', 'front-matter-valid'],
])('%s is a finding on the page, and nothing is changed', (_, field, wrong, right, rule) => {
  const { changes, findings } = correct({ field, wrong, right });
  expect([...changes]).toEqual([]);
  const first: Finding | undefined = findings.find(({ severity }) => severity === 'error');
  expect(first).toMatchObject({ ruleId: rule, file: path });
});

test.each([
  ['a b', 'a\n b a  b', [{ start: 0, end: 4 }, { start: 5, end: 9 }]],
  ['$x+1$ (.*)', 'y $x+1$ (.*)', [{ start: 2, end: 12 }]],
  ['.*', 'abc', []],
  ['', 'abc', []],
])('%j in %j', (words, text, ranges) => {
  expect(findPassage(text, words)).toEqual(ranges);
}); // prettier-ignore
