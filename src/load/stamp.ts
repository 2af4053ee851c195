/**
 * What a build remembers of itself, so that a build of the same sources has nothing to do: the digest of all that it
 * read, and the files that it wrote. It is forgotten before a build writes anything, and kept when all is written.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { manifestName } from '../contract/book-manifest.ts';
import { compareText } from '../contract/findings.ts';
import { digestOf, digestOfCode } from '../lib/digest.ts';
import { settings } from '../lib/settings.ts';

type Stamp = { sources: string; site: string };

const file = join(settings.cache, 'built.json');

/** The digest of all that a site is made from. */
export function digestOfSources(): string {
  const hash = createHash('sha256').update(JSON.stringify([settings, process.version, digestOfCode()]));
  for (const folder of [settings.content, settings.docs, join(settings.root, 'public')]) {
    for (const path of listAll(folder)) hash.update(`\n${path}\n`).update(readFileSync(join(folder, path)));
  }
  for (const folder of Object.values(settings.books)) {
    const manifest = join(folder, manifestName);
    if (existsSync(manifest)) hash.update(readFileSync(manifest));
  }
  return hash.digest('hex');
}

/** Whether the site is as the last build left it, and that build read the sources as they are. */
export function isBuilt(): boolean {
  if (!existsSync(file) || !existsSync(settings.out)) return false;
  const stamp = JSON.parse(readFileSync(file, 'utf8')) as Stamp;
  return stamp.sources === digestOfSources() && stamp.site === digestOfSite();
}

export function forgetBuilt(): void {
  rmSync(file, { force: true });
}

export function rememberBuilt(sources: string): void {
  const stamp: Stamp = { sources, site: digestOfSite() };
  mkdirSync(settings.cache, { recursive: true });
  writeFileAtomic.sync(file, JSON.stringify(stamp));
}

/** The files of the site, by what changes when somebody writes one. */
function digestOfSite(): string {
  return digestOf(
    listAll(settings.out).map((path) => {
      const { size, mtimeNs, ctimeNs } = statSync(join(settings.out, path), { bigint: true });
      return [path, String(size), String(mtimeNs), String(ctimeNs)];
    }),
  );
}

function listAll(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.scholium'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort(compareText);
}
