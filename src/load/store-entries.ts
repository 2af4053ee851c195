/** What the pages are told: a survey and the documentation as plain values. */
import type { CslItem } from '../contract/citations/csl.ts';
import { listChanges } from '../contract/changes.ts';
import { countDecisions } from '../contract/decisions.ts';
import { countSurvey } from '../contract/figures.ts';
import { toReadable } from '../contract/readable-math.ts';
import type { ShownRecord } from '../contract/record.ts';
import { collectReferences, type Reference } from '../contract/references.ts';
import type { Work } from '../contract/works.ts';
import { toWorkCitation } from '../lib/citation.ts';
import type { ChapterEntry, DocEntry, Named, PaperEntry, SurveyEntry, WorkEntry } from '../lib/entries.ts';
import { digestOf } from '../lib/digest.ts';
import { makeDataFiles, type DataFile } from '../publish/data-files.ts';
import { setChanges } from './changes.ts';
import { loadBooks } from './books.ts';
import { paperDetails } from './kept-html.ts';
import type { Doc } from './docs.ts';
import { publishPapers } from './publish.ts';
import type { LoadedPaper } from './papers.ts';
import { rememberLast } from './remember-last.ts';
import type { LoadedSurvey } from './survey.ts';

export type Entry<T> = { id: string; data: T };

/** A list of entries for each collection. */
export type StoreEntries = {
  survey: Entry<SurveyEntry>[];
  papers: Entry<PaperEntry>[];
  chapters: Entry<ChapterEntry>[];
  docs: Entry<DocEntry>[];
  /** The files of the whole survey. */
  files: Entry<DataFile>[];
};

/** As a reading gives them: files of the whole survey are made when somebody asks for them, which one edit seldom does. */
export type ReadEntries = Omit<StoreEntries, 'files'> & { files(): Promise<StoreEntries['files']> };

export async function toStoreEntries(survey: LoadedSurvey, docs: readonly Doc[]): Promise<ReadEntries> {
  return {
    survey: await toSurveyEntries(survey),
    papers: await toPaperEntries(survey),
    chapters: toChapterEntries(survey),
    docs: docs.map(({ id, ...data }) => ({ id, data })),
    files: async () => (await makeDataFiles(survey)).files.map((data) => ({ id: data.name, data })),
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
    const { slug, htmlDigest } = paper;
    const { item, bibtex } = required(published.get(slug), slug);
    return toPaperEntry(paper, htmlDigest, survey.records.get(slug), item, bibtex);
  });
}

const toPaperEntry = rememberLast(function toPaperEntry(
  { slug, text, digest }: LoadedPaper,
  htmlDigest: string,
  record: ShownRecord | undefined,
  item: CslItem,
  bibtex: string,
): Entry<PaperEntry> {
  const { title, method, headline, abstract, references } = text;
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
  const data: PaperEntry = {
    ...{ slug, data: text.data, title, ...known, htmlDigest, digest: own },
    ...(method === undefined ? {} : { method }),
    ...(headline ? { headline } : {}),
    named: references.flatMap(({ kind, id }): Named[] => (kind === 'term' ? [] : [{ kind, id }])),
  };
  return { id: slug, data };
});

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
