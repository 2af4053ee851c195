/**
 * The issue forms. `.github/ISSUE_TEMPLATE/<form>.yml` asks for the same fields under the same labels (a test), and GitHub
 * renders what was answered under them.
 */

export type Field = { id: string; label: string; required?: true };

/** In the order of the form. */
export const forms = {
  'fix-record': [
    { id: 'slug', label: 'Which page?', required: true },
    { id: 'field', label: 'What of it is wrong?', required: true },
    { id: 'wrong', label: 'What stands there now?' },
    { id: 'right', label: 'What should stand there?' },
    { id: 'source', label: 'Where can that be read?', required: true },
  ],
  'add-paper': [
    { id: 'identifier', label: 'arXiv id, DOI or address', required: true },
    { id: 'title', label: 'Title', required: true },
    { id: 'authors', label: 'Authors' },
    { id: 'year', label: 'Year of the first preprint' },
    { id: 'abstract', label: 'Abstract', required: true },
    { id: 'why', label: 'Why does it belong here?' },
  ],
} as const satisfies Record<string, readonly Field[]>;

export type FormName = keyof typeof forms;
export type FieldId<F extends FormName> = (typeof forms)[F][number]['id'];

/** Fields of a page that a form can correct; another chapter is another file, and takes a pull request. */
export const correctable = [
  'abstract', 'title', 'authors', 'year', 'venue', 'arxiv', 'doi', 'openreview', 'code', 'repository', 'section', 'also',
  'method', 'contribution', 'benchmarks', 'buildsOn', 'headline',
] as const; // prettier-ignore
export type Correctable = (typeof correctable)[number];
