/** The folder of the site, from the bundle of its code and the reading of its content. */
import type { Reader } from '../load/reading.ts';
import { handOver } from '../load/handover.ts';
import type { StoreEntries } from '../load/store-entries.ts';
import { listPages, loadApp } from '../render/app.ts';
import type { Bundling } from '../render/bundle.ts';
import { writePages } from '../render/write-pages.ts';
import { readBooks } from './books.ts';
import { isUnfinished, makeOfflineFiles } from './offline.ts';
import { assertComplete } from './pages.ts';
import { keepOnly, placeFiles, readFolder, type SiteFile } from './site-folder.ts';

/** @returns whether the site is whole; what is wrong is told */
export async function makeSite(bundling: Bundling, { reading, beside }: Reader): Promise<boolean> {
  const loading = bundling.bundle.then((bundle) => bundle && loadApp(bundle));
  const { entries, said } = await reading;
  if (said !== '') process.stderr.write(`${said}\n`);
  if (!entries) {
    bundling.stop();
    return false;
  }
  handOver(Promise.resolve(entries));
  const [bundle, app] = await Promise.all([bundling.bundle, loading]);
  if (!bundle || !app) {
    process.stderr.write(bundling.said());
    return false;
  }
  const address = entries.survey[0]?.data.site ?? 'http://localhost';
  const pages = await listPages(app, address);
  const { rendered, written } = await writePages(pages);
  assertComplete(entries);
  const made = await beside;
  if (!made) return false;
  const { index, published } = made;
  const { paths } = await placeFiles(readBeside(entries, [bundle.assets, index.folder]));
  const site = [...pages.map(({ file }) => file), ...published, ...paths];
  const offline = await placeFiles(makeOfflineFiles(site, bundle.assets));
  keepOnly(new Set([...site, ...offline.paths]));
  process.stdout.write(
    `${pages.length} pages, ${rendered} rendered, ${written} of them new or changed\n` +
      `${index.pages} pages in the search index, ${published.length} files beside the pages\n`,
  );
  return true;
}

/** What was made in folders of its own. */
function* readBeside(entries: StoreEntries, folders: readonly string[]): Generator<SiteFile> {
  for (const folder of folders) {
    for (const file of readFolder(folder)) if (!isUnfinished(file)) yield file;
  }
  yield* readBooks(entries);
}
