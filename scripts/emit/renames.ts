/**
 * A page that a person renamed is known by its words: a page without record whose title or sentences are those that were
 * last written to a page that is gone.
 */
import type { Page } from '../../src/contract/page.ts';
import type { PaperRecord } from '../../src/contract/record.ts';
import { slugPattern } from '../../src/contract/slug.ts';
import { toSentences } from './draft.ts';

export type Rename = { record: PaperRecord; page: Page };

/** From this share of the sentences on, a page counts as the one that is gone. */
const sharedSentences = 0.5;

/** Finds renamed pages: each record and each page at most once, in the order of the records. */
export function findRenames(records: readonly PaperRecord[], pages: readonly Page[]): Rename[] {
  const slugs = new Set(pages.map(({ slug }) => slug));
  const known = new Set(records.map(({ slug }) => slug));
  const strangers = new Set(pages.filter(({ slug }) => !known.has(slug) && slugPattern.test(slug)));
  const renames: Rename[] = [];
  for (const record of records) {
    if (!record.written || record.withdrawn || slugs.has(record.slug)) continue;
    const page = [...strangers].find((stranger) => isSamePaper(record, stranger));
    if (!page) continue;
    strangers.delete(page);
    renames.push({ record, page });
  }
  return renames;
}

/** Records whose page was renamed by a run that was stopped before it removed them: another one says all they say. */
export function findLeftovers(records: readonly PaperRecord[], pages: readonly Page[]): PaperRecord[] {
  const bySlug = new Map(records.map((record) => [record.slug, record]));
  const slugs = new Set(pages.map(({ slug }) => slug));
  return pages.flatMap(({ slug, data }) => {
    const heir = bySlug.get(slug);
    return (data.aliases ?? []).flatMap((alias) => {
      const record = slugs.has(alias) ? undefined : bySlug.get(alias);
      const isSame = record && heir?.title === record.title && heir.abstract === record.abstract;
      return isSame && !record.withdrawn ? [record] : [];
    });
  });
}

function isSamePaper({ written }: PaperRecord, page: Page): boolean {
  if (!written) return false;
  if (written.fields.title === page.data.title) return true;
  if (written.fields.arxiv !== undefined && written.fields.arxiv === page.data.arxiv) return true;
  const sentences = new Set(toSentences(page.source.slice(page.abstractRange.start, page.abstractRange.end)));
  const shared = written.abstract.filter((sentence) => sentences.has(sentence)).length;
  return shared > 0 && shared >= written.abstract.length * sharedSentences;
}
