import { expect, test } from 'vitest';
import { checkPublishing } from '../../scripts/check/publishing.ts';
import { makeReport } from '../../src/contract/findings.ts';
import { scholium } from '../pipeline/command-line.ts';
import { makeFolder } from '../fixtures/folders.ts';
import { sleepSurvey } from '../fixtures/sleep-survey.ts';

const survey = (site: string, repository: string): Map<string, string> =>
  new Map([['survey.yml', `title: Sleep\nsite: ${site}\nrepository: ${repository}\n`]]);

test.each([
  'https://survey.example.org/',
  'https://example.com/x',
  'http://localhost:4321/',
  'https://a.test/',
])('the host of %s belongs to nobody', (address) => {
  const report = makeReport();
  checkPublishing(survey(address, 'https://git.museum/survey'), report);
  expect(report.findings).toMatchObject([
    { ruleId: 'site-address-own', file: 'survey.yml', line: 2, column: 7, severity: 'error' },
  ]);
});

test('an address of one’s own passes, and a broken survey.yml is not found here', () => {
  const report = makeReport();
  checkPublishing(survey('https://sleep.museum/', 'https://git.museum/exampleton.org'), report);
  checkPublishing(new Map([['survey.yml', 'title: [']]), report);
  checkPublishing(new Map(), report);
  expect(report.findings).toEqual([]);
});

test('only who publishes is asked for it', () => {
  const dir = makeFolder(sleepSurvey());
  expect(scholium(['check', '--content', dir])).toMatchObject({ status: 0 });
  const publishing = scholium(['check', '--publish', '--content', dir]);
  expect(publishing.status).toBe(1);
  expect(publishing.stdout).toContain('survey.yml');
  expect(publishing.stdout).toContain('[site-address-own]');
});
