/**
 * One writer at a time: a command that writes holds the lock of the content folder from its first read to its last
 * write. A lock names the process that holds it; one whose process is gone, killed say, is taken over.
 */
import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { assertFolder, finishChanges } from './disk.ts';

/** Lies in the content folder while a command writes. */
export const lockName = '.scholium.lock';

/** What is asked for cannot be done as the content folder is now; the message says what to do. */
export class ContentError extends Error {
  override name = 'ContentError';
}

/**
 * Runs `write` while no other process writes to the content folder, once what a killed process began is finished.
 * @throws ContentError where another one does, MissingFolder where there is no such folder
 */
export async function withLock<Result>(dir: string, write: () => Promise<Result>): Promise<Result> {
  assertFolder(dir);
  const lock = path.join(dir, lockName);
  await acquire(lock);
  try {
    await finishChanges(dir);
    return await write();
  } finally {
    await rm(lock, { force: true });
  }
}

async function acquire(lock: string): Promise<void> {
  // A lock is empty between its creation and its first write; one that stays so was left by a process killed there.
  let patience = 50;
  while (!(await succeeds(writeFile(lock, `${process.pid}\n`, { flag: 'wx' }), 'EEXIST'))) {
    const held = await readLock(lock);
    if (held === '' && patience-- > 0) await wait(20);
    else if (held !== undefined && isAlive(Number(held))) {
      throw new ContentError(
        `another scholium (process ${held.trim()}) is writing to ${path.dirname(lock)}: ` +
          `wait until it has finished, or remove ${lock} if that process is no scholium`,
      );
    } else if (held !== undefined) await discard(lock, held);
  }
}

function isAlive(holder: number): boolean {
  // A process never meets its own lock: one with its number was left by a namesake.
  if (!Number.isInteger(holder) || holder <= 0 || holder === process.pid) return false;
  try {
    return process.kill(holder, 0);
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

/** Moves a dead lock away: of several processes that find it only one can. A live lock met instead is put back. */
async function discard(lock: string, dead: string): Promise<void> {
  const grave = `${lock}.${randomUUID()}`;
  if (!(await succeeds(rename(lock, grave), 'ENOENT'))) return;
  const found = await readLock(grave);
  if (found !== undefined && found !== dead) await succeeds(writeFile(lock, found, { flag: 'wx' }), 'EEXIST');
  await rm(grave, { force: true });
}

async function readLock(lock: string): Promise<string | undefined> {
  try {
    return await readFile(lock, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** @returns whether the file operation was done; the one failure named is an answer, no error */
async function succeeds(operation: Promise<unknown>, failure: string): Promise<boolean> {
  try {
    await operation;
    return true;
  } catch (error) {
    if (hasCode(error, failure)) return false;
    throw error;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
