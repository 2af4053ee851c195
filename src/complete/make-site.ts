/** The folder of the site, from the bundle of its code and the reading of its content. */
import type { Reader } from '../load/reading.ts';
import { handOver } from '../load/handover.ts';
import { startPhases } from '../load/phases.ts';
import type { StoreEntries } from '../load/store-entries.ts';
import { listPages, loadApp } from '../render/app.ts';
import type { Bundling } from '../render/bundle.ts';
import { settings } from '../lib/settings.ts';
import { isOwn } from '../lib/shard.ts';
import { listBooks } from './books.ts';
import { isUnfinished, makeOfflineFiles } from './offline.ts';
import { assertComplete } from './pages.ts';
import {
  keepOnly,
  listSiteFiles,
  placeFiles,
  readPlaced,
  savePlaced,
  type PlacedFiles,
  type SiteFile,
} from './site-folder.ts';

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
  const pages = (await listPages(app, address)).filter(({ path }) => isOwn(path, settings.shard));
  const before = readPlaced();
  const { placed, made, written } = await placeFiles(pages, before);
  assertComplete(entries);
  phases.end('pages');
  const others = await beside;
  if (!others) return false;
  const own: PlacedFiles = new Map([...placed, ...others.placed]);
  const rest = settings.shard ? finishShard : finishSite;
  const site = await rest({ entries, assets: bundle.assets, own, before });
  keepOnly(site);
  savePlaced(site);
  phases.end('search and files');
  process.stdout.write(
    `${pages.length} pages, ${made} rendered, ${written} of them new or changed\n` +
      `${others.searched ?? 'No'} pages in the search index, ${others.placed.size} files beside the pages\n` +
      `${phases.say()}\n`,
  );
  return true;
}

type Finish = (site: {
  entries: StoreEntries;
  assets: string;
  own: PlacedFiles;
  before: PlacedFiles;
}) => Promise<PlacedFiles>;

const finishSite: Finish = async ({ entries, assets, own, before }) => {
  const { placed } = await placeFiles([...listAssets(assets), ...listBooks(entries)], before);
  const site: PlacedFiles = new Map([...own, ...placed]);
  const offline = await placeFiles(makeOfflineFiles(site, assets), before);
  return new Map([...site, ...offline.placed]);
};

/** Search and the files for reading without a connection are made of all shards together. */
const finishShard: Finish = async ({ entries, assets, own, before }) => {
  const { describeShard } = await import('./shards.ts');
  const shared = settings.shard?.at === 1 ? [...listSiteFiles(assets), ...listBooks(entries)] : [];
  const all = [...own.keys(), ...shared.map(({ path }) => path)];
  const { placed } = await placeFiles([...shared, describeShard(entries, all)], before);
  return new Map([...own, ...placed]);
};

/** The service worker is written when all else stands. */
function listAssets(assets: string): SiteFile[] {
  return listSiteFiles(assets).filter((file) => !isUnfinished(file));
}
