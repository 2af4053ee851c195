/** Reads a whole survey from its folder, checks it, and sets its pages. */
import { join } from 'node:path';
import {
  readAbout,
  readBenchmarks,
  readCaptures,
  readChapter,
  readRecord,
  readSettlements,
  readSurvey,
  readVenues,
  type Chapter,
} from '../contract/content.ts';
import { compareFindings, hasErrors, makeReport, type Finding, type Report } from '../contract/findings.ts';
import { toShownRecord, type ShownRecord } from '../contract/record.ts';
import type { SurveyIndex } from '../contract/references.ts';
import type { Benchmark, Captures, Settlement, Survey, Venue } from '../contract/schema.ts';
import { checkSurvey } from '../contract/survey.ts';
import { readWorks, type Work } from '../contract/works.ts';
import { paperPath } from '../lib/links.ts';
import { settings } from '../lib/settings.ts';
import { isOwn } from '../lib/shard.ts';
import { makeTermLinks } from '../markdown/terms.ts';
import { listFiles } from './files.ts';
import { renderAbout, type AboutHtml } from './about.ts';
import { loadTerm, readTerms, type TermEntry } from './glossary.ts';
import { makeCitations } from './cited.ts';
import { keep, type Reader } from './keep.ts';
import { readPaper, setPaper, toSlug, type LoadedPaper, type PaperSetting } from './papers.ts';
import type { ReadFile } from './read-file.ts';

export type LoadedSurvey = {
  survey: Survey;
  /** In the order of survey.yml. */
  chapters: Chapter[];
  papers: LoadedPaper[];
  records: Map<string, ShownRecord>;
  captures: Captures;
  /** References outside the survey, by key. */
  works: ReadonlyMap<string, Work>;
  /** In the order of the file. */
  terms: TermEntry[];
  benchmarks: Benchmark[];
  about: AboutHtml | undefined;
  venues: Venue[];
  /** What people settled, and why. */
  settlements: Settlement[];
};

/**
 * Everything is read and checked, so that one run shows all problems; nothing of it is evaluated.
 * @returns no survey where there is an error among the findings
 */
export function loadSurvey(readFile: ReadFile): { loaded: LoadedSurvey | undefined; findings: Finding[] } {
  const report = makeReport();
  const readOne = <T>(path: string, reader: Reader<T>): T | undefined => readFile(path, reader, report);
  const readAll = <T>(folder: string, extension: string, reader: Reader<T>): T[] =>
    listFiles(join(settings.content, folder), extension).flatMap(
      (name) => readOne(`${folder}/${name}`, reader) ?? [],
    );
  const survey = readOne('survey.yml', readSurvey) ?? reportMissing(report);
  const captures = readOne('listings/captures.yml', readCaptures) ?? {};
  const terms = readOne('glossary.yml', readTerms) ?? [];
  const benchmarks = readOne('benchmarks.yml', readBenchmarkNames) ?? [];
  const venues = readOne('venues.yml', readVenueNames) ?? [];
  const settlements = readOne('settled.yml', readSettled) ?? [];
  const works = readOne('references.bib', readWorks) ?? new Map<string, Work>();
  const about = readOne('about.mdx', readAbout);
  const settledOf = Map.groupBy(settlements, ({ paper }) => paper);
  const chapters = readAll('chapters', '.mdx', readKeptChapter);
  const records = new Map(
    readAll('records', '.json', readShownRecord).map((record) => [record.slug, record]),
  );
  const files = listFiles(join(settings.content, 'papers'), '.mdx').map((name) => `papers/${name}`);
  const index: SurveyIndex = {
    papers: new Set(files.map(toSlug)),
    chapters: new Map(chapters.map(({ id, sections }) => [id, sections.map(({ name }) => name)])),
    works: new Set(works.keys()),
    terms: new Set(terms.map(({ id }) => id)),
  };
  // Where there is an error already, nothing will be shown.
  const isSound = !hasErrors(report.findings);
  const glossary = isSound ? terms.map(loadTerm) : [];
  const citations = makeCitations(files, works, glossary, readFile);
  const setting: PaperSetting = {
    index,
    citations,
    isShown: (slug) => isSound && isOwn(`${paperPath(slug)}index.html`, settings.shard),
    terms: makeTermLinks(terms),
    rolesOf: (slug) => records.get(slug)?.annotation?.roles ?? [],
    restorationOf: (slug) => ({
      changes: records.get(slug)?.restoration?.changes ?? [],
      settlements: settledOf.get(slug) ?? [],
    }),
  };
  const papers = files.flatMap((path) => {
    const paper = readOne(path, readPaper);
    if (!paper) return [];
    citations.add(paper);
    setPaper(paper, setting, report);
    return paper;
  });
  if (survey) checkSurvey({ survey, chapters, about, pages: papers, files, records }, index, report);
  const findings = report.findings.sort(compareFindings);
  if (!survey || hasErrors(findings)) return { loaded: undefined, findings };

  const order = new Map(survey.chapters.map((id, i) => [id, i]));
  chapters.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
  const loaded = {
    survey,
    chapters,
    papers,
    records,
    captures,
    works,
    terms: glossary,
    benchmarks,
    venues,
    settlements,
    about: about && renderAbout(about, setting.terms, citations),
  };
  return { loaded, findings };
}

/** The rest of a record is let go at once, for of many it is much. */
function readShownRecord(path: string, source: string, report: Report): ShownRecord | undefined {
  const record = readRecord(path, source, report);
  return record && toShownRecord(record);
}

const readKeptChapter = keep(readChapter);

const readSettled = keep(function readSettled(path: string, source: string, report: Report) {
  return readSettlements(path, source, report).map(({ value }): Settlement => value);
});

const readBenchmarkNames = keep(function readBenchmarkNames(path: string, source: string, report: Report) {
  return readBenchmarks(path, source, report).map(({ value }): Benchmark => value);
});

const readVenueNames = keep(function readVenueNames(path: string, source: string, report: Report) {
  return readVenues(path, source, report).map(({ value }): Venue => value);
});

function reportMissing(report: Report): undefined {
  if (report.findings.length > 0) return;
  report.add('survey-valid', 'survey.yml', undefined, {
    message: 'Missing survey.yml',
    expected: 'title, description, version, released, language, site, repository, licences, chapters',
    hint: 'Run scholium init in an empty folder to see one.',
  });
}
