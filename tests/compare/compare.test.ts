import { expect, test } from 'vitest';
import { compareStates, type Comparison, type State } from '../../scripts/compare/compare.ts';
import { listDifferences } from '../../scripts/compare/differences.ts';
import { readContent } from '../../scripts/content.ts';
import { makeReport } from '../../src/contract/findings.ts';
import { sleepSurvey } from '../fixtures/sleep-survey.ts';

const sheep = 'papers/sleep/sheep.mdx';
const page = (body: string, more = ''): string =>
  `---\ntitle: Sheep\nchapter: sleep\nsection: Sheep\n${more}---\n\n${body}\n`;

function toState(files: Record<string, string>, without: readonly string[] = []): State {
  const all = sleepSurvey(files);
  for (const path of without) all.delete(path);
  return { files: all, content: readContent(all, makeReport()) };
}

const compare = (
  before: Record<string, string>,
  after: Record<string, string>,
  without?: string[],
): Comparison => compareStates(toState(before), toState(after, without));

test.each([
  [['a', 'b', 'c'], ['a', 'x', 'c'], [{ before: 'b', after: 'x' }]],
  [['a', 'b'], ['b'], [{ before: 'a' }]],
  [[], ['a', 'b'], [{ after: 'a' }, { after: 'b' }]],
  [['a', 'b', 'c', 'd'], ['a', 'x', 'y', 'd', 'e'], [{ before: 'b', after: 'x' }, { before: 'c', after: 'y' }, { after: 'e' }]],
  [['a', 'a'], ['a'], [{ before: 'a' }]],
  [['a'], ['a'], []],
])('%j and %j differ', (before, after, expected) => {
  expect(listDifferences(before, after)).toEqual(expected);
}); // prettier-ignore

test('the same survey has nothing to say', () => {
  expect(compare({}, {})).toEqual({ added: [], changed: [], removed: [], unreadable: [], others: [] });
});

test('every formula that changed stands there before and after, those of fields and notes too', () => {
  const before = page('A $x^2$ and $y$.\n\n## Notes\n\nOf $z$.', 'headline: It is $a$.\n');
  const after = page('A $x^3$ and $y$ and $w$.\n\n## Notes\n\nOf $\\zeta$.', 'headline: It is $b$.\n');
  expect(compare({ [sheep]: before }, { [sheep]: after }).changed).toEqual([
    {
      path: sheep,
      title: 'Sheep',
      fields: [{ field: 'headline', before: 'It is $a$.', after: 'It is $b$.' }],
      prose: ['abstract', 'notes'],
      formulas: [
        { before: 'a', after: 'b' },
        { before: 'x^2', after: 'x^3' },
        { after: 'w' },
        { before: 'z', after: '\\zeta' },
      ],
    },
  ]);
});

test('a paper that came, one that went, one that was withdrawn', () => {
  const goats = { 'papers/sleep/goats.mdx': page('Goats.').replace('Sheep', 'Goats') };
  expect(compare({}, goats).added).toEqual([{ path: 'papers/sleep/goats.mdx', title: 'Goats' }]);
  expect(compare(goats, {}).removed).toEqual([{ path: 'papers/sleep/goats.mdx', title: 'Goats' }]);
  const record = { slug: 'goats', title: 'Goats', abstract: '', sightings: [], withdrawn: { why: 'asked' } };
  const withdrawn = { 'records/goats.json': `${JSON.stringify(record)}\n` };
  expect(compare(goats, withdrawn).removed).toEqual([
    { path: 'papers/sleep/goats.mdx', title: 'Goats', why: 'asked' },
  ]);
});

test('a page that moved or was renamed is the same page', () => {
  const moved = compare({ [sheep]: page('A.') }, { 'papers/dreams/sheep.mdx': page('A.').replace('chapter: sleep', 'chapter: dreams') }); // prettier-ignore
  expect(moved).toMatchObject({
    added: [],
    removed: [],
    changed: [
      { movedFrom: sheep, fields: [{ field: 'chapter', before: 'sleep', after: 'dreams' }], formulas: [] },
    ],
  });
  const renamed = compare(
    { [sheep]: page('A.') },
    { 'papers/sleep/ewes.mdx': page('A.', 'aliases: [sheep]\n') },
  );
  expect(renamed).toMatchObject({ added: [], removed: [], changed: [{ movedFrom: sheep, fields: [] }] });
});

test('a page that cannot be read any more is not called removed', () => {
  const broken = compare({ [sheep]: page('A.') }, { [sheep]: 'no front matter' });
  expect(broken).toMatchObject({ removed: [], unreadable: [sheep] });
});

test('chapters and the glossary are compared, other files are named', () => {
  const before = { 'glossary.yml': '- { id: nap, term: nap, definition: "$n$ winks" }\n' };
  const after = {
    'glossary.yml': '- { id: nap, term: nap, definition: "$m$ winks" }\n',
    'listings/flock.txt': 'x',
  };
  const { changed, others } = compare(before, after);
  expect(changed).toEqual([
    {
      path: 'glossary.yml',
      title: 'Glossary',
      fields: [{ field: 'nap', before: 'nap: $n$ winks', after: 'nap: $m$ winks' }],
      prose: [],
      formulas: [{ before: 'n', after: 'm' }],
    },
  ]);
  expect(others).toEqual(['listings/flock.txt']);
});
