/** Builds sites for the tests, one at a time: Astro keeps what it knows of a project in one folder of it. */
import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');
export const fixture = path.join(root, 'tests/fixtures/survey');

/** Where the tests keep what they build; a cache, never in git. */
export const workFolder = path.join(root, '.cache', 'tests');

export type BuildOptions = { content: string; out: string; base?: string; env?: NodeJS.ProcessEnv };
export type BuildOutcome = { status: number | null; output: string };

export async function buildSite({ content, out, base = '/', env = {} }: BuildOptions): Promise<BuildOutcome> {
  return whileLocked(() =>
    run({ ...env, SCHOLIUM_CONTENT: content, SCHOLIUM_OUT: out, SCHOLIUM_BASE: base }),
  );
}

/**
 * Starts a build and kills it, with all processes that it started or alone.
 * @param after milliseconds from its start; a build that ends before is left as it is
 * @returns what was done, in words
 */
export async function killBuild(
  { content, out }: BuildOptions,
  { after, alone }: { after: number; alone: boolean },
): Promise<string> {
  return whileLocked(async () => {
    const child = spawn(process.execPath, [path.join(root, 'src/build.ts')], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production', SCHOLIUM_CONTENT: content, SCHOLIUM_OUT: out },
      stdio: 'ignore',
      // A group of its own, so that all of it can be killed.
      detached: true,
    });
    const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
    const timer = setTimeout(
      () => process.kill(alone ? (child.pid ?? 0) : -(child.pid ?? 0), 'SIGKILL'),
      after,
    );
    await ended;
    clearTimeout(timer);
    return `killed ${alone ? 'alone ' : ''}after ${after} ms`;
  });
}

/** The output goes to a file: a process that exits may leave the end of a long list of findings behind in a pipe. */
async function run(env: NodeJS.ProcessEnv): Promise<BuildOutcome> {
  const log = path.join(workFolder, 'build.log');
  const file = openSync(log, 'w');
  const child = spawn(process.execPath, [path.join(root, 'src/build.ts')], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1', ...env },
    stdio: ['ignore', file, file],
  });
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  closeSync(file);
  return { status, output: readFileSync(log, 'utf8') };
}

const pause = 100;

/** Tests run in several processes; the lock names its owner, so that one left by a process that ended is taken over. */
export async function whileLocked<T>(work: () => Promise<T>): Promise<T> {
  const lock = path.join(workFolder, 'lock');
  mkdirSync(workFolder, { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch {
      if (isAbandoned(lock)) rmSync(lock, { force: true });
      else await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function isAbandoned(lock: string): boolean {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0);
    return false;
  } catch {
    return existsSync(lock);
  }
}
