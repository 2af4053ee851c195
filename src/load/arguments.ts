/**
 * What a build is told on its command line, where its processes look for it: in the environment. Loaded before anything
 * that looks there.
 */
import { readShard } from '../lib/shard.ts';

const at = process.argv.indexOf('--shard');
if (at !== -1) [process.env.SCHOLIUM_SHARD = ''] = process.argv.splice(at, 2).slice(1);
try {
  readShard(process.env.SCHOLIUM_SHARD);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(2);
}
