/** The records to be written and their pages: renamed ones followed, deleted and unreadable ones left alone. */
import type { ContentFiles } from '../../src/contract/content.ts';
import { compareText, type Report } from '../../src/contract/findings.ts';
import type { Page } from '../../src/contract/page.ts';
import type { PaperRecord } from '../../src/contract/record.ts';
import type { Content } from '../content.ts';
import { findLeftovers, findRenames } from '../emit/renames.ts';
import { reportMissingPage } from './reports.ts';

export type Known = { record: PaperRecord; page: Page | undefined };

/** The records to be written, in order of slug. One whose page people deleted, or left unreadable, is left alone. */
export function findKnown(
  files: ContentFiles,
  content: Content,
  report: Report,
): { known: Known[]; withdrawn: number } {
  const pages = Map.groupBy(content.pages, ({ slug }) => slug);
  const unreadable = findUnreadable(files, content, report);
  const records = [...content.records.values()].sort((a, b) => compareText(a.slug, b.slug));
  const known = records.flatMap((record) => {
    const named = pages.get(record.slug) ?? [];
    const page = named.find(({ path }) => path === record.written?.path) ?? named[0];
    if (record.withdrawn || unreadable.has(record.slug)) return [];
    if (page || !record.written) return [{ record, page }];
    reportMissingPage(record, report);
    return [];
  });
  return { known, withdrawn: records.filter((record) => record.withdrawn).length };
}

/** Lets records follow renamed pages; returns the former slug by the new one, and what a stopped run left behind. */
export function adoptRenames(content: Content): { renamed: Map<string, string>; leftovers: string[] } {
  const leftovers = findLeftovers([...content.records.values()], content.pages).map(({ slug }) => slug);
  for (const slug of leftovers) content.records.delete(slug);
  const renames = findRenames([...content.records.values()], content.pages);
  for (const { record, page } of renames) {
    content.records.delete(record.slug);
    content.records.set(page.slug, { ...record, slug: page.slug });
  }
  return { renamed: new Map(renames.map(({ record, page }) => [page.slug, record.slug])), leftovers };
}

/** Slugs of pages that are no pages, or that were not read as they stand on disk. */
function findUnreadable(files: ContentFiles, { pages }: Content, { findings }: Report): Set<string> {
  const damaged = new Set(
    findings.filter(({ ruleId }) => ruleId === 'file-readable').map(({ file }) => file),
  );
  const readable = new Set(pages.flatMap(({ path }) => (damaged.has(path) ? [] : [path])));
  const paths = [...files.keys()].filter((path) => path.startsWith('papers/') && !readable.has(path));
  return new Set(paths.map((path) => path.replace(/^.*\//, '').replace(/\.mdx$/, '')));
}
