/** The folder of the site, from the bundle of its code and the reading of its content. */
import type { Reader } from '../load/reading.ts';
import { handOver } from '../load/handover.ts';
import { startPhases } from '../load/phases.ts';
import type { StoreEntries } from '../load/store-entries.ts';
import { listPages, loadApp } from '../render/app.ts';
import type { Bundling } from '../render/bundle.ts';
import { writePages } from '../render/write-pages.ts';
import { settings } from '../lib/settings.ts';
import { isOwn } from '../lib/shard.ts';
import { readBooks } from './books.ts';
import { isUnfinished, makeOfflineFiles } from './offline.ts';
import { assertComplete } from './pages.ts';
import type { SearchIndex } from './search-index.ts';
import { describeShard } from './shards.ts';
import { keepOnly, placeFiles, readFolder, type SiteFile } from './site-folder.ts';

/** @returns whether the site is whole; what is wrong is told */
export async function makeSite(bundling: Bundling, { reading, beside }: Reader): Promise<boolean> {
  const phases = startPhases();
  const loading = bundling.bundle.then((bundle) => bundle && loadApp(bundle));
  // Whether it can be loaded matters only where there is something to show.
  loading.catch(() => undefined);
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
  const pages = (await listPages(app, address)).filter(({ file }) => isOwn(file, settings.shard));
  const { rendered, written } = await writePages(pages);
  assertComplete(entries);
  phases.end('pages');
  const made = await beside;
  if (!made) return false;
  const own = [...pages.map(({ file }) => file), ...made.published];
  await (settings.shard ? finishShard : finishSite)(entries, bundle.assets, own, made.index);
  phases.end('search and files');
  process.stdout.write(
    `${pages.length} pages, ${rendered} rendered, ${written} of them new or changed\n` +
      `${made.index?.pages ?? 'No'} pages in the search index, ${made.published.length} files beside the pages\n` +
      `${phases.say()}\n`,
  );
  return true;
}

type Finish = (
  entries: StoreEntries,
  assets: string,
  own: readonly string[],
  index: SearchIndex | undefined,
) => Promise<void>;

const finishSite: Finish = async (entries, assets, own, index) => {
  const { paths } = await placeFiles([
    ...readAssets(assets),
    ...readBooks(entries),
    ...readFolder(index?.folder ?? ''),
  ]);
  const site = [...own, ...paths];
  const offline = await placeFiles(makeOfflineFiles(site, assets));
  keepOnly(new Set([...site, ...offline.paths]));
};

/** Search and the files for reading without a connection are made of all shards together. */
const finishShard: Finish = async (entries, assets, own) => {
  const shared = settings.shard?.at === 1 ? [...readFolder(assets), ...readBooks(entries)] : [];
  const all = [...own, ...shared.map(([path]) => path)];
  const { paths } = await placeFiles([...shared, describeShard(entries, all)]);
  keepOnly(new Set([...all, ...paths]));
};

/** The service worker is written when all else stands. */
function readAssets(assets: string): SiteFile[] {
  return [...readFolder(assets)].filter((file) => !isUnfinished(file));
}
