import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ContentError, lockName, withLock } from '../../scripts/lock.ts';
import { makeFolder, root } from '../fixtures/folders.ts';

let dir = '';
const lock = (): string => path.join(dir, lockName);
beforeEach(() => void (dir = makeFolder(new Map([['survey.yml', '']]))));
afterEach(() => rmSync(dir, { recursive: true }));

test('the lock names its process and is gone afterwards', async () => {
  expect(await withLock(dir, async () => readFileSync(lock(), 'utf8'))).toBe(`${process.pid}\n`);
  expect(existsSync(lock())).toBe(false);
});

test('the lock is gone after a failure too', async () => {
  await expect(withLock(dir, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(existsSync(lock())).toBe(false);
});

test('the lock of a living process keeps every other one out', async () => {
  writeFileSync(lock(), `${process.ppid}\n`);
  await expect(withLock(dir, async () => 'written')).rejects.toThrow(ContentError);
  expect(readFileSync(lock(), 'utf8')).toBe(`${process.ppid}\n`);
});

test.each([
  ['a process that is gone', () => `${spawnSync(process.execPath, ['--version']).pid}\n`],
  ['a namesake', () => `${process.pid}\n`],
  ['a process killed before it wrote its number', () => ''],
  ['nobody', () => 'none\n'],
])('the lock of %s is taken over', async (_, held) => {
  writeFileSync(lock(), held());
  expect(await withLock(dir, async () => readFileSync(lock(), 'utf8'))).toBe(`${process.pid}\n`);
});

test.each(['ingest', 'generate', 'withdraw'])(
  'scholium %s writes nothing while another one does',
  (command) => {
    writeFileSync(lock(), `${process.pid}\n`);
    const { status, stderr } = spawnSync(
      process.execPath,
      [
        path.join(root, 'scripts/cli.ts'),
        command,
        '--content',
        dir,
        ...(command === 'withdraw' ? ['a', '--why', 'b'] : []),
      ],
      { encoding: 'utf8' },
    );
    expect(stderr).toBe(
      `error: another scholium (process ${process.pid}) is writing to ${dir}: ` +
        `wait until it has finished, or remove ${lock()} if that process is no scholium\n`,
    );
    expect(status).toBe(1);
  },
);
