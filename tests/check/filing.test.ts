import { expect, test } from 'vitest';
import { makeReport } from '../../src/contract/findings.ts';
import { checkContent } from '../../scripts/check/index.ts';
import { sleepSurvey } from '../fixtures/sleep-survey.ts';

const filing = {
  chapter: 'sleep',
  section: 'Sheep',
  also: [],
  confidence: 0.41,
  evidence: [],
  next: { chapter: 'dreams', section: 'Nightmares' },
};

function check(record: object) {
  const all = {
    slug: 'counting-sheep',
    title: 'Counting sheep',
    abstract: '',
    sightings: [],
    filing,
    ...record,
  };
  const report = makeReport();
  checkContent(sleepSurvey({ 'records/counting-sheep.json': JSON.stringify(all) }), report);
  return report.findings;
}

test('names both places that a paper may belong to', () => {
  expect(check({})).toEqual([
    expect.objectContaining({
      file: 'papers/sleep/counting-sheep.mdx',
      line: 4,
      ruleId: 'filing-confident',
      severity: 'warning',
      message: 'Unexpected doubt where the paper belongs: the program is 41 % sure',
      expected:
        'a person who read the abstract and chose between "sleep", "Sheep" and "dreams", "Nightmares"',
    }),
  ]);
});

test.each([
  ['the program is sure', { filing: { ...filing, confidence: 0.5 } }],
  ['a person confirmed the place', { confirmed: ['chapter', 'section'] }],
  ['a person wrote the place', { edited: ['chapter', 'section'] }],
  ['a person moved it to another section and confirmed the chapter', { filing: { ...filing, section: 'Milk' }, confirmed: ['chapter'] }],
  ['a person moved it from another chapter', { filing: { ...filing, chapter: 'dreams', section: 'Nightmares' } }],
  ['nobody filed it by program', { filing: undefined }],
])('is silent where %s', (_, record) => {
  expect(check(record)).toEqual([]);
}); // prettier-ignore

test('a chapter alone that was confirmed leaves the section open', () => {
  expect(check({ confirmed: ['chapter'] })).toHaveLength(1);
});
