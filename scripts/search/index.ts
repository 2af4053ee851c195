/** The site's own search in plain Node: the same engine over the same files. */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { openSearch, type SearchEngine } from '../../src/contract/search/engine.ts';
import { fullTextFolder, indexFolder } from '../../src/contract/search/index-format.ts';
import { loadPagefind } from './pagefind.ts';

/** `title` is as the page writes it, in Markdown with formulas. */
export type SearchHit = {
  title: string;
  url: string;
  kind: string;
  year: number | null;
  authors: string | null;
};

/** @throws where there is no index in `outDir` */
export function openSite(outDir: string): Promise<SearchEngine> {
  const site = resolve(outDir);
  const read = async (name: string): Promise<unknown> =>
    JSON.parse(await readFile(join(site, indexFolder, name), 'utf8'));
  const unpack = async (name: string): Promise<Uint8Array> =>
    gunzipSync(await readFile(join(site, fullTextFolder, name)));
  return openSearch({ read, unpack }, loadPagefind(join(site, fullTextFolder)));
}

export type SiteAnswer = { hits: SearchHit[]; meant?: string };

/**
 * Answers each query with at most `limit` hits, best first.
 * @param outDir the built site
 */
export async function searchSite(
  outDir: string,
  queries: readonly string[],
  limit: number,
): Promise<SiteAnswer[]> {
  const engine = await openSite(outDir);
  const answers: SiteAnswer[] = [];
  for (const query of queries) {
    const { places, meant } = await engine.search(query);
    const entries = await engine.readEntries(places.slice(0, limit));
    answers.push({
      hits: entries.map(({ title, markdown = title, url, kind, year, authors }) => ({
        title: markdown,
        url,
        kind,
        year: year ?? null,
        authors: authors?.join(', ') ?? null,
      })),
      ...(meant === undefined ? {} : { meant }),
    });
  }
  return answers;
}
