/** The files for machines beside the pages, written in one go. */
import { mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { settings } from '../lib/settings.ts';
import type { PublishedFiles } from '../publish/files.ts';

/** @returns how many were written */
export async function writePublishedFiles(files: PublishedFiles): Promise<number> {
  const folders = new Set([...files.keys()].map((path) => dirname(path)));
  for (const folder of folders) mkdirSync(join(settings.out, folder), { recursive: true });
  await Promise.all([...files].map(([path, content]) => writeFile(join(settings.out, path), content)));
  return files.size;
}
