/**
 * The pages of the site as Astro's bundle renders them. What Astro's own build does between its bundle and its files is
 * done here, so that a page whose content stays need not be rendered, and Astro itself need not start where its bundle
 * is kept. It leans on how Astro 7.3 keeps styles by route; a test renders every kind of page.
 */
import type { RouteData } from 'astro';
import { StaticPaths } from 'astro/runtime/prerender/static-paths.js';
import { pathToFileURL } from 'node:url';
import type { SiteFile } from '../complete/site-folder.ts';
import { settings } from '../lib/settings.ts';
import type { Bundle } from './bundle.ts';

type Sheet = unknown;
type PathWithRoute = { pathname: string; route: RouteData; cacheKey?: string };
export type App = {
  manifest: {
    routes: { routeData: RouteData; styles: Sheet[]; scripts: unknown[] }[];
    pageMap?: Map<string, () => Promise<unknown>>;
  };
  setInternals(internals: { pagesByKeys: Map<string, { styles: { sheet: Sheet; order: number; depth: number }[] }> }): void;
  setOptions(options: object): void;
  render(request: Request, options: { routeData: RouteData }): Promise<Response>;
}; // prettier-ignore

/**
 * Loads the modules of a bundle, all but those of narratives, while the survey is still being read; whatever they show must be
 * handed over before their pages are listed.
 */
export async function loadApp({ entry }: Bundle): Promise<App> {
  const { app } = (await import(pathToFileURL(entry).href)) as { app: App };
  if (app.manifest.routes.some(({ scripts }) => scripts.length > 0)) {
    throw new Error(
      'Unexpected script that an integration adds to every page, expected none: it would be lost',
    );
  }
  app.setInternals({ pagesByKeys: toStyles(app) });
  app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: quiet } } });
  await Promise.all(Array.from(app.manifest.pageMap?.values() ?? [], (load) => load()));
  return app;
}

/** All pages that the site has, in the order of Astro's routes; making one throws what its code throws. @throws where two pages have one address */
export async function listPages(app: App, site: string): Promise<SiteFile[]> {
  const paths = (await new StaticPaths(app as never).getAll()) as PathWithRoute[];
  const pages = paths.map((path) => toPage(app, site, path));
  const files = new Set<string>();
  for (const { path } of pages) {
    if (files.has(path)) throw new Error(`Unexpected second page at ${path}`);
    files.add(path);
  }
  return pages;
}

/** What Astro's own logger would say of each page. */
const quiet = { write: () => true };

/** The order in which Astro's build sorted the sheets of a route is that of its manifest. */
function toStyles({
  manifest,
}: App): Map<string, { styles: { sheet: Sheet; order: number; depth: number }[] }> {
  return new Map(
    manifest.routes.map(({ routeData: { route, component }, styles }) => [
      `${route}&${component}`,
      { styles: styles.map((sheet, order) => ({ sheet, order, depth: 0 })) },
    ]),
  );
}

function toPage(app: App, site: string, { pathname, route, cacheKey }: PathWithRoute): SiteFile {
  return {
    path: toFile(pathname, route),
    key: cacheKey,
    make: async () => {
      const address = new URL(toAddress(pathname, route), site);
      const response = await app.render(new Request(address), { routeData: route });
      if (response.status >= 300 && route.pathname !== '/404') {
        throw new Error(`Unexpected status ${response.status} of ${pathname}`);
      }
      return new Uint8Array(await response.arrayBuffer());
    },
  };
}

/** Pages are folders; the page of an unknown address is a file of its own, as hosts expect it. */
function toFile(pathname: string, { type }: RouteData): string {
  const path = encodeURI(pathname);
  if (type === 'endpoint') return path;
  return path === '/404' ? '/404.html' : `${path.replace(/\/$/, '')}/index.html`;
}

function toAddress(pathname: string, { type }: RouteData): string {
  const path = `${settings.base}${pathname.replace(/^\//, '')}`;
  return type === 'endpoint' || path.endsWith('/') ? path : `${path}/`;
}
