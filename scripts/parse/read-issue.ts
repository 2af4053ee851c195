/**
 * The body of an issue as GitHub renders a form: `### Label`, an empty line, the answer; `_No response_` for none
 * (https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema).
 * Strangers wrote the answers, so a label that stands twice is refused: nobody can tell which of the two is the form's.
 */
import type { Point } from 'unist';
import type { Report } from '../../src/contract/findings.ts';
import { forms, type Field, type FieldId, type FormName } from './issue-forms.ts';

export type Answer = { text: string; place: Point };

export type Issue = {
  [F in FormName]: { form: F; answers: Partial<Record<FieldId<F>, Answer>> };
}[FormName];

/** @returns `undefined` after a finding where the text is no whole form */
export function readForm(file: string, source: string, report: Report): Issue | undefined {
  const lines = source
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .split('\n');
  const form = recogniseForm(lines);
  if (form === undefined) {
    report.add('issue-form-whole', file, undefined, {
      message: 'Unexpected text: it is none of our forms',
      expected: `the body of an issue made with one of the forms ${Object.keys(forms).join(', ')}`,
      hint: 'Save the body of the issue as it is, with its headings "### …".',
    });
    return undefined;
  }
  const heads = findHeads(lines, forms[form], file, report);
  const answers = heads && readAnswers(lines, forms[form], heads, file, report);
  return answers && ({ form, answers } as Issue);
}

const toHead = ({ label }: Field): string => `### ${label}`;

/** The form whose first heading comes first. */
function recogniseForm(lines: readonly string[]): FormName | undefined {
  const first = lines.find((line) => line.trim() !== '');
  return (Object.keys(forms) as FormName[]).find((form) => toHead(forms[form][0]) === first?.trimEnd());
}

/** The line of each field's heading, in the order of the form. */
function findHeads(
  lines: readonly string[],
  fields: readonly Field[],
  file: string,
  report: Report,
): number[] | undefined {
  const found = fields.map((field) =>
    lines.flatMap((line, index) => (line.trimEnd() === toHead(field) ? [index] : [])),
  );
  const before = report.findings.length;
  for (const [index, field] of fields.entries()) {
    const [at, second] = found[index]!;
    const previous = found[index - 1]?.[0] ?? -1;
    const wrong = at === undefined ? 'Missing' : second !== undefined ? 'Unexpected second' : at < previous ? 'Unexpected place of the' : undefined; // prettier-ignore
    if (wrong === undefined) continue;
    report.add(
      'issue-form-whole',
      file,
      { line: (second ?? at ?? 0) + 1, column: 1 },
      {
        message: `${wrong} heading "${toHead(field)}"`,
        expected: 'every heading of the form once, in its order',
        hint: 'If an answer holds the heading, ask who wrote it to say it otherwise; else save the body as it is.',
      },
    );
  }
  return report.findings.length > before ? undefined : found.map(([at]) => at ?? 0);
}

function readAnswers(
  lines: readonly string[],
  fields: readonly Field[],
  heads: readonly number[],
  file: string,
  report: Report,
): Record<string, Answer> | undefined {
  const answers: Record<string, Answer> = {};
  let whole = true;
  for (const [index, { id, label, required }] of fields.entries()) {
    const start = (heads[index] ?? 0) + 1;
    const answer = lines.slice(start, heads[index + 1] ?? lines.length);
    const text = unfence(answer.join('\n'));
    const first = answer.findIndex((line) => line.trim() !== '' && !/^`{3,}\w*$/.test(line.trim()));
    const place = { line: Math.min(start + 1 + Math.max(first, 1), lines.length), column: 1 };
    if (text !== '' && text !== '_No response_') answers[id] = { text, place };
    else if (required) {
      whole = false;
      report.add('issue-form-whole', file, place, {
        message: `Missing answer to "${label}"`,
        expected: 'an answer: the form asks for it',
        hint: 'Ask who wrote the issue.',
      });
    }
  }
  return whole ? answers : undefined;
}

/** A field with `render` comes between fences, so that Markdown in it is shown as it is written. */
function unfence(answer: string): string {
  const text = answer.trim();
  return (/^(`{3,})\w*\n([\s\S]*?)\n?\1$/.exec(text)?.[2] ?? text).trim();
}
