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
  survey.edit(keep, (source) => `${source}\n## Notes\n\nOf the sheep.\n`);
  survey.edit(drop, (source) => `${source}\n## Notes\n\nOf the goats.\n`);
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
