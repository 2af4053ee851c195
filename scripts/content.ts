/** A content folder as values: every file read once, every file that has no place reported. */
import { checkSize } from '../src/contract/bounds.ts';
import {
  readAbout,
  readBenchmarks,
  readCaptures,
  readChapter,
  readFacts,
  readGlossary,
  readRecord,
  readSettlements,
  readSurvey,
  readVenues,
  type About,
  type Chapter,
  type ContentFiles,
  type Located,
} from '../src/contract/content.ts';
import type { Report } from '../src/contract/findings.ts';
import { readPage, type Page } from '../src/contract/page.ts';
import type { PaperRecord } from '../src/contract/record.ts';
import type { SurveyIndex } from '../src/contract/references.ts';
import type {
  Benchmark,
  Captures,
  Fact,
  GlossaryTerm,
  Settlement,
  Survey,
  Venue,
} from '../src/contract/schema.ts';
import { listWorkKeys, readWorks, type Work } from '../src/contract/works.ts';

export type Listing = { path: string; text: string };

export type Content = {
  survey: Survey | undefined;
  captures: Captures;
  listings: Listing[];
  facts: Located<Fact>[];
  /** In the order of survey.yml. */
  chapters: Chapter[];
  about?: About;
  pages: Page[];
  records: Map<string, PaperRecord>;
  glossary: Located<GlossaryTerm>[];
  benchmarks: Located<Benchmark>[];
  settlements: Located<Settlement>[];
  works: Map<string, Work>;
  /** Keys of all works, those too that were not read. */
  workKeys: ReadonlySet<string>;
  venues: Located<Venue>[];
};

/**
 * Reads what is there; what cannot be read is a finding and left out.
 * @param isWanted whose findings count; of other files only the structure is read where that is cheaper
 */
export function readContent(
  files: ContentFiles,
  report: Report,
  isWanted: (path: string) => boolean = () => true,
): Content {
  const content: Content = {
    survey: undefined,
    captures: {},
    listings: [],
    facts: [],
    chapters: [],
    pages: [],
    records: new Map(),
    glossary: [],
    benchmarks: [],
    settlements: [],
    works: new Map(),
    workKeys: new Set(),
    venues: [],
  };
  for (const [path, text] of files) place(path, text, content, report, isWanted(path));
  const order = content.survey?.chapters ?? [];
  content.chapters.sort((a, b) => rank(order, a.id) - rank(order, b.id));
  return content;
}

export function toIndex(content: Content): SurveyIndex {
  return {
    papers: new Set(content.pages.map(({ slug }) => slug)),
    chapters: new Map(content.chapters.map(({ id, sections }) => [id, sections.map(({ name }) => name)])),
    works: content.workKeys,
    terms: new Set(content.glossary.map(({ value }) => value.id)),
  };
}

/** One row a kind of file: where it lies, and what is done with it. */
const places: readonly [
  RegExp,
  (path: string, text: string, content: Content, report: Report, isWanted: boolean) => void,
][] = [
  [/^survey\.yml$/, (path, text, content, report) => void (content.survey = readSurvey(path, text, report))],
  [
    /^about\.mdx$/,
    (path, text, content, report) => {
      const about = readAbout(path, text, report);
      if (about) content.about = about;
    },
  ],
  [
    /^glossary\.yml$/,
    (path, text, content, report, isWanted) =>
      void (content.glossary = readGlossary(path, text, report, isWanted)),
  ],
  [
    /^benchmarks\.yml$/,
    (path, text, content, report) => void (content.benchmarks = readBenchmarks(path, text, report)),
  ],
  [/^venues\.yml$/, (path, text, content, report) => void (content.venues = readVenues(path, text, report))],
  [
    /^settled\.yml$/,
    (path, text, content, report) => void (content.settlements = readSettlements(path, text, report)),
  ],
  [
    /^references\.bib$/,
    (path, text, content, report, isWanted) => {
      content.workKeys = listWorkKeys(text);
      if (isWanted) content.works = readWorks(path, text, report);
    },
  ],
  [
    /^listings\/captures\.yml$/,
    (path, text, content, report) => void (content.captures = readCaptures(path, text, report) ?? {}),
  ],
  [/^listings\/.+$/, (path, text, content) => void content.listings.push({ path, text })],
  [
    /^facts\/[^/]+\.yml$/,
    (path, text, content, report) => void content.facts.push(...readFacts(path, text, report)),
  ],
  [
    /^chapters\/[^/]+\.mdx$/,
    (path, text, content, report, isWanted) =>
      push(content.chapters, readChapter(path, text, report, isWanted)),
  ],
  [/^papers\/.+\.mdx$/, (path, text, content, report) => push(content.pages, readPage(path, text, report))],
  [
    /^records\/[^/]+\.json$/,
    (path, text, content, report) => {
      const record = readRecord(path, text, report);
      if (record) content.records.set(record.slug, record);
    },
  ],
];

function place(path: string, text: string, content: Content, report: Report, isWanted: boolean): void {
  const row = places.find(([pattern]) => pattern.test(path));
  if (row && !path.startsWith('listings/') && !checkSize(path, text, report)) return;
  if (row) return row[1](path, text, content, report, isWanted);
  report.add('file-place-known', path, undefined, {
    message: 'Unexpected file',
    expected:
      'survey.yml, about.mdx, benchmarks.yml, glossary.yml, settled.yml, venues.yml, references.bib, or a file in listings, facts, chapters, papers or records',
    hint: 'Move the file out of the content folder, or into the folder where it belongs.',
  });
}

function push<T>(list: T[], value: T | undefined): void {
  if (value !== undefined) list.push(value);
}

function rank(order: readonly string[], id: string): number {
  const index = order.indexOf(id);
  return index === -1 ? order.length : index;
}
