/**
 * The folder of the site: what stands in it already is not written again, and what no longer belongs to it goes. Times of
 * files stay for whoever copies only what changed.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { settings } from '../lib/settings.ts';

export type SiteFile = readonly [path: string, content: string | Uint8Array];

const made = new Set<string>();

/** Files that wait for the disk at a time. */
const batch = 64;

/**
 * Writes files, by their paths from the root of the site.
 * @returns all their paths, and how many were not there as they are now
 */
export async function placeFiles(files: Iterable<SiteFile>): Promise<{ paths: string[]; written: number }> {
  const paths: string[] = [];
  const writing: Promise<void>[] = [];
  let written = 0;
  for (const [path, content] of files) {
    paths.push(path);
    const file = join(settings.out, path);
    if (isAsWritten(file, content)) continue;
    makeFolder(dirname(file));
    writing.push(writeFile(file, content));
    written += 1;
    if (writing.length === batch) await Promise.all(writing.splice(0));
  }
  await Promise.all(writing);
  return { paths, written };
}

/** Every file below a folder, as it stands in the site. */
export function* readFolder(folder: string): Generator<SiteFile> {
  for (const path of listFolder(folder)) yield [`/${path}`, readFileSync(join(folder, path))];
}

/** Takes away every file that is not among `paths`, and the folders that this leaves empty. */
export function keepOnly(paths: ReadonlySet<string>): void {
  const left = new Set<string>();
  for (const path of listFolder(settings.out)) {
    if (paths.has(`/${path}`)) continue;
    const file = join(settings.out, path);
    rmSync(file);
    left.add(dirname(file));
  }
  for (const folder of left) removeEmpty(folder);
}

function isAsWritten(file: string, content: string | Uint8Array): boolean {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat?.size === bytes.length && stat.isFile() && readFileSync(file).equals(bytes);
}

function makeFolder(folder: string): void {
  if (made.has(folder)) return;
  mkdirSync(folder, { recursive: true });
  made.add(folder);
}

/** Paths below a folder with forward slashes; nothing of a version control's. */
function listFolder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll(sep, '/'),
    )
    .filter((path) => !path.startsWith('.git/'));
}

function removeEmpty(folder: string): void {
  if (folder === settings.out || readdirSync(folder).length > 0) return;
  rmdirSync(folder);
  removeEmpty(dirname(folder));
}
