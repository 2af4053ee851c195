/** Pagefind's part of the search index: the words of all texts, in small files of which a query loads a few. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { close, createIndex, type NewFileResponse } from 'pagefind';
import type { FullTextRecord } from '../contract/search/build-index.ts';

/** Pagefind's own interfaces: this site has one of its own, with the strings and styles of its pages. */
const unused = [
  ...['pagefind-ui.js', 'pagefind-ui.css', 'pagefind-modular-ui.js', 'pagefind-modular-ui.css'],
  ...['pagefind-component-ui.js', 'pagefind-component-ui.css', 'pagefind-highlight.js'],
];

/**
 * Writes Pagefind's index of the records, all of one language.
 * @returns what it calls each, in their order; it has none for a record without text
 */
export async function writeFullText(
  records: readonly FullTextRecord[],
  folder: string,
): Promise<(string | undefined)[]> {
  const { index, errors } = await createIndex({});
  if (!index) throw new Error(errors.join('\n'));
  const added = await Promise.all(records.map((record) => index.addCustomRecord(record)));
  const failed = added.flatMap((response: NewFileResponse) => response.errors);
  if (failed.length > 0) throw new Error(`Pages that cannot be indexed:\n${failed.join('\n')}`);
  await index.writeFiles({ outputPath: folder });
  await close();
  for (const name of unused) rmSync(join(folder, name), { force: true });
  const fragments = readFragments(folder);
  return records.map(({ url, content }) => {
    const fragment = fragments.get(url);
    if (fragment === undefined && content !== '') throw new Error(`Pagefind has no fragment for ${url}`);
    return fragment;
  });
}

/** What comes before the JSON in a file of Pagefind's. */
const signature = 'pagefind_dcd';

/** The names of fragments by the addresses that they hold. */
function readFragments(folder: string): Map<string, string> {
  const names = readdirSync(join(folder, 'fragment'));
  return new Map(
    names.map((name) => {
      const content = gunzipSync(readFileSync(join(folder, 'fragment', name))).toString();
      const { url } = JSON.parse(content.slice(signature.length)) as { url: string };
      return [url, name.replace(/\.pf_fragment$/, '')];
    }),
  );
}
