/** Runs the real executable, as a person would. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

export type Outcome = { status: number | null; stdout: string; stderr: string };

/** @param input what stands on standard input */
export function scholium(
  args: readonly string[],
  { input = '', env = {} }: { input?: string; env?: NodeJS.ProcessEnv } = {},
): Outcome {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(root, 'scripts/cli.ts'), ...args],
    {
      cwd: root,
      input,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1', SCHOLIUM_CONTENT: '', ...env },
      maxBuffer: 2 ** 28,
    },
  );
  return { status, stdout, stderr };
}
