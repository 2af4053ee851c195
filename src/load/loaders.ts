/** Astro's loaders: one reading of the survey fills all collections. */
import { relative } from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';
import { countDecisions } from '../contract/decisions.ts';
import { countSurvey } from '../contract/figures.ts';
import type { PaperRecord } from '../contract/record.ts';
import { collectReferences, type Reference } from '../contract/references.ts';
import type { Work } from '../contract/works.ts';
import { toWorkCitation } from '../lib/citation.ts';
import { digestOf } from '../lib/digest.ts';
import type { ChapterEntry, DocEntry, Named, PaperEntry, SurveyEntry, WorkEntry } from '../lib/entries.ts';
import { settings } from '../lib/settings.ts';
import { loadDocs } from './docs.ts';
import { assertSound, formatAll } from './findings.ts';
import { loadSurvey, type LoadedSurvey, type SurveyPaper } from './survey.ts';

type Entry<T> = { id: string; data: T; digest: string; filePath?: string; deferredRender?: boolean };

export const surveyLoader = (): Loader => fromSurvey('survey', toSurveyEntries);
export const papersLoader = (): Loader => fromSurvey('papers', toPaperEntries);
export const chaptersLoader = (): Loader => fromSurvey('chapters', toChapterEntries);

/** The project's documentation. */
export function docsLoader(): Loader {
  return {
    name: 'scholium-docs',
    load: async (context) => {
      fillDocs(context);
      watch(context, settings.docs, () => fillDocs(context));
    },
  };
}

function fillDocs({ store }: LoaderContext): void {
  const { docs, findings } = loadDocs(settings.docs);
  assertSound(findings, settings.docs);
  replaceAll(
    store,
    docs.map(({ id, ...data }): Entry<DocEntry> => ({ id, data, digest: digestOf(data) })),
  );
}

let reading: LoadedSurvey | undefined;

/** @throws ContentError with all findings; only the development server goes on with what it had */
function readSurveyOnce({ watcher, logger }: LoaderContext): LoadedSurvey | undefined {
  if (reading) return reading;
  const { loaded, findings } = loadSurvey();
  if (!watcher) assertSound(findings);
  if (findings.length > 0) logger.warn(`\n${formatAll(findings)}`);
  reading = loaded;
  return reading;
}

function fromSurvey(name: string, toEntries: (survey: LoadedSurvey) => Entry<object>[]): Loader {
  const fill = (context: LoaderContext): void => {
    const survey = readSurveyOnce(context);
    if (survey) replaceAll(context.store, toEntries(survey));
  };
  return {
    name: `scholium-${name}`,
    load: async (context) => {
      fill(context);
      watch(context, settings.content, () => {
        reading = undefined;
        queueMicrotask(() => fill(context));
      });
    },
  };
}

function watch({ watcher }: LoaderContext, folder: string, change: () => void): void {
  watcher?.add(folder);
  watcher?.on('all', (_event, path) => {
    if (!relative(folder, path).startsWith('..')) change();
  });
}

/** The store writes itself only where an entry's digest is new. */
function replaceAll(store: LoaderContext['store'], entries: Entry<object>[]): void {
  const ids = new Set(entries.map(({ id }) => id));
  for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
  for (const entry of entries) {
    store.set({ ...entry, data: entry.data as Record<string, unknown> });
    // Astro lists the modules of chapters in one file for all surveys, and writes it only when it is told of one.
    if (entry.deferredRender && entry.filePath) store.addModuleImport(entry.filePath);
  }
}

function toSurveyEntries(loaded: LoadedSurvey): Entry<SurveyEntry>[] {
  const { survey, captures, records, papers, works, terms, benchmarks } = loaded;
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
    works: Object.fromEntries([...works].map(([key, work]) => [key, toWorkEntry(work)])),
    glossary: terms,
    benchmarks,
    decisions: countDecisions(pages),
    restored: {
      changes: restorations.reduce((sum, restored) => sum + (restored?.changes.length ?? 0), 0),
      doubts: restorations.reduce((sum, restored) => sum + (restored?.doubts.length ?? 0), 0),
    },
    withdrawn: all.flatMap(({ slug, withdrawn }) => (withdrawn ? [{ slug, why: withdrawn.why }] : [])),
  };
  return [{ id: 'survey', data, digest: digestOf(data) }];
}

function toWorkEntry(work: Work): WorkEntry {
  const { authors, year, venue } = work;
  return { ...toWorkCitation(work), authors, ...(year ? { year } : {}), ...(venue ? { venue } : {}) };
}

function toPaperEntries({ papers, records }: LoadedSurvey): Entry<PaperEntry>[] {
  return papers.map((paper) => {
    const data = toPaperEntry(paper, records.get(paper.slug));
    return { id: paper.slug, data, digest: digestOf(data) };
  });
}

function toPaperEntry({ slug, text, htmlDigest }: SurveyPaper, record: PaperRecord | undefined): PaperEntry {
  const { sightings = [], published, added, relations } = record ?? {};
  return {
    ...text,
    slug,
    htmlDigest,
    sightings: sightings.map(({ listing, title, date }) => ({ listing, title, ...(date ? { date } : {}) })),
    ...(published ? { published } : {}),
    ...(added ? { added } : {}),
    related: relations?.related ?? [],
  };
}

/** Chapters are rendered by @astrojs/mdx from their file; here they have passed the dialect check. */
function toChapterEntries({ chapters }: LoadedSurvey): Entry<ChapterEntry>[] {
  return chapters.map(({ id, path, source, title, scope, sections, tree }) => ({
    id,
    data: {
      title,
      scope,
      sections: sections.map(({ name }) => name),
      hasNarrative: tree.children.length > 0,
      named: toNamed(collectReferences(tree.children)),
    },
    digest: digestOf(source),
    filePath: relative(settings.root, `${settings.content}/${path}`),
    deferredRender: true,
  }));
}

function toNamed(references: readonly Reference[]): Named[] {
  const named = references.flatMap(({ kind, id }): [string, Named][] =>
    kind === 'term' ? [] : [[`${kind} ${id}`, { kind, id }]],
  );
  return [...new Map(named).values()];
}
