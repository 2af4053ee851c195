/**
 * Writes an invented survey.
 *
 *   node tests/bench/survey/write.ts 4130 FOLDER
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inventSurvey } from './files.ts';

/** Into `folder`, which must be empty or absent. */
export function writeSurvey(count: number, folder: string): void {
  const made = new Set<string>();
  for (const [name, content] of inventSurvey(count)) {
    const file = path.join(folder, name);
    const parent = path.dirname(file);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    writeFileSync(file, content, { flag: 'wx' });
  }
}

if (import.meta.main) {
  const [count, folder] = process.argv.slice(2);
  if (folder === undefined || !(Number(count) > 0))
    throw new Error('Say how many papers, and into which folder');
  writeSurvey(Number(count), folder);
}
