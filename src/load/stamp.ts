/**
 * What a build remembers of itself, so that a build of the same sources has nothing to do: the digest of all that it
 * read. It is forgotten before a build writes anything, and kept when all is written.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { manifestName } from '../contract/book-formats.ts';
import { compareText } from '../contract/findings.ts';
import { isAsLeft } from '../complete/site-folder.ts';
import { digestOfCode } from '../lib/digest.ts';
import { digestOfSource, saveSources } from '../lib/known-files.ts';
import { settings } from '../lib/settings.ts';

type Stamp = { sources: string };

const file = join(settings.cache, 'built.json');

let sources: string | undefined;

/** The digest of all that a site is made from, as it was when somebody first asked: later edits are not taken for built. */
export function digestOfSources(): string {
  return (sources ??= readSources());
}

/** Whether the site is as the last build left it, and that build read the sources as they are. */
export function isBuilt(): boolean {
  if (!existsSync(file) || !existsSync(settings.out)) return false;
  return (JSON.parse(readFileSync(file, 'utf8')) as Stamp).sources === digestOfSources() && isAsLeft();
}

export function forgetBuilt(): void {
  rmSync(file, { force: true });
}

export function rememberBuilt(): void {
  const stamp: Stamp = { sources: digestOfSources() };
  mkdirSync(settings.cache, { recursive: true });
  writeFileAtomic.sync(file, JSON.stringify(stamp));
}

function readSources(): string {
  const hash = createHash('sha256').update(JSON.stringify([settings, process.version, digestOfCode()]));
  for (const folder of [settings.content, settings.docs, join(settings.root, 'public')]) {
    for (const path of listAll(folder)) hash.update(`\n${path} ${digestOfSource(join(folder, path))}`);
  }
  for (const folder of Object.values(settings.books)) {
    hash.update(`\n${digestOfSource(join(folder, manifestName))}`);
  }
  saveSources();
  return hash.digest('hex');
}

function listAll(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.scholium'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort(compareText);
}
