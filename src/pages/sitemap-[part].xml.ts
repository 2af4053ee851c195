import type { APIRoute, GetStaticPaths } from 'astro';
import { countSitemaps, renderSitemap, toSitemap } from '../lib/sitemap.ts';
import { getSurvey } from '../lib/survey.ts';

export const getStaticPaths = (async () => {
  return Array.from({ length: countSitemaps(await getSurvey()) }, (_, i) => ({
    params: { part: String(i) },
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ site, params }) => {
  if (!site) throw new Error('survey.yml says where the site is');
  return new Response(renderSitemap('urlset', toSitemap(await getSurvey(), site, Number(params.part))));
};
