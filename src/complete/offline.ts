/** What reading without a connection needs: a list of all files of the survey with their sizes, and the service worker. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../contract/findings.ts';
import { offlineFiles, type OfflineFiles, type WorkerSite } from '../contract/offline.ts';
import { fullTextFolder, indexFolder } from '../contract/search/index-format.ts';
import { digestOf } from '../lib/digest.ts';
import { settings } from '../lib/settings.ts';
import type { SiteFile } from './site-folder.ts';

/** Reading needs pages and what they load; what is taken away (books, data, citations, feeds) needs a connection. */
const isRead = (path: string): boolean =>
  /\.html$|^favicon\.svg$/.test(path) ||
  ['assets', indexFolder, fullTextFolder].some((folder) => path.startsWith(`${folder}/`));

/** Every page needs the styles and scripts, and the fonts that it preloads. */
const isShell = (path: string): boolean => /^assets\/.*\.(?:css|js)$|^favicon\.svg$/.test(path);

/** The worker as the bundler leaves it: it is not told yet what site it is for. */
export const isUnfinished = ([path]: SiteFile): boolean => path === `/${offlineFiles.worker}`;

/**
 * @param paths of all other files of the site, from its root; they are there
 * @param assets the folder where the bundler left the worker
 */
export function makeOfflineFiles(paths: readonly string[], assets: string): SiteFile[] {
  const files = paths
    .map((path) => path.slice(1))
    .filter(isRead)
    .sort(compareText)
    .map(describe);
  const list: OfflineFiles = {
    version: digestOf(files).slice(0, 16),
    bytes: files.reduce((sum, [, bytes]) => sum + bytes, 0),
    files,
  };
  return [
    [`/${offlineFiles.list}`, `${JSON.stringify(list)}\n`],
    [`/${offlineFiles.worker}`, finishWorker(readFileSync(join(assets, offlineFiles.worker), 'utf8'), files)],
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

/** A page by the address that it is read at. */
function describe(path: string): OfflineFiles['files'][number] {
  const content = readFileSync(join(settings.out, path));
  const digest = createHash('sha256').update(content).digest('hex').slice(0, 12);
  return [path.replace(/(^|\/)index\.html$/, '$1'), content.length, digest];
}
