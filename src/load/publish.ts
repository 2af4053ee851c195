/** Papers in the forms that they are given away in. BibTeX is kept between builds: what writes it is slow to load. */
import { toCslItem } from '../contract/citations/csl.ts';
import { toExportedPaper } from '../contract/exported-paper.ts';
import type { ShownRecord } from '../contract/record.ts';
import { makePlaceOrder, type PublishedPaper } from '../contract/survey-files.ts';
import { makeVenueFinder } from '../contract/venue.ts';
import { digestOf, digestOfCode } from '../lib/digest.ts';
import { openCache } from './cache.ts';
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
  const find = makeVenueFinder(venues);
  const sources = papers
    .map(({ slug, data, text }) => ({ slug, data, text, ...pick(records.get(slug)) }))
    .sort(makePlaceOrder(chapters))
    .map((paper) => ({
      item: toCslItem({ ...paper, title: paper.text.title.text }, find),
      title: paper.data.title,
      abstract: paper.text.abstract,
      row: toExportedPaper({ ...paper, abstract: paper.text.markdown }),
    }));
  const bibtex = await writeBibtex(sources);
  return sources.map(({ item, row }, at) => ({ item, row, bibtex: bibtex[at] ?? '' }));
}

type BibtexSources = Parameters<typeof import('../contract/citations/bibtex.ts').toBibtex>[0][];

async function writeBibtex(sources: BibtexSources): Promise<string[]> {
  const name = digestOfCode();
  const kept = cache.read(name) ?? {};
  const digests = sources.map(({ item, title, abstract }) => digestOf([item, title, abstract]));
  if (digests.every((digest) => digest in kept)) return digests.map((digest) => kept[digest] ?? '');
  const { toBibtex } = await import('../contract/citations/bibtex.ts');
  const written = sources.map((source, at) => kept[digests[at] ?? ''] ?? toBibtex(source));
  cache.write(name, Object.fromEntries(digests.map((digest, at) => [digest, written[at] ?? ''])));
  return written;
}

function pick({ published, added, listed }: Partial<ShownRecord> = {}) {
  return {
    ...(published ? { published } : {}),
    ...(added ? { added } : {}),
    ...(listed ? { listed } : {}),
  };
}
