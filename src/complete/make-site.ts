/** The folder of the site, from the bundle of its code and the reading of its content. */
import { offlineFiles } from '../contract/offline.ts';
import type { Reader } from '../load/reading.ts';
import { handOver } from '../load/handover.ts';
import { startPhases } from '../load/phases.ts';
import type { StoreEntries } from '../load/store-entries.ts';
import { listPages, loadApp } from '../render/app.ts';
import type { Bundling } from '../render/bundle.ts';
import { writePages } from '../render/write-pages.ts';
import { makeOfflineFiles } from './offline.ts';
import { readBooks } from './books.ts';
import { assertComplete } from './pages.ts';
import { keepOnly, placeFiles, readFolder, type SiteFile } from './site-folder.ts';

/** @returns whether the site is whole; what is wrong is told */
export async function makeSite(bundling: Bundling, { reading, beside }: Reader): Promise<boolean> {
  const phases = startPhases();
  const loading = bundling.bundle.then((bundle) => bundle && loadApp(bundle));
  const { entries, said } = await reading;
  if (said !== '') process.stderr.write(`${said}\n`);
  if (!entries) {
    bundling.stop();
    return false;
  }
  phases.end('reading');
  handOver(Promise.resolve(entries));
  const [bundle, app] = await Promise.all([bundling.bundle, loading]);
  if (!bundle || !app) {
    process.stderr.write(bundling.said());
    return false;
  }
  phases.end('bundling');
  const address = entries.survey[0]?.data.site ?? 'http://localhost';
  const pages = await listPages(app, address);
  const { rendered, written } = await writePages(pages);
  assertComplete(entries);
  phases.end('pages');
  const made = await beside;
  if (!made) return false;
  const { index, published } = made;
  const { paths } = await placeFiles(readBeside(entries, [bundle.assets, index.folder]));
  const offline = Object.values(offlineFiles).map((name) => `/${name}`);
  keepOnly(new Set([...pages.map(({ file }) => file), ...published, ...paths, ...offline]));
  await placeFiles(makeOfflineFiles(bundle.assets));
  phases.end('search and files');
  process.stdout.write(
    `${pages.length} pages, ${rendered} rendered, ${written} of them new or changed\n` +
      `${index.pages} pages in the search index, ${published.length} files beside the pages\n${phases.say()}\n`,
  );
  return true;
}

/** What was made in folders of its own. */
function* readBeside(entries: StoreEntries, folders: readonly string[]): Generator<SiteFile> {
  for (const folder of folders) {
    for (const file of readFolder(folder)) if (file[0] !== `/${offlineFiles.worker}`) yield file;
  }
  yield* readBooks(entries);
}
