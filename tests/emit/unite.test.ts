/** Two records found to be one paper: nothing that people wrote on either page is lost, and a second time changes nothing. */
import { expect, test } from 'vitest';
import { uniteRecords } from '../../scripts/emit/unite.ts';
import { readContent } from '../../scripts/content.ts';
import { makeReport } from '../../src/contract/findings.ts';
import { inventPapers } from '../fixtures/flock-survey.ts';
import { keepSurvey, snapshot, type KeptSurvey } from '../pipeline/kept-survey.ts';

const [keep, drop] = ['counting-slow-sheep-at-the-meadow', 'counting-slow-goats-at-the-harbour'] as const;

function makeSurvey(): KeptSurvey {
  const survey = keepSurvey(inventPapers(3));
  survey.run();
  const edit = (venue: string, works: string, notes: string) => (source: string) =>
    source.replace('chapter:', `venue: ${venue}\nchapter:`).replace('It works', works) +
    `\n## Notes\n\n${notes}\n`;
  survey.edit(keep, edit('SLEEP 2020', 'It works well', 'Of the sheep.'));
  survey.edit(drop, edit('BED 2020', 'It may work', 'Of the goats.'));
  survey.edit(drop, (source) => source.replace('chapter:', 'method: NAP\nchapter:'));
  survey.run();
  return survey;
}

function unite({ files }: KeptSurvey): [string, string | null][] {
  const { records, pages } = readContent(files, makeReport());
  return [...uniteRecords(records.get(keep)!, records.get(drop)!, pages).changes];
}

function apply({ files }: KeptSurvey, changes: readonly [string, string | null][]): void {
  for (const [name, text] of changes) {
    if (text === null) files.delete(name);
    else files.set(name, text);
  }
}

test('one page has the notes of both, and the other address leads to it', () => {
  const survey = makeSurvey();
  apply(survey, unite(survey));
  expect(survey.paths()).toHaveLength(2);
  const source = survey.files.get(survey.pathOf(keep));
  expect(source).toMatch(/Of the sheep\.\n\n## Notes\n\nOf the goats\.\n$/);
  expect(survey.page(keep).data.aliases).toEqual([drop]);
});

test('neither ingesting nor generating brings the other back', () => {
  const survey = makeSurvey();
  apply(survey, unite(survey));
  survey.run();
  const once = snapshot(survey);
  survey.run();
  expect(snapshot(survey)).toEqual(once);
  expect(survey.paths()).toHaveLength(2);
  expect(survey.files.get(survey.pathOf(keep))).toContain('Of the goats.');
  expect(survey.page(keep).data).toMatchObject({ venue: 'SLEEP 2020', method: 'NAP' });
});

test('what people wrote on both pages is a finding that names both, until it is settled', () => {
  const survey = makeSurvey();
  apply(survey, unite(survey));
  survey.run();
  const path = survey.pathOf(keep);
  const found = survey.check().filter(({ ruleId }) => ruleId === 'edit-conflict');
  expect(found).toMatchObject([
    {
      file: path,
      line: 3,
      message: 'Unexpected change of "venue" on both sides: the page has "SLEEP 2020"',
      expected: `the page ${drop}, merged into it, had "BED 2020"`,
    },
    {
      file: path,
      message: expect.stringContaining('It works well'),
      expected: expect.stringContaining('It may work'),
    },
  ]);
  survey.generate({ isSettled: (slug) => slug === keep });
  expect(survey.check().filter(({ ruleId }) => ruleId === 'edit-conflict')).toEqual([]);
  expect(survey.run()).toEqual([]);
  expect(survey.page(keep).data.venue).toBe('SLEEP 2020');
});

test('uniting again after any number of writes ends in the same', () => {
  const whole = makeSurvey();
  const changes = unite(whole);
  apply(whole, changes);
  for (let count = 0; count < changes.length; count++) {
    const stopped = makeSurvey();
    apply(stopped, changes.slice(0, count));
    apply(stopped, unite(stopped));
    expect(snapshot(stopped), `stopped after ${count}`).toEqual(snapshot(whole));
  }
});
