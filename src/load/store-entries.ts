/** What the pages are told: a survey and the documentation as plain values. */
import { listChanges } from '../contract/changes.ts';
import { countDecisions } from '../contract/decisions.ts';
import { countSurvey } from '../contract/figures.ts';
import { toReadable } from '../contract/readable-math.ts';
import type { ShownRecord } from '../contract/record.ts';
import { collectReferences, type Reference } from '../contract/references.ts';
import type { PublishedPaper } from '../contract/survey-files.ts';
import type { Work } from '../contract/works.ts';
import { toWorkCitation } from '../lib/citation.ts';
import type { ChapterEntry, DocEntry, Named, PaperEntry, SurveyEntry, WorkEntry } from '../lib/entries.ts';
import { digestOf } from '../lib/digest.ts';
import { makeDataFiles } from '../publish/data-files.ts';
import { setChanges } from './changes.ts';
import { loadBooks } from './books.ts';
import { paperDetails } from './kept-html.ts';
import type { Doc } from './docs.ts';
import { publishPapers } from './publish.ts';
import type { LoadedPaper } from './papers.ts';
import type { LoadedSurvey } from './survey.ts';

export type Entry<T> = { id: string; data: T };

/** A list of entries for each collection. */
export type StoreEntries = {
  survey: Entry<SurveyEntry>[];
  papers: Entry<PaperEntry>[];
  chapters: Entry<ChapterEntry>[];
  docs: Entry<DocEntry>[];
};

export async function toStoreEntries(survey: LoadedSurvey, docs: readonly Doc[]): Promise<StoreEntries> {
  return {
    survey: await toSurveyEntries(survey),
    papers: await toPaperEntries(survey),
    chapters: toChapterEntries(survey),
    docs: docs.map(({ id, ...data }) => ({ id, data })),
  };
}

async function toSurveyEntries(loaded: LoadedSurvey): Promise<Entry<SurveyEntry>[]> {
  const { survey, captures, records, papers, works, terms, benchmarks, about, settlements } = loaded;
  const slugs = (await publishPapers(loaded)).map(({ row }) => row.slug);
  const all = [...records.values()];
  const pages = papers.map(({ slug, data }) => ({ data, record: records.get(slug) }));
  const restorations = pages.map(({ record }) => record?.restoration);
  const data: SurveyEntry = {
    ...survey,
    captures,
    figures: countSurvey(
      all,
      papers.map((paper) => paper.data),
    ),
    books: loadBooks(),
    works: Object.fromEntries([...works].map(([key, work]) => [key, toWorkEntry(work)])),
    glossary: terms,
    benchmarks,
    ...(about ? { about } : {}),
    decisions: countDecisions(pages),
    restored: {
      changes: restorations.reduce((sum, restored) => sum + (restored?.changes.length ?? 0), 0),
      doubts: restorations.reduce((sum, restored) => sum + (restored?.doubts.length ?? 0), 0),
    },
    withdrawn: all.flatMap(toWithdrawn),
    changes: setChanges(listChanges(slugs, records, settlements)),
    files: (await makeDataFiles(loaded)).files,
  };
  return [{ id: 'survey', data }];
}

/** Every address of a withdrawn paper says so. */
function toWithdrawn({ slug: own, withdrawn }: ShownRecord): SurveyEntry['withdrawn'] {
  if (!withdrawn) return [];
  const { why, aliases = [] } = withdrawn;
  return [own, ...aliases].map((slug) => ({ slug, why }));
}

function toWorkEntry(work: Work): WorkEntry {
  const { authors, year, venue } = work;
  return { ...toWorkCitation(work), authors, ...(year ? { year } : {}), ...(venue ? { venue } : {}) };
}

async function toPaperEntries(survey: LoadedSurvey): Promise<Entry<PaperEntry>[]> {
  const published = new Map((await publishPapers(survey)).map((paper) => [paper.item.id, paper]));
  return survey.papers.map((paper) => {
    const data = toPaperEntry(
      paper,
      survey.records.get(paper.slug),
      required(published.get(paper.slug), paper.slug),
    );
    return { id: paper.slug, data };
  });
}

function toPaperEntry(
  { slug, text, digest, htmlDigest }: LoadedPaper,
  record: ShownRecord | undefined,
  { item, bibtex }: PublishedPaper,
): PaperEntry {
  const { data, title, method, headline, abstract, references } = text;
  const { published, added, relations } = record ?? {};
  const sightings = (record?.sightings ?? []).map(({ listing, title: place, date }) => ({
    listing,
    title: place,
    ...(date ? { date } : {}),
  }));
  const known = {
    ...(published ? { published } : {}),
    ...(added ? { added } : {}),
    related: relations?.related ?? [],
  };
  // BibTeX is made of the item and the text, and the text of the source.
  const own = digestOf([digest, known, sightings, item]);
  paperDetails.keep(own, () => ({ abstract, sightings, item, bibtex }));
  return {
    ...{ slug, data, title, ...known, htmlDigest, digest: own },
    ...(method === undefined ? {} : { method }),
    ...(headline ? { headline } : {}),
    named: references.flatMap(({ kind, id }): Named[] => (kind === 'term' ? [] : [{ kind, id }])),
  };
}

function required<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`${name} is not published`);
  return value;
}

/** Chapters are rendered by @astrojs/mdx from their file; here they have passed the dialect check. */
function toChapterEntries({ chapters }: LoadedSurvey): Entry<ChapterEntry>[] {
  return chapters.map(({ id, title, scope, sections, tree }) => ({
    id,
    data: {
      title,
      scope,
      sections: sections.map(({ name }) => name),
      hasNarrative: tree.children.length > 0,
      named: toNamed(collectReferences(tree.children)),
      text: toReadable(tree.children),
    },
  }));
}

function toNamed(references: readonly Reference[]): Named[] {
  const named = references.flatMap(({ kind, id }): [string, Named][] =>
    kind === 'term' ? [] : [[`${kind} ${id}`, { kind, id }]],
  );
  return [...new Map(named).values()];
}
