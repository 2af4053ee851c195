/** What reading without a connection needs: a list of all files of the survey with their sizes, and the service worker. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../contract/findings.ts';
import { offlineFiles, type OfflineFiles, type WorkerSite } from '../contract/offline.ts';
import { fullTextFolder, indexFolder } from '../contract/search/index-format.ts';
import { digestOf } from '../lib/digest.ts';
import { settings } from '../lib/settings.ts';
import { toSiteFile, type PlacedFiles, type SiteFile } from './site-folder.ts';

/** Reading needs pages and what they load; what is taken away (books, data, citations, feeds) needs a connection. */
const isRead = (path: string): boolean =>
  /\.html$|^favicon\.svg$/.test(path) ||
  ['assets', indexFolder, fullTextFolder].some((folder) => path.startsWith(`${folder}/`));

/** Every page needs the styles and scripts, and the fonts that it preloads. */
const isShell = (path: string): boolean => /^assets\/.*\.(?:css|js)$|^favicon\.svg$/.test(path);

/** The worker as the bundler leaves it: it is not told yet what site it is for. */
export const isUnfinished = ({ path }: SiteFile): boolean => path === `/${offlineFiles.worker}`;

/**
 * @param placed all other files of the site
 * @param assets the folder where the bundler left the worker
 */
export function makeOfflineFiles(placed: PlacedFiles, assets: string): SiteFile[] {
  const files = Array.from(placed, ([path, { size, digest }]) => ({ path: path.slice(1), size, digest }))
    .filter(({ path }) => isRead(path))
    .sort((a, b) => compareText(a.path, b.path))
    .map(({ path, size, digest }): OfflineFiles['files'][number] => [
      toAddress(path),
      size,
      digest.slice(0, 12),
    ]);
  const list: OfflineFiles = {
    version: digestOf(files).slice(0, 16),
    bytes: files.reduce((sum, [, bytes]) => sum + bytes, 0),
    files,
  };
  const worker = finishWorker(readFileSync(join(assets, offlineFiles.worker), 'utf8'), files);
  return [
    toSiteFile([`/${offlineFiles.list}`, `${JSON.stringify(list)}\n`]),
    toSiteFile([`/${offlineFiles.worker}`, worker]),
  ];
}

function finishWorker(worker: string, files: OfflineFiles['files']): string {
  const page = readFileSync(join(settings.out, offlineFiles.page, 'index.html'), 'utf8');
  const preloaded = new Set(page.match(/assets\/[\w.-]+\.woff2/g));
  const shell = files.filter(([path]) => isShell(path) || preloaded.has(path) || path === offlineFiles.page);
  const site: WorkerSite = {
    base: settings.base,
    version: digestOf([worker, shell]).slice(0, 16),
    shell: shell.map(([path]) => path),
    page: offlineFiles.page,
  };
  return `const site=${JSON.stringify(site)};\n${worker}`;
}

/** A page is read at the address of its folder. */
function toAddress(path: string): string {
  return path.replace(/(^|\/)index\.html$/, '$1');
}
