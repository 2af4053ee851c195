/** The sitemap: every page that stays, dated by the survey's own dates and never by the clock. */
import { toChapterLists } from './chapter-lists.ts';
import { toIndexViews } from './index-view.ts';
import { chapterPath, docPath, href, paperPath } from './links.ts';
import type { Survey } from './survey.ts';

export type SitemapEntry = { loc: string; lastmod?: string };

/** Addresses in one file, as the protocol allows. */
export const sitemapSize = 50_000;

export function toSitemap(whole: Survey, site: URL): SitemapEntry[] {
  const { survey, chapters, papers, docs } = whole;
  const toEntry = (path: `/${string}`, lastmod?: string): SitemapEntry => ({
    loc: new URL(href(path), site).href,
    ...(lastmod ? { lastmod } : {}),
  });
  return [
    ...(['/', '/about/', '/changes/', '/data/', '/glossary/', '/search/'] as const).map((path) =>
      toEntry(path, survey.released),
    ),
    ...chapters.map(({ id }) => toEntry(chapterPath(id), survey.released)),
    ...papers.map(({ slug, added }) => toEntry(paperPath(slug), added)),
    ...[...toChapterLists(whole), ...toIndexViews(whole)].map(({ path }) => toEntry(path, survey.released)),
    ...docs.map(({ id }) => toEntry(docPath(id))),
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
