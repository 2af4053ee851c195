/** Ways to correct a page, in the repository where the survey is edited. */
import { isAbsolute, relative, sep } from 'node:path';
import type { PaperEntry, SurveyEntry } from './entries.ts';
import { settings } from './settings.ts';
import { strings } from './strings.ts';
import type { LinkView } from './site-view.ts';

export type FixView = {
  /** The page's file in the editor of the repository. */
  edit: string;
  /** The form of its issues, a link a field, each with what the page says now. */
  report: LinkView[];
};

/** Where the survey is edited. */
type Repository = Partial<Pick<SurveyEntry, 'repository' | 'branch'>>;

/** Fields that the form is offered for, those too that a page lacks: `field` of the form is one of them. */
const fields = [
  ...(['title', 'abstract', 'authors', 'year', 'venue', 'arxiv', 'doi', 'section', 'method'] as const),
  ...(['contribution', 'benchmarks', 'code', 'headline'] as const),
];
type Field = (typeof fields)[number];

/** The form's file, `.github/ISSUE_TEMPLATE/fix-record.yml`; its fields are filled in by their ids. */
const form = 'fix-record.yml';

/** `undefined` where the survey names no repository. */
export function toPaperFix({ slug, data, title }: PaperEntry, survey: Repository): FixView | undefined {
  const edit = toEditor(`papers/${data.chapter}/${slug}.mdx`, survey);
  if (edit === undefined) return undefined;
  const report = fields.map((field) => ({
    label: strings.aboutPage.fields[field],
    href: toForm(survey, {
      title: strings.fix.issue(title.text),
      slug,
      field,
      wrong: field === 'abstract' ? '' : [data[field] ?? ''].flat().join('\n'),
    }),
  }));
  return { edit, report };
}

/** A file of the content in the editor of the repository. @param path from the folder of the content */
export function toEditor(path: string, { repository, branch = 'main' }: Repository): string | undefined {
  if (repository === undefined) return undefined;
  const address = [branch, ...readFolder(settings).split('/'), ...path.split('/')].map(encodeURIComponent);
  return `${trim(repository)}/edit/${address.join('/')}`;
}

type FormFields = { title: string; slug: string; field: Field; wrong: string };

function toForm({ repository = '' }: Repository, values: FormFields): string {
  const filled = Object.entries({ template: form, ...values }).filter(([, value]) => value !== '');
  return `${trim(repository)}/issues/new?${new URLSearchParams(filled)}`;
}

/** The folder of the content in its repository; a survey that is built from elsewhere has it where this one has it. */
function readFolder({ root, content }: Pick<typeof settings, 'root' | 'content'>): string {
  const folder = relative(root, content).split(sep).join('/');
  return folder.startsWith('..') || isAbsolute(folder) ? 'content' : folder;
}

const trim = (address: string): string => address.replace(/(?:\.git)?\/*$/, '');
