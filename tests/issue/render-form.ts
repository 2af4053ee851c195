/** The body of an issue, as GitHub renders what was answered to a form. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { FormName } from '../../scripts/parse/issue-forms.ts';
import { root } from '../fixtures/folders.ts';

export type FormField = {
  type: string;
  id?: string;
  attributes: { label: string; options?: string[]; render?: string };
  validations?: { required?: boolean };
};

export function readTemplate(form: FormName): FormField[] {
  const source = readFileSync(path.join(root, `.github/ISSUE_TEMPLATE/${form}.yml`), 'utf8');
  return (parse(source) as { body: FormField[] }).body.filter(({ type }) => type !== 'markdown');
}

/** @param answers by the ids of the fields */
export function renderForm(form: FormName, answers: Record<string, string>): string {
  return readTemplate(form)
    .map(({ id = '', attributes: { label, render } }) => {
      const answer = answers[id] ?? '';
      const shown = render && answer ? `\`\`\`${render}\n${answer}\n\`\`\`` : answer || '_No response_';
      return `### ${label}\n\n${shown}`;
    })
    .join('\n\n');
}
