/** The site's own search in plain Node: Pagefind's client over the built index, with the site's query handling. */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ranking, runQuery, type Engine } from '../../src/contract/query.ts';

/** `title` is as the page writes it, in Markdown with formulas. */
export type SearchHit = {
  title: string;
  url: string;
  kind: string;
  year: string | null;
  authors: string | null;
};

/**
 * Answers each query with at most `limit` hits, best first.
 * @param outDir the built site
 * @throws where there is no index
 */
export async function searchSite(
  outDir: string,
  queries: readonly string[],
  limit: number,
): Promise<SearchHit[][]> {
  const folder = pathToFileURL(`${join(resolve(outDir), 'pagefind')}/`);
  const restore = serveFiles();
  try {
    const engine = (await import(new URL('pagefind.js', folder).href)) as Engine;
    await engine.options({ basePath: folder.href, baseUrl: '/', ranking });
    const answers: SearchHit[][] = [];
    for (const query of queries) {
      const outcome = await runQuery(engine, query);
      const fragments = await outcome.load(0, limit);
      answers.push(
        fragments.map(({ url, meta }) => ({
          title: meta.markdown ?? meta.title ?? '',
          url,
          kind: meta.kind ?? '',
          year: meta.year ?? null,
          authors: meta.authors ?? null,
        })),
      );
    }
    return answers;
  } finally {
    restore();
  }
}

/** Pagefind fetches its files; here they are read from disk. */
function serveFiles(): () => void {
  const { fetch } = globalThis;
  globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.protocol !== 'file:') return fetch(input, init);
    url.search = '';
    return new Response(await readFile(fileURLToPath(url)));
  };
  return () => {
    globalThis.fetch = fetch;
  };
}
