/** The survey as the pages see it: collections are asked for here and nowhere else. */
import { getLiveCollection } from 'astro:content';
import GithubSlugger from 'github-slugger';
import { compareText } from '../contract/findings.ts';
import { findUsers } from '../contract/uses.ts';
import type { Citations } from '../markdown/cite.ts';
import type { DataFile } from '../publish/data-files.ts';
import { tellApart, toCitation } from './citation.ts';
import { toIndexes, type SurveyIndexes } from '../contract/indexes.ts';
import { toReadingOrder } from '../contract/reading-order.ts';
import type { ChapterEntry, DocEntry, PaperEntry, SurveyEntry } from './entries.ts';

/** Papers in reading order; the narrative of the chapter may have a heading of the same name, so the anchor is another. */
export type Section = { name: string; anchor: string; papers: PaperEntry[] };

export type Chapter = Omit<ChapterEntry, 'sections'> & {
  id: string;
  count: number;
  sections: Section[];
  /** Papers that are filed elsewhere and belong here too. */
  also: PaperEntry[];
};

export type Survey = {
  survey: SurveyEntry;
  /** In the order of survey.yml. */
  chapters: Chapter[];
  /** Newest first. */
  papers: PaperEntry[];
  bySlug: ReadonlyMap<string, PaperEntry>;
  /** Papers that build on a paper, or are measured on what it introduces, by its slug, newest first. */
  usedBy: ReadonlyMap<string, PaperEntry[]>;
  /** What people corrected, by slug. */
  corrected: ReadonlyMap<string, SurveyEntry['changes']['corrected'][number]>;
  indexes: SurveyIndexes<PaperEntry>;
  docs: (DocEntry & { id: string })[];
};

type Collections = {
  survey: { data: SurveyEntry }[];
  papers: { data: PaperEntry }[];
  chapters: { id: string; data: ChapterEntry }[];
  docs: { id: string; data: DocEntry }[];
};

type Entries = Collections & { files: { data: DataFile }[] };

let last: { papers: Collections['papers']; survey: Survey } | undefined;

/** Made anew only when the survey has been read anew. */
export async function getSurvey(): Promise<Survey> {
  const collections = await readCollections();
  if (last?.papers !== collections.papers) {
    last = { papers: collections.papers, survey: toSurvey(collections) };
  }
  return last.survey;
}

/** The files of the whole survey, which only few pages show. */
export async function getDataFiles(): Promise<DataFile[]> {
  return (await readEntries('files')).map(({ data }) => data);
}

/** How the page of a chapter cites papers and works. */
export async function getCitations(chapter: string | undefined): Promise<Citations> {
  const { survey: entry, bySlug, chapters } = await getSurvey();
  const named = chapters.find(({ id }) => id === chapter)?.named ?? [];
  return tellApart(
    {
      paper: (slug) => toCitation(slug, required(bySlug.get(slug), slug)),
      work: (key) => required(entry.works[key], key),
      term: (id) => required(entry.glossary.find((term) => term.id === id)?.name, id),
    },
    named,
  );
}

function required<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`Nothing is named ${name}`);
  return value;
}

async function readCollections(): Promise<Collections> {
  const [survey, papers, chapters, docs] = await Promise.all([
    readEntries('survey'),
    readEntries('papers'),
    readEntries('chapters'),
    readEntries('docs'),
  ]);
  return { survey, papers, chapters, docs };
}

async function readEntries<Name extends keyof Entries>(name: Name): Promise<Entries[Name]> {
  const { entries, error } = await getLiveCollection(name);
  if (error) throw error;
  return entries as Entries[Name];
}

function toSurvey(collections: Collections): Survey {
  const survey = required(collections.survey[0]?.data, 'survey');
  const chapters = new Map(collections.chapters.map(({ id, data }) => [id, data]));
  const papers = collections.papers.map(({ data }) => data).sort(compareNewest);
  return {
    survey,
    chapters: survey.chapters.flatMap((id) => {
      const chapter = chapters.get(id);
      return chapter ? [toChapter(id, chapter, papers)] : [];
    }),
    papers,
    bySlug: new Map(papers.map((paper) => [paper.slug, paper])),
    usedBy: toUsers(papers, survey.benchmarks),
    corrected: new Map(survey.changes.corrected.map((correction) => [correction.slug, correction])),
    indexes: toIndexes(papers, survey.benchmarks),
    docs: collections.docs.map(({ id, data }) => ({ id, ...data })).sort((a, b) => compareText(a.id, b.id)),
  };
}

function toUsers(
  papers: readonly PaperEntry[],
  benchmarks: SurveyEntry['benchmarks'],
): Map<string, PaperEntry[]> {
  const users = findUsers(
    papers.map((paper) => ({ ...paper.data, slug: paper.slug, paper })),
    benchmarks,
  );
  return new Map(Array.from(users, ([slug, some]) => [slug, some.map(({ paper }) => paper)]));
}

function toChapter(
  id: string,
  { sections, ...chapter }: ChapterEntry,
  papers: readonly PaperEntry[],
): Chapter {
  const slugger = new GithubSlugger();
  const own = papers.filter(({ data }) => data.chapter === id);
  return {
    ...chapter,
    id,
    count: own.length,
    sections: sections.map((name) => ({
      name,
      anchor: `papers-${slugger.slug(name)}`,
      papers: toReadingOrder(own.filter(({ data }) => data.section === name)),
    })),
    also: papers.filter(({ data }) => data.also?.includes(id)),
  };
}

function compareNewest(a: PaperEntry, b: PaperEntry): number {
  return (
    compareText(b.published ?? String(b.data.year ?? ''), a.published ?? String(a.data.year ?? '')) ||
    compareText(a.title.text, b.title.text)
  );
}
