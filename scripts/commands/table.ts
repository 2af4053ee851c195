/** The commands, one row each; help, documentation and the command line are made from it. */
import { surveyFormats } from '../../src/contract/survey-files.ts';
import type { CommonOptions, Io } from './io.ts';

/** @returns whether there were no errors in the data */
export type Run = (
  options: CommonOptions & Record<string, unknown>,
  args: string[],
  io: Io,
) => Promise<boolean>;

export type CommandRow = {
  name: string;
  summary: string;
  arguments?: readonly { name: string; summary: string }[];
  options?: readonly { flags: string; summary: string; choices?: readonly string[] }[];
  /** Whether it writes to the content folder: then it holds the folder's lock while it runs. */
  writes?: true;
  load(): Promise<{ run: Run }>;
};

/** The same for all formats of books. */
const bookSelections = [
  { flags: '--chapter <ids...>', summary: 'these chapters' },
  { flags: '--book', summary: 'the whole survey' },
  { flags: '--papers <slugs>', summary: 'these papers, separated by commas' },
  { flags: '--from-list <file>', summary: 'the papers of a reading list: {"papers": ["slug", …]}' },
  { flags: '--section <name>', summary: 'a section' },
  { flags: '--stamp', summary: 'name the commit in the colophon' },
] as const;

const filterNote = 'JSON lines on standard input, JSON lines on standard output';

export const commandTable: readonly CommandRow[] = [
  {
    name: 'ingest',
    summary: 'Files and facts into records: what was read, merged, new, changed.',
    arguments: [{ name: '[files...]', summary: 'files below the listings folder (default: all)' }],
    writes: true,
    load: () => import('./ingest.ts'),
  },
  {
    name: 'generate',
    summary: 'Records into pages; what people edited stays.',
    arguments: [{ name: '[slugs...]', summary: 'with --keep: only the conflicts of these pages' }],
    options: [{ flags: '--keep', summary: 'settles conflicts: what stands on the pages is right' }],
    writes: true,
    load: () => import('./generate.ts'),
  },
  {
    name: 'new',
    summary: 'Adds papers: records and pages from what is given, unless the survey has them.',
    arguments: [
      {
        name: '<papers...>',
        summary:
          'arXiv ids, DOIs, addresses of either (asked of arXiv and Crossref); files: BibTeX, RIS, CSL-JSON, arXiv Atom, OpenReview JSON, JSON Lines, *.pasted.txt; - reads a title, an empty line and an abstract. What is given of one paper together becomes one page',
      },
    ],
    options: [
      { flags: '--offline', summary: 'ask no service: files and standard input only' },
      { flags: '--added <day>', summary: 'the day on which it was added (default: today)' },
    ],
    writes: true,
    load: () => import('./new.ts'),
  },
  {
    name: 'check',
    summary: 'Findings over the content, or with --dist over the built site.',
    arguments: [{ name: '[paths...]', summary: 'only findings in these files or folders' }],
    options: [
      {
        flags: '--format <name>',
        summary: 'how to print findings',
        choices: ['stylish', 'json', 'github', 'sarif'],
      },
      { flags: '--dist', summary: 'check the built site too' },
      { flags: '--publish', summary: 'check, too, whether the survey says where it is published' },
      { flags: '--fix', summary: 'mend what can be mended safely' },
      { flags: '--watch', summary: 'check again whenever a file changes' },
    ],
    load: () => import('./check.ts'),
  },
  {
    name: 'restore',
    summary: `Restores damaged titles and abstracts: ${filterNote}.`,
    load: () => import('./restore.ts'),
  },
  {
    name: 'classify',
    summary: `Files papers in chapters and sections: ${filterNote}.`,
    load: () => import('./classify.ts'),
  },
  {
    name: 'annotate',
    summary: `Says what papers do, and in which words: ${filterNote}.`,
    load: () => import('./annotate.ts'),
  },
  {
    name: 'search',
    summary: "The site's own search, in the terminal.",
    arguments: [{ name: '<query>', summary: 'what to look for; - reads one query a line' }],
    options: [
      { flags: '--json', summary: 'print a JSON array of {title, url, …}' },
      { flags: '--limit <count>', summary: 'how many results (default: 10)' },
    ],
    load: () => import('./search.ts'),
  },
  {
    name: 'export',
    summary: 'The survey as data, or as citations.',
    options: [
      {
        flags: '--format <name>',
        summary: 'jsonl (default) and csv have every field, the others what citations need',
        choices: surveyFormats,
      },
      { flags: '--chapter <id>', summary: 'only the papers of this chapter' },
      { flags: '--out <file>', summary: 'write to a file' },
    ],
    load: () => import('./export.ts'),
  },
  {
    name: 'pdf',
    summary: 'Chapters and the book as PDF: all of them, or what the options name.',
    options: [
      ...bookSelections,
      {
        flags: '--paper <size>',
        summary: 'the size of the pages (default: a4)',
        choices: ['a4', 'us-letter'],
      },
      { flags: '--out <dir>', summary: 'where to (default: dist-pdf)' },
    ],
    load: () => import('./pdf.ts'),
  },
  {
    name: 'epub',
    summary: 'Chapters and the book as EPUB: all of them, or what the options name.',
    options: [...bookSelections, { flags: '--out <dir>', summary: 'where to (default: dist-epub)' }],
    load: () => import('./epub.ts'),
  },
  {
    name: 'merge',
    summary: 'One site of the parts that npm run build -- --shard i/n made.',
    arguments: [{ name: '<folders...>', summary: 'the folders of all parts' }],
    load: () => import('./merge.ts'),
  },
  {
    name: 'stats',
    summary: 'Counts of listings, entries, records, pages, restorations, doubts.',
    options: [
      { flags: '--json', summary: 'print one JSON object' },
      { flags: '--facts', summary: 'list facts with no public source or a single confirmation' },
      {
        flags: '--sample <count>',
        summary:
          'a reproducible sample to read and judge: so many papers, links between papers, and claims that cite',
      },
      { flags: '--of <kind>', summary: 'with --sample: only these', choices: ['papers', 'links', 'claims'] },
      { flags: '--seed <text>', summary: 'what the sample is drawn from (default: the version)' },
    ],
    load: () => import('./stats.ts'),
  },
  {
    name: 'withdraw',
    summary: 'Takes a page out of the survey; its address says so.',
    arguments: [{ name: '<slug>', summary: 'the page' }],
    options: [{ flags: '--why <reason>', summary: 'the reason, shown at the address' }],
    writes: true,
    load: () => import('./withdraw.ts'),
  },
  {
    name: 'confirm',
    summary: 'Says that somebody read pages and found their filing and annotation right as they stand.',
    arguments: [{ name: '[slugs...]', summary: 'the pages (default: all)' }],
    options: [{ flags: '--fields <names>', summary: 'only these fields, separated by commas' }],
    writes: true,
    load: () => import('./confirm.ts'),
  },
  {
    name: 'merge-records',
    summary: 'Makes one paper of two records; the address of the second redirects.',
    arguments: [
      { name: '<slug>', summary: 'the record that stays' },
      { name: '<other>', summary: 'the record that becomes part of it' },
    ],
    writes: true,
    load: () => import('./merge-records.ts'),
  },
  {
    name: 'check-links',
    summary: 'Asks whether the addresses that the survey gives still answer; tells dead from blocked.',
    options: [
      { flags: '--pause <seconds>', summary: 'between two questions to one host (default: 1)' },
      { flags: '--timeout <seconds>', summary: 'how long an answer may take (default: 20)' },
      { flags: '--holds <days>', summary: 'how long a good answer holds (default: 14)' },
      { flags: '--cache <file>', summary: 'where answers are kept (default: .cache/links.json)' },
      { flags: '--out <file>', summary: 'write the report to a file, too, as Markdown' },
    ],
    load: () => import('./check-links.ts'),
  },
  {
    name: 'compare',
    summary:
      'What changed since another state of the survey, for people who review: pages, formulas, findings.',
    arguments: [{ name: '<folder>', summary: 'the content folder of the other state' }],
    options: [
      { flags: '--figures <file>', summary: 'what npm run figures wrote of this state' },
      { flags: '--base-figures <file>', summary: 'what it wrote of the other state' },
      { flags: '--limit <rows>', summary: 'how many rows a list has at most (default: all)' },
      { flags: '--out <file>', summary: 'write to a file' },
    ],
    load: () => import('./compare.ts'),
  },
  {
    name: 'apply-issue',
    summary: 'Makes the edit that an approved issue form asks for: a correction of a page, or a new paper.',
    arguments: [{ name: '<file>', summary: 'the body of the issue; - reads standard input' }],
    options: [{ flags: '--date <day>', summary: 'the day on which a paper was added (default: today)' }],
    writes: true,
    load: () => import('./apply-issue.ts'),
  },
  {
    name: 'schemas',
    summary: 'JSON Schemas of the files that people edit, for editors.',
    arguments: [{ name: '<folder>', summary: 'where to; this project keeps them in .vscode/schemas' }],
    load: () => import('./schemas.ts'),
  },
  {
    name: 'init',
    summary: 'Makes an empty survey.',
    arguments: [{ name: '<dir>', summary: 'a folder that does not exist yet' }],
    load: () => import('./init.ts'),
  },
];
