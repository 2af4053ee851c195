import type { APIRoute } from 'astro';
import { href } from '../lib/links.ts';
import { renderSitemap, sitemapSize, toSitemap } from '../lib/sitemap.ts';
import { getSurvey } from '../lib/survey.ts';

export const GET: APIRoute = async ({ site }) => {
  if (!site) throw new Error('survey.yml says where the site is');
  const count = Math.ceil(toSitemap(await getSurvey(), site).length / sitemapSize);
  const parts = Array.from({ length: count }, (_, i) => ({
    loc: new URL(href(`/sitemap-${i}.xml`), site).href,
  }));
  return new Response(renderSitemap('sitemapindex', parts));
};
