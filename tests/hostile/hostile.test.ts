/** Pages are data: whatever stands in a file is a finding that names it, at a bounded cost, and nothing of it runs. */
import { afterAll, describe, expect, test } from 'vitest';
import { checkContent } from '../../scripts/check/index.ts';
import { makeReport } from '../../src/contract/findings.ts';
import { measureProcessor } from '../fixtures/processor.ts';
import { sleepSurvey } from '../fixtures/sleep-survey.ts';
import { hostileCases } from './corpus.ts';

/** Of the processor. Most take some hundredth of it; what has no bound would take minutes. */
const mostMilliseconds = 5000;
const mostBytes = 256 * 1024 * 1024;

const kinds = Map.groupBy(hostileCases, ({ kind }) => kind);
const nameOf = ({ kind, name }: { kind: string; name: string }): string => `${kind}: ${name}`;

test('the corpus has at least 80 cases, and four or more of each kind', () => {
  expect(new Set(hostileCases.map(nameOf)).size).toBeGreaterThanOrEqual(80);
  for (const [kind, cases] of kinds) expect(new Set(cases.map(nameOf)).size, kind).toBeGreaterThanOrEqual(4);
});

describe.each([...kinds])('%s', (_, cases) => {
  test.each(cases)('$name in $file', ({ file, text, rule }) => {
    const survey = sleepSurvey({ [file]: text });
    const report = makeReport();
    const bytes = process.memoryUsage().heapUsed;
    expect(measureProcessor(() => checkContent(survey, report))).toBeLessThan(mostMilliseconds);
    expect(process.memoryUsage().heapUsed - bytes).toBeLessThan(mostBytes);
    const found = report.findings.filter((finding) => finding.file === file);
    expect(found.map(({ ruleId }) => ruleId)).toContain(rule);
    expect(report.findings.length).toBeLessThan(3000);
    for (const { line, column } of found) expect(Math.min(line, column)).toBeGreaterThanOrEqual(1);
  });
});

afterAll(() => expect(globalThis).not.toHaveProperty('pwned'));
