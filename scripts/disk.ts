/** The content folder on disk. Nothing else of `scripts/` but the commands reads or writes files. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readdir, readFile, realpath, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { compareText, type Report } from '../src/contract/findings.ts';
import type { ContentFiles } from '../src/contract/content.ts';
import { ContentError } from './lock.ts';

/** What to write, in the order of writing; `null` deletes. Paths are below the content folder. */
export type FileChanges = ReadonlyMap<string, string | null>;

/** Folders below the content folder that hold what a command needs; `''` is the folder itself, without its folders. */
export type ContentPart = '' | 'chapters' | 'facts' | 'listings' | 'papers' | 'records';

const allParts: readonly ContentPart[] = ['', 'chapters', 'facts', 'listings', 'papers', 'records'];

/** The folder that was named as a survey is none. */
export class MissingFolder extends Error {
  override name = 'MissingFolder';
}

/** @throws MissingFolder where there is no such folder */
export function assertFolder(dir: string): void {
  if (!existsSync(dir))
    throw new MissingFolder(`Missing folder ${dir}, expected a survey (scholium init makes one)`);
}

/**
 * Reads the files of a content folder as UTF-8, sorted by path. Other encodings are kept (with U+FFFD) and reported.
 * @param isNeeded which of them to read; the others are as if they were not there
 * @throws MissingFolder where there is no such folder
 */
export async function readContentFiles(
  dir: string,
  report: Report,
  parts: readonly ContentPart[] = allParts,
  isNeeded: (path: string) => boolean = () => true,
): Promise<Map<string, string>> {
  assertFolder(dir);
  const listed = await Promise.all(parts.map((part) => listPart(dir, part)));
  const paths = listed.flat().filter(isNeeded).sort(compareText);
  const texts = await Promise.all(paths.map((name) => readText(dir, name, report)));
  return new Map(paths.flatMap((name, index) => toRow(name, texts[index])));
}

function toRow(name: string, text: string | undefined): [string, string][] {
  return text === undefined ? [] : [[name, text]];
}

/**
 * Makes the changes that change something, one file at a time and each atomically. The caller holds the lock. All of
 * them are written down first (write-ahead logging; Gray, "Notes on data base operating systems", 1978): what a killed
 * process has not done, `finishChanges` does.
 * @returns the paths that were written or deleted
 * @throws ContentError before it would write over what somebody saved since the files were read, or out of the folder
 */
export async function writeChanges(
  dir: string,
  before: ContentFiles,
  changes: FileChanges,
): Promise<string[]> {
  const pending = [...changes].flatMap(([name, text]): PendingChange[] => {
    const was = before.get(name);
    return was === (text ?? undefined) ? [] : [{ name, was: toDigest(was), text }];
  });
  if (pending.length === 0) return [];
  const journal = path.join(dir, journalName);
  await replaceFile(dir, journal, JSON.stringify(pending));
  try {
    for (const change of pending) {
      if ((await readDigest(dir, change)) !== change.was)
        throw new ContentError(
          `${path.join(dir, change.name)} was saved while scholium was running: it is kept; run the command again`,
        );
      await makeChange(dir, change);
    }
  } finally {
    await rm(journal, { force: true });
  }
  return pending.map(({ name }) => name);
}

/**
 * Makes the changes that a killed process had begun. They end before the first file that people have changed since: there
 * the next run takes over, as it would have had it never begun. The caller holds the lock.
 */
export async function finishChanges(dir: string): Promise<void> {
  const journal = path.join(dir, journalName);
  if (!existsSync(journal)) return;
  for (const change of JSON.parse(await readFile(journal, 'utf8')) as PendingChange[]) {
    const now = await readDigest(dir, change);
    if (now === toDigest(change.text ?? undefined)) continue;
    if (now !== change.was) break;
    await makeChange(dir, change);
  }
  await rm(journal, { force: true });
}

/** Lies in the content folder while files are written. */
const journalName = '.scholium.journal';

/** What a file shall be, and the digest of what it was; both `null` where there is no file. */
type PendingChange = { name: string; was: string | null; text: string | null };

async function makeChange(dir: string, { name, text }: PendingChange): Promise<void> {
  const file = toPath(dir, name);
  await makeFolder(dir, path.dirname(file));
  if (text === null) await rm(file, { force: true });
  else await replaceFile(dir, file, text);
}

const toPath = (dir: string, name: string): string => path.join(dir, ...name.split('/'));

async function readDigest(dir: string, { name }: PendingChange): Promise<string | null> {
  return toDigest(await readFile(toPath(dir, name)).catch(() => undefined));
}

function toDigest(bytes: string | Buffer | undefined): string | null {
  return bytes === undefined ? null : createHash('sha256').update(bytes).digest('hex');
}

/** The one temporary file: whoever holds the lock writes one file at a time, and over what a killed process left. */
const temporaryName = '.scholium.tmp';

async function replaceFile(dir: string, file: string, text: string): Promise<void> {
  const temporary = path.join(dir, temporaryName);
  await rm(temporary, { force: true });
  const handle = await open(temporary, 'wx');
  try {
    await handle.writeFile(text);
  } finally {
    await handle.close();
  }
  await rename(temporary, file);
}

/** Makes a folder with those above it, unless one of them is a link that leads out of the content folder. */
async function makeFolder(dir: string, folder: string): Promise<void> {
  if (!existsSync(folder)) {
    await makeFolder(dir, path.dirname(folder));
    await mkdir(folder);
  }
  const below = path.relative(await realpath(dir), await realpath(folder));
  if (below.startsWith('..') || path.isAbsolute(below))
    throw new ContentError(`${folder} leads out of the content folder: replace the link by a folder`);
}

async function listPart(dir: string, part: ContentPart): Promise<string[]> {
  const root = path.join(dir, part);
  if (part !== '' && !existsSync(root)) return [];
  const entries = await readdir(root, { withFileTypes: true, recursive: part !== '' });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
}

/** @returns `undefined` where the file went away after it was listed, as those do that editors save by renaming */
async function readText(dir: string, name: string, report: Report): Promise<string | undefined> {
  const bytes = await readFile(toPath(dir, name)).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  if (!bytes) return undefined;
  const text = bytes.toString('utf8');
  if (text.includes('\uFFFD') && !bytes.includes(Buffer.from('\uFFFD'))) {
    const at = text.indexOf('\uFFFD');
    const line = text.slice(0, at).split('\n').length;
    report.add(
      'file-readable',
      name,
      { line, column: at - text.lastIndexOf('\n', at) },
      {
        message: 'Unexpected bytes that are not UTF-8',
        expected: 'UTF-8 text',
        hint: 'Save the file as UTF-8.',
      },
    );
  }
  return text;
}

/** Reads the HTML below `dir`; of other files it is enough that they are there. */
export async function readSiteFiles(dir: string): Promise<Map<string, string>> {
  const entries = await readdir(dir, { withFileTypes: true, recursive: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
  const texts = await Promise.all(
    names.map((name) => (name.endsWith('.html') ? readFile(path.join(dir, name), 'utf8') : '')),
  );
  return new Map(names.map((name, i) => [name, texts[i] ?? '']));
}
