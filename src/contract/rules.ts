/**
 * The rules of the checker. An id says what holds when the rule passes; `docs/rules.md` has a heading for each, with a
 * good and a bad example that the tests run.
 */
export const rules = {
  'front-matter-valid': { severity: 'error', summary: 'Front matter is YAML and fits the schema.' },
  'file-bounded': { severity: 'error', summary: 'A file is small enough to be read by people.' },
  'text-visible': { severity: 'error', summary: 'Text holds no characters that cannot be seen.' },
  'markdown-parses': { severity: 'error', summary: 'The text can be read as Markdown of the page dialect.' },
  'nesting-bounded': { severity: 'error', summary: 'Text is nested as people nest it.' },
  'page-is-data': { severity: 'error', summary: 'A page holds no import, export, expression or raw HTML.' },
  'component-known': {
    severity: 'error',
    summary: 'Components and their properties are those of the dialect.',
  },
  'link-safe': { severity: 'error', summary: 'Links and images lead to addresses that a reader can trust.' },
  'math-renders': { severity: 'error', summary: 'KaTeX can set every formula.' },
  'abstract-present': { severity: 'error', summary: 'A page has an abstract before its first heading.' },
  'heading-levels': { severity: 'error', summary: 'Headings start at ## and go down one level at a time.' },
  'chapter-matches-folder': { severity: 'error', summary: 'A page lies in the folder of its chapter.' },
  'section-known': { severity: 'error', summary: 'The section is one of its chapter.' },
  'chapter-known': { severity: 'error', summary: 'A chapter that is named exists.' },
  'also-elsewhere': { severity: 'error', summary: 'The list also names other chapters, each once.' },
  'reference-resolves': { severity: 'error', summary: 'A paper, work or term that is named exists.' },
  'note-passage-found': {
    severity: 'error',
    summary: 'The passage that a note stands on is in the abstract.',
  },
  'filing-confident': {
    severity: 'warning',
    summary: 'Where the program was in doubt, a person decided where the paper belongs.',
  },
  'slug-unique': { severity: 'error', summary: 'A slug or an alias names one page.' },
  'slug-valid': {
    severity: 'error',
    summary: 'File names of pages and chapters are lower-case ASCII words joined by hyphens.',
  },
  'paper-unique': { severity: 'warning', summary: 'A paper has one page and one record.' },
  'paper-similar': { severity: 'warning', summary: 'No two abstracts say the same.' },
  'year-plausible': { severity: 'warning', summary: 'The year is the one that the arXiv id tells.' },
  'record-has-page': {
    severity: 'error',
    summary: 'Every record that is not withdrawn has a page, and a page a record.',
  },
  'record-valid': { severity: 'error', summary: 'Records are as the generator wrote them.' },
  'edit-conflict': {
    severity: 'warning',
    summary: 'People and the generator did not change the same words.',
  },
  'site-address-own': {
    severity: 'error',
    summary: 'A survey that is published says where.',
  },
  'survey-valid': { severity: 'error', summary: 'survey.yml fits its schema.' },
  'facts-valid': { severity: 'error', summary: 'Facts fit their schema.' },
  'fact-unique': { severity: 'error', summary: 'A paper has one block of facts.' },
  'glossary-valid': { severity: 'error', summary: 'glossary.yml fits its schema.' },
  'term-unique': { severity: 'error', summary: 'A term stands in the glossary once.' },
  'benchmarks-valid': { severity: 'error', summary: 'benchmarks.yml fits its schema.' },
  'venues-valid': { severity: 'error', summary: 'venues.yml fits its schema.' },
  'settlement-found': { severity: 'error', summary: 'What settled.yml says was settled stands on the page.' },
  'references-valid': { severity: 'error', summary: 'references.bib is BibTeX.' },
  'capture-dated': { severity: 'error', summary: 'Every listing has a row in captures.yml.' },
  'listing-understood': { severity: 'warning', summary: 'Every part of a listing was understood.' },
  'issue-form-whole': {
    severity: 'error',
    summary:
      'An issue to apply is one of our forms, with every heading once and every answer that is asked for.',
  },
  'issue-applies': {
    severity: 'error',
    summary: 'What an issue says fits the survey, and changes nothing but what it names.',
  },
  'listing-format-known': {
    severity: 'error',
    summary: 'The format of a listing is one that Scholium reads.',
  },
  'file-readable': { severity: 'error', summary: 'A file that is named can be read as UTF-8 text.' },
  'file-place-known': {
    severity: 'error',
    summary: 'The content folder holds only files that have a place in the model.',
  },
  'filter-line-valid': {
    severity: 'error',
    summary: 'Every line on standard input is a JSON object with the fields needed.',
  },
  'site-page-present': {
    severity: 'error',
    summary: 'The built site has a page for every page of the survey.',
  },
  'site-link-resolves': {
    severity: 'error',
    summary: 'Every internal link and anchor of the built site resolves.',
  },
  'site-math-clean': { severity: 'error', summary: 'No page of the built site shows a formula error.' },
  'site-page-whole': {
    severity: 'error',
    summary: 'Every page of the built site has one h1, a title and text.',
  },
  'book-text-set': { severity: 'error', summary: 'Books can set every node and formula of a text.' },
  'book-paper-present': { severity: 'error', summary: 'A book holds every paper, with its title and words.' },
  'book-outline-whole': { severity: 'error', summary: 'The outline of a book is its headings.' },
  'book-link-resolves': { severity: 'error', summary: 'Every link of a book leads somewhere.' },
  'book-font-embedded': { severity: 'error', summary: 'The fonts of a book are in its file.' },
  'book-glyph-present': { severity: 'error', summary: 'Every character of a book has a glyph.' },
  'book-accessible': {
    severity: 'error',
    summary: 'A book has tags, a language, a title, and words for each formula and figure.',
  },
  'book-well-formed': { severity: 'error', summary: 'An EPUB is a zip of well-formed XML.' },
  'book-current': { severity: 'warning', summary: 'A book on the site was made of what the site shows.' },
  'book-length-plausible': { severity: 'error', summary: 'A book is about as long as its papers ask for.' },
} as const satisfies Record<string, { severity: 'error' | 'warning'; summary: string }>;

export type RuleId = keyof typeof rules;
