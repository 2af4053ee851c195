import type { APIRoute, GetStaticPaths } from 'astro';
import { renderSitemap, sitemapSize, toSitemap } from '../lib/sitemap.ts';
import { getSurvey } from '../lib/survey.ts';

const placeholder = new URL('https://example.org');

export const getStaticPaths = (async () => {
  const count = Math.ceil(toSitemap(await getSurvey(), placeholder).length / sitemapSize);
  return Array.from({ length: count }, (_, i) => ({ params: { part: String(i) } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ site, params }) => {
  if (!site) throw new Error('survey.yml says where the site is');
  const entries = toSitemap(await getSurvey(), site);
  const start = Number(params.part) * sitemapSize;
  return new Response(renderSitemap('urlset', entries.slice(start, start + sitemapSize)));
};
