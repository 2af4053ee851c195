/** `scholium merge`: one site of the folders that `npm run build -- --shard i/n` made. */
import { relative } from 'node:path';
import { mergeShards } from './complete/shards.ts';
import { settings } from './lib/settings.ts';

const wrong = await mergeShards(process.argv.slice(2));
if (wrong === undefined) {
  process.stdout.write(`${relative(process.cwd(), settings.out) || settings.out} is made of ${process.argv.length - 2} shards.\n`);
} else {
  process.stderr.write(`${wrong}\n`);
  process.exitCode = 2;
} // prettier-ignore
