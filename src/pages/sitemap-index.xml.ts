import type { APIRoute } from 'astro';
import { href } from '../lib/links.ts';
import { countSitemaps, renderSitemap } from '../lib/sitemap.ts';
import { getSurvey } from '../lib/survey.ts';

export const GET: APIRoute = async ({ site }) => {
  if (!site) throw new Error('survey.yml says where the site is');
  const parts = Array.from({ length: countSitemaps(await getSurvey()) }, (_, i) => ({
    loc: new URL(href(`/sitemap-${i}.xml`), site).href,
  }));
  return new Response(renderSitemap('sitemapindex', parts));
};
