/** The site is made by the code that shows it, which the generator does not load: it is run. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { UsageError } from './io.ts';
import type { Run } from './table.ts';

const program = fileURLToPath(new URL('../../src/merge.ts', import.meta.url));

export const run: Run = async ({ site }, folders, io) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...folders], {
    encoding: 'utf8',
    env: { ...process.env, SCHOLIUM_OUT: site, SCHOLIUM_SHARD: '' },
  });
  io.print(stdout);
  if (status === 2) throw new UsageError(stderr.trim());
  if (status !== 0) io.printError(stderr);
  return status === 0;
};
