/** `scholium check --watch` answers every time a file is saved, however it is saved and whenever. */
import { spawn } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MissingFolder } from '../../scripts/disk.ts';
import { watchFolder } from '../../scripts/commands/watch.ts';
import { makeFolder, root } from '../fixtures/folders.ts';
import { sleepSurvey } from '../fixtures/sleep-survey.ts';

const page = 'papers/sleep/counting-sheep.mdx';
const sound = sleepSurvey().get(page) ?? '';
const faulty = sound.replace('section: Sheep', 'section: Shep');

let dir = '';
const save = (name: string, text: string): void => writeFileSync(path.join(dir, name), text);
beforeEach(() => void (dir = makeFolder(sleepSurvey())));
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test('a fault is found when it is saved, and gone when it is mended', async () => {
  const child = spawn(
    process.execPath,
    [path.join(root, 'scripts/cli.ts'), 'check', '--watch', '--content', dir],
    { env: { ...process.env, NO_COLOR: '1' } },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  const hear = async (words: string): Promise<void> => {
    await vi.waitFor(() => expect(said).toContain(words), { timeout: 60_000 });
    said = '';
  };
  try {
    await hear('Watching');
    save(page, faulty);
    await hear('[section-known]');
    save(page, sound);
    await hear('No errors.');
  } finally {
    child.kill();
    await ended;
  }
});

/** Each test waits for a round; one that does not come is a time-out. */
async function watchWhile(save: readonly (() => void)[]): Promise<void> {
  const rounds = watchFolder(dir);
  await rounds.next();
  for (const change of save) {
    change();
    await rounds.next();
  }
  await rounds.return(undefined as never);
}

test('a change between two rounds is not lost: the next one comes at once', async () => {
  await watchWhile([() => save(page, faulty), () => save(page, sound), () => save(page, faulty)]);
});

test('a file that is saved by renaming is seen every time', async () => {
  const replace = (text: string) => (): void => {
    save('.page.swp', text);
    renameSync(path.join(dir, '.page.swp'), path.join(dir, page));
  };
  await watchWhile([replace(faulty), replace(sound), replace(faulty), () => save(page, sound)]);
});

test('files in new folders, and in folders that come again, are seen', async () => {
  const folder = path.join(dir, 'papers/dreams/deep');
  const make = (): void => void mkdirSync(folder, { recursive: true });
  const edit = (): void => save('papers/dreams/deep/counting-goats.mdx', faulty);
  const remove = (): void => rmSync(folder, { recursive: true });
  await watchWhile([make, edit, edit, remove, make, edit]);
});

test('a folder that goes away ends the watch, and is named', async () => {
  const rounds = watchFolder(dir);
  await rounds.next();
  rmSync(dir, { recursive: true });
  await expect(rounds.next()).rejects.toThrow(MissingFolder);
});
