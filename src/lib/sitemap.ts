/** The sitemap: every page that stays, dated by the survey's own dates and never by the clock. */
import { toChapterLists } from './chapter-lists.ts';
import { toIndexViews } from './index-view.ts';
import { chapterPath, docPath, href, paperPath } from './links.ts';
import type { Survey } from './survey.ts';

export type SitemapEntry = { loc: string; lastmod?: string };

/** Addresses in one file, as the protocol allows. */
export const sitemapSize = 50_000;

/** @param part the number of a file, from 0 */
export function toSitemap(whole: Survey, site: URL, part: number): SitemapEntry[] {
  return listPaths(whole)
    .slice(part * sitemapSize, (part + 1) * sitemapSize)
    .map(([path, lastmod]) => ({
      loc: new URL(href(path), site).href,
      ...(lastmod ? { lastmod } : {}),
    }));
}

export function countSitemaps(whole: Survey): number {
  return Math.ceil(listPaths(whole).length / sitemapSize);
}

function listPaths(whole: Survey): (readonly [path: `/${string}`, lastmod?: string | undefined])[] {
  const { survey, chapters, papers, docs } = whole;
  const { released } = survey;
  return [
    ...(['/', '/about/', '/changes/', '/data/', '/glossary/', '/search/'] as const).map(
      (path) => [path, released] as const,
    ),
    ...chapters.map(({ id }) => [chapterPath(id), released] as const),
    ...papers.map(({ slug, added }) => [paperPath(slug), added] as const),
    ...[...toChapterLists(whole), ...toIndexViews(whole)].map(({ path }) => [path, released] as const),
    ...docs.map(({ id }) => [docPath(id)] as const),
  ];
}

export function renderSitemap(root: 'urlset' | 'sitemapindex', entries: readonly SitemapEntry[]): string {
  const tag = root === 'urlset' ? 'url' : 'sitemap';
  const rows = entries.map(({ loc, lastmod }) => {
    const date = lastmod ? `<lastmod>${lastmod}</lastmod>` : '';
    return `<${tag}><loc>${loc.replaceAll('&', '&amp;')}</loc>${date}</${tag}>\n`;
  });
  const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="${namespace}">\n${rows.join('')}</${root}>\n`;
}
