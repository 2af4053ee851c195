/** Writes the pages, but renders none whose content is that of the build before and whose file stands as that left it. */
import { mkdirSync, readFileSync, statSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { placeFiles } from '../complete/site-folder.ts';
import { settings } from '../lib/settings.ts';
import type { Page } from './app.ts';

/** What a page showed when its file was written, and what tells whether somebody wrote to it since. */
type Written = { key: string; size: number; mtime: number };
type Ledger = { site: string; pages: Record<string, Written> };

const ledgerFile = join(settings.cache, 'pages.json');

/** Pages that wait for the disk while others are rendered. */
const batch = 32;

/** @returns how many were rendered, and how many of those are not as they were */
export async function writePages(pages: readonly Page[]): Promise<{ rendered: number; written: number }> {
  const before = readLedger();
  const stale = pages.filter(({ file, key }) => !isAsWritten(file, key, before[file]));
  let written = 0;
  let placing = placeFiles([]);
  for (let start = 0; start < stale.length; start += batch) {
    const files: [string, Uint8Array][] = [];
    for (const { file, render } of stale.slice(start, start + batch)) files.push([file, await render()]);
    written += (await placing).written;
    placing = placeFiles(files);
  }
  written += (await placing).written;
  saveLedger(pages);
  return { rendered: stale.length, written };
}

function isAsWritten(file: string, key: string | undefined, before: Written | undefined): boolean {
  if (key === undefined || before?.key !== key) return false;
  const stat = statSync(join(settings.out, file), { throwIfNoEntry: false });
  return stat !== undefined && stat.size === before.size && stat.mtimeMs === before.mtime;
}

function readLedger(): Ledger['pages'] {
  if (!existsSync(ledgerFile)) return {};
  const { site, pages } = JSON.parse(readFileSync(ledgerFile, 'utf8')) as Ledger;
  return site === settings.out ? pages : {};
}

function saveLedger(pages: readonly Page[]): void {
  const rows = pages.flatMap(({ file, key }): [string, Written][] => {
    if (key === undefined) return [];
    const { size, mtimeMs } = statSync(join(settings.out, file));
    return [[file, { key, size, mtime: mtimeMs }]];
  });
  const ledger: Ledger = { site: settings.out, pages: Object.fromEntries(rows) };
  mkdirSync(settings.cache, { recursive: true });
  writeFileAtomic.sync(ledgerFile, JSON.stringify(ledger));
}
