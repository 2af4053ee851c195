/** Papers in the forms that they are given away in. BibTeX is kept between builds: what writes it is slow to load. */
import { toCslItem } from '../contract/citations/csl.ts';
import type { BibtexSource } from '../contract/citations/bibtex.ts';
import { toExportedPaper, type ExportedPaper } from '../contract/exported-paper.ts';
import type { ShownRecord } from '../contract/record.ts';
import { makePlaceOrder, type PublishedPaper } from '../contract/survey-files.ts';
import { makeVenueFinder, type VenueFinder } from '../contract/venue.ts';
import { digestOf, digestOfCode } from '../lib/digest.ts';
import { openCache } from './cache.ts';
import type { LoadedPaper } from './papers.ts';
import { rememberLast } from './remember-last.ts';
import type { LoadedSurvey } from './survey.ts';

/** BibTeX by the digest of what it is made from, of all papers in one file. */
type Kept = Record<string, string>;

const cache = openCache<Kept>('bibtex');

const published = new WeakMap<LoadedSurvey, Promise<PublishedPaper[]>>();

/** In the order of `scholium export`: by chapter, section, newest first. */
export function publishPapers(survey: LoadedSurvey): Promise<PublishedPaper[]> {
  let papers = published.get(survey);
  if (!papers) published.set(survey, (papers = publish(survey)));
  return papers;
}

async function publish({ papers, records, chapters, venues }: LoadedSurvey): Promise<PublishedPaper[]> {
  const find = toFinder(venues);
  const forms = papers
    .map((paper) => toForms(paper, records.get(paper.slug), find))
    .sort(makePlaceOrder(chapters));
  const bibtex = await writeBibtex(forms);
  return forms.map(({ source: { item }, row }, at) => ({ item, row, bibtex: bibtex[at] ?? '' }));
}

const toFinder = rememberLast(makeVenueFinder);

type Forms = Pick<LoadedPaper, 'slug' | 'data'> & {
  published?: string;
  row: ExportedPaper;
  /** What BibTeX is made from, and the digest of that. */
  source: BibtexSource;
  digest: string;
};

const toForms = rememberLast(
  ({ slug, data, text }: LoadedPaper, record: ShownRecord | undefined, find: VenueFinder): Forms => {
    const paper = { slug, data, ...pick(record) };
    const item = toCslItem({ ...paper, title: text.title.text }, find);
    const source = { item, title: data.title, abstract: text.abstract };
    const row = toExportedPaper({ ...paper, abstract: text.markdown });
    return { ...paper, row, source, digest: digestOf([item, source.title, source.abstract]) };
  },
);

async function writeBibtex(forms: readonly Forms[]): Promise<string[]> {
  const name = digestOfCode();
  const kept = cache.read(name) ?? {};
  if (forms.every(({ digest }) => digest in kept)) return forms.map(({ digest }) => kept[digest] ?? '');
  const { toBibtex } = await import('../contract/citations/bibtex.ts');
  const written = forms.map(({ source, digest }) => kept[digest] ?? toBibtex(source));
  cache.write(name, Object.fromEntries(forms.map(({ digest }, at) => [digest, written[at] ?? ''])));
  return written;
}

function pick({ published, added, listed }: Partial<ShownRecord> = {}) {
  return {
    ...(published ? { published } : {}),
    ...(added ? { added } : {}),
    ...(listed ? { listed } : {}),
  };
}
