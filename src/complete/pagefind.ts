/** Pagefind's part of the search index: the words of all texts, in small files of which a query loads a few. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { close, createIndex, type NewFileResponse } from 'pagefind';
import type { FullTextRecord } from '../contract/search/build-index.ts';
import { readPages, signature, type PagefindPage } from '../contract/search/pagefind-pages.ts';

/** Pagefind's own interfaces: this site has one of its own, with the strings and styles of its pages. */
const unused = [
  ...['pagefind-ui.js', 'pagefind-ui.css', 'pagefind-modular-ui.js', 'pagefind-modular-ui.css'],
  ...['pagefind-component-ui.js', 'pagefind-component-ui.css', 'pagefind-highlight.js'],
];

/**
 * Writes Pagefind's index of the records, all of one language.
 * @param records those with a text first
 * @returns the name of its file that lists the pages, in the order of the records
 */
export async function writeFullText(records: readonly FullTextRecord[], folder: string): Promise<string> {
  const { index, errors } = await createIndex({});
  if (!index) throw new Error(errors.join('\n'));
  const added = await Promise.all(records.map((record) => index.addCustomRecord(record)));
  const failed = added.flatMap((response: NewFileResponse) => response.errors);
  if (failed.length > 0) throw new Error(`Pages that cannot be indexed:\n${failed.join('\n')}`);
  await index.writeFiles({ outputPath: folder });
  await close();
  for (const name of unused) rmSync(join(folder, name), { force: true });
  const [list] = readdirSync(folder).filter((name) => name.endsWith('.pf_meta'));
  if (list === undefined) throw new Error('Pagefind lists no pages');
  assertOrder(records, readPages(gunzipSync(readFileSync(join(folder, list)))), folder);
  return list;
}

/** The places of entries go by the order of Pagefind's pages. */
function assertOrder(
  records: readonly FullTextRecord[],
  pages: readonly PagefindPage[],
  folder: string,
): void {
  const indexed = records.filter(({ content }) => content !== '');
  if (pages.length !== indexed.length)
    throw new Error(`Pagefind has ${pages.length} of ${indexed.length} pages`);
  for (const at of new Set([0, Math.floor(pages.length / 2), pages.length - 1])) {
    const name = pages[at]?.name;
    if (name === undefined) continue;
    const content = gunzipSync(readFileSync(join(folder, 'fragment', `${name}.pf_fragment`))).toString();
    const { url } = JSON.parse(content.slice(signature.length)) as { url: string };
    if (url !== indexed[at]?.url) throw new Error(`Pagefind has ${url} in the place of ${indexed[at]?.url}`);
  }
}
