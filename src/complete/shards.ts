/** What a shard says of itself, and the whole site from all shards. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SearchDocument } from '../contract/search/document.ts';
import { offlineFiles } from '../contract/offline.ts';
import { digestOf, digestOfCode } from '../lib/digest.ts';
import { settings } from '../lib/settings.ts';
import { isOwn, type Shard } from '../lib/shard.ts';
import { saveCaches } from '../load/cache.ts';
import { paperDetails } from '../load/kept-html.ts';
import type { StoreEntries } from '../load/store-entries.ts';
import { makeOfflineFiles } from './offline.ts';
import { indexDocuments, toDocuments, toLanguage } from './search-index.ts';
import { keepOnly, placeFiles, toSiteFile, type SiteFile } from './site-folder.ts';

type Manifest = {
  shard: Shard;
  /** The same for all shards of one site. */
  sources: string;
  language: string;
  /** What is searched of its pages, each with its place among those of all. */
  documents: [place: number, document: SearchDocument][];
  /** From the root of the site. */
  files: string[];
};

const manifestPath = '/shard.json';

/** @param files paths of all other files of the shard */
export function describeShard(entries: StoreEntries, files: readonly string[]): SiteFile {
  const { shard = { at: 1, of: 1 } } = settings;
  const documents = toDocuments(entries, ({ digest }) => paperDetails.read(digest).abstract).map(
    (document, place): [number, SearchDocument] => [place, document],
  );
  const manifest: Manifest = {
    shard,
    sources: digestOf([
      digestOfCode(),
      settings.base,
      entries.survey,
      entries.chapters,
      entries.docs,
      listPapers(entries),
    ]),
    language: toLanguage(entries),
    documents: documents.filter(([, { entry }]) => isOwn(`${entry.url}index.html`, shard)),
    files: files.toSorted(),
  };
  return toSiteFile([manifestPath, `${JSON.stringify(manifest)}\n`]);
}

/** The digest of the HTML is known of a shard's own pages only. */
function listPapers({ papers }: StoreEntries): object[] {
  return papers.map(({ data: { htmlDigest: _, ...rest } }) => rest);
}

/**
 * Writes the site that one build would have made.
 * @param folders one for each shard
 * @returns what is wrong with them; nothing is written then
 */
export async function mergeShards(folders: readonly string[]): Promise<string | undefined> {
  const missing = folders.find((folder) => !existsSync(join(folder, manifestPath)));
  if (missing !== undefined) return `Unexpected folder ${missing}, expected one that npm run build -- --shard made`;
  const shards = folders.map((folder) => ({ folder, ...readManifest(folder) }));
  const wrong = findWrong(shards);
  if (wrong !== undefined) return wrong;
  const documents = shards.flatMap((one) => one.documents).sort(([a], [b]) => a - b);
  const index = await indexDocuments(documents.map(([, document]) => document), shards[0]?.language ?? 'en');
  const { placed } = await placeFiles([...listShards(shards), ...index.files]);
  const first = shards.find(({ shard }) => shard.at === 1)?.folder ?? '';
  const offline = await placeFiles(makeOfflineFiles(placed, first));
  keepOnly(new Set([...placed.keys(), ...offline.placed.keys()]));
  saveCaches({ prune: false });
  return undefined;
} // prettier-ignore

type FoundShard = Manifest & { folder: string };

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, manifestPath), 'utf8')) as Manifest;
}

function findWrong(shards: readonly FoundShard[]): string | undefined {
  const of = shards[0]?.shard.of ?? 0;
  const parts = shards.map(({ shard }) => `${shard.at}/${shard.of}`).sort();
  const expected = Array.from({ length: of }, (_, i) => `${i + 1}/${of}`).sort();
  if (parts.join() !== expected.join()) {
    return `Unexpected shards ${parts.join(', ')}, expected each of ${expected.join(', ')} once`;
  }
  const other = shards.find(({ sources }) => sources !== shards[0]?.sources);
  if (other) return `Unexpected shard ${other.folder}, expected one of the same content and code as ${shards[0]?.folder}`;
  const lost = shards.flatMap(({ folder, files }) => files.filter((path) => !existsSync(join(folder, path))).map((path) => join(folder, path)));
  return lost.length > 0 ? `Missing files of shards: ${lost.slice(0, 5).join(', ')}` : undefined;
} // prettier-ignore

function listShards(shards: readonly FoundShard[]): SiteFile[] {
  return shards.flatMap(({ folder, files }) =>
    files
      .filter((path) => path !== `/${offlineFiles.worker}`)
      .map((path) => ({ path, make: () => readFileSync(join(folder, path)) })),
  );
}
