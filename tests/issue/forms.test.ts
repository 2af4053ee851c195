import { expect, test } from 'vitest';
import { correctable, forms, type FormName } from '../../scripts/parse/issue-forms.ts';
import { readForm } from '../../scripts/parse/read-issue.ts';
import { makeReport } from '../../src/contract/findings.ts';
import { frontMatterSchema } from '../../src/contract/schema.ts';
import { readTemplate, renderForm } from './render-form.ts';

test.each(Object.keys(forms) as FormName[])('the form %s asks for what the command reads', (form) => {
  const asked = readTemplate(form).map(({ id, attributes, validations }) => ({
    id,
    label: attributes.label,
    ...(validations?.required ? { required: true } : {}),
  }));
  expect(asked).toEqual(forms[form]);
});

test('every field of a page can be corrected, but those that a file of its own name decides', () => {
  const offered = readTemplate('fix-record').find(({ id }) => id === 'field')?.attributes.options;
  expect(offered).toEqual(correctable);
  const fields = Object.keys(frontMatterSchema.shape).filter(
    (field) => !['chapter', 'aliases'].includes(field),
  );
  expect([...correctable].sort()).toEqual([...fields, 'abstract'].sort());
});

const answers = { slug: 'sheep', field: 'year', wrong: '2023', right: '2024', source: 'https://a.museum/' };

test('answers are read with their places', () => {
  const report = makeReport();
  const issue = readForm('issue.md', renderForm('fix-record', answers), report);
  expect(report.findings).toEqual([]);
  expect(issue).toEqual({
    form: 'fix-record',
    answers: {
      slug: { text: 'sheep', place: { line: 3, column: 1 } },
      field: { text: 'year', place: { line: 7, column: 1 } },
      wrong: { text: '2023', place: { line: 12, column: 1 } },
      right: { text: '2024', place: { line: 18, column: 1 } },
      source: { text: 'https://a.museum/', place: { line: 23, column: 1 } },
    },
  });
});

test.each([
  ['line ends of Windows', (body: string) => body.replaceAll('\n', '\r\n')],
  ['white space around', (body: string) => `\n\n${body}   \n\n`],
])('%s change nothing', (_, change) => {
  const report = makeReport();
  const issue = readForm('issue.md', change(renderForm('fix-record', answers)), report);
  expect(Object.values(issue?.answers ?? {}).map(({ text }) => text)).toEqual(Object.values(answers));
});

test('no answer is none', () => {
  const { wrong: _, ...fewer } = answers;
  const issue = readForm('issue.md', renderForm('fix-record', fewer), makeReport());
  expect(Object.keys(issue?.answers ?? {})).toEqual(['slug', 'field', 'right', 'source']);
});

test.each([
  ['no form', 'Please mend the page of sheep.', 'Unexpected text: it is none of our forms', 1],
  ['nothing', '', 'Unexpected text: it is none of our forms', 1],
  ['half a form', '### Which page?\n\nsheep\n', 'Missing heading "### What of it is wrong?"', 1],
  [
    'no answer where one is asked for',
    renderForm('fix-record', { ...answers, source: '' }),
    'Missing answer to "Where can that be read?"',
    23,
  ],
  [
    'an answer that holds a heading of the form',
    renderForm('fix-record', { ...answers, wrong: '2023\n```\n\n### What should stand there?\n\n```\n1066' }),
    'Unexpected second heading "### What should stand there?"',
    21,
  ],
  [
    'headings in another order',
    renderForm('fix-record', answers)
      .replace('### What of it is wrong?', '### x')
      .replace('### Where can', '### What of it is wrong?\n\nyear\n\n### Where can'),
    'Unexpected place of the heading "### What stands there now?"',
    9,
  ],
])('%s is refused, with the place', (_, body, message, line) => {
  const report = makeReport();
  expect(readForm('issue.md', body, report)).toBeUndefined();
  const [first] = report.findings;
  expect(first).toMatchObject({
    ruleId: 'issue-form-whole',
    file: 'issue.md',
    message,
    line,
    severity: 'error',
  });
});
