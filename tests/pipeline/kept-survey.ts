/** A survey in memory that the generator writes and people edit. */
import { checkContent } from '../../scripts/check/index.ts';
import { generate, ingest, type GenerateOptions } from '../../scripts/pipeline.ts';
import { makeReport, type Finding } from '../../src/contract/findings.ts';
import { readPage, type Page } from '../../src/contract/page.ts';
import type { PaperRecord } from '../../src/contract/record.ts';
import { flockSurvey, toListing, type InventedPaper } from '../fixtures/flock-survey.ts';

export type KeptSurvey = {
  files: Map<string, string>;
  /** Ingests the listings named (all by default) and returns what was found. */
  ingest(...listings: string[]): Finding[];
  generate(options?: GenerateOptions): Finding[];
  /** Both, as `npm run site` does. */
  run(): Finding[];
  /** As `scholium check` says it. */
  check(): Finding[];
  /** The paths of all pages. */
  paths(): string[];
  pathOf(slug: string): string;
  page(slug: string): Page;
  record(slug: string): PaperRecord;
  /** A person edits a page. */
  edit(slug: string, change: (source: string) => string): void;
  /** Upstream, the listing says something else. */
  relist(papers: readonly InventedPaper[], listing?: string): void;
};

export function keepSurvey(papers: readonly InventedPaper[], extra: Record<string, string> = {}): KeptSurvey {
  const files = flockSurvey(papers, extra);
  const apply = (changes: ReadonlyMap<string, string | null>): void => {
    for (const [name, text] of changes) {
      if (text === null) files.delete(name);
      else files.set(name, text);
    }
  };
  const sorted = (): Map<string, string> => new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
  const survey: KeptSurvey = {
    files,
    ingest: (...listings) => {
      const report = makeReport();
      apply(ingest(sorted(), listings, report).changes);
      return report.findings;
    },
    generate: (options) => {
      const report = makeReport();
      apply(generate(sorted(), report, options).changes);
      return report.findings;
    },
    run: () => [...survey.ingest(), ...survey.generate()],
    check: () => {
      const report = makeReport();
      checkContent(sorted(), report);
      return report.findings;
    },
    paths: () => [...files.keys()].filter((name) => name.startsWith('papers/')).sort(),
    pathOf: (slug) => {
      const path = survey.paths().find((name) => name.endsWith(`/${slug}.mdx`));
      if (path === undefined) throw new Error(`there is no page ${slug}`);
      return path;
    },
    page: (slug) => {
      const path = survey.pathOf(slug);
      const page = readPage(path, files.get(path) ?? '', makeReport());
      if (!page) throw new Error(`the page ${slug} cannot be read`);
      return page;
    },
    record: (slug) => JSON.parse(files.get(`records/${slug}.json`) ?? 'null') as PaperRecord,
    edit: (slug, change) => {
      const path = survey.pathOf(slug);
      const [before, after] = [files.get(path) ?? '', change(files.get(path) ?? '')];
      if (before === after) throw new Error('the edit changes nothing');
      files.set(path, after);
    },
    relist: (next, listing = 'flock.txt') => void files.set(`listings/${listing}`, toListing(next)),
  };
  return survey;
}

/** The files as they are, to be compared later. */
export function snapshot({ files }: KeptSurvey): Record<string, string> {
  return Object.fromEntries([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}
