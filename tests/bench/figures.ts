/**
 * What the survey's site costs and what its search finds, as JSON for `scholium compare`:
 *
 *   npm run figures -- figures.json   builds `dist/` (or SCHOLIUM_OUT) with every cache deleted, measures, writes
 */
import { globSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Figures } from '../../scripts/compare/figures.ts';
import { openSite } from '../../scripts/search/index.ts';
import { scoreSite } from '../search/contract.ts';
import { measure, type Measured } from './processes.ts';

const root = path.resolve(import.meta.dirname, '../..');
const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('Name the file to write: npm run figures -- figures.json');
const out = process.env.SCHOLIUM_OUT ?? 'dist';
const build = [path.join(root, 'src/build.ts')];
for (const folder of [out, '.cache']) rmSync(folder, { recursive: true, force: true });

const cold = await run(build);
const again = await run(build);
const check = await run([path.join(root, 'scripts/cli.ts'), 'check']);
const { count } = await openSite(out);
const { all } = await scoreSite(out);
const figures: Figures = {
  pages: count,
  build: cold.wall,
  unchanged: again.wall,
  memory: cold.memory,
  bytes: globSync('**', { cwd: out })
    .map((name) => statSync(path.join(out, name)))
    .reduce((sum, entry) => (entry.isFile() ? sum + entry.size : sum), 0),
  check: check.wall,
  queries: all?.queries ?? 0,
  mrr: all?.mrr ?? 0,
  recallAt1: all?.recallAt1 ?? 0,
  recallAt5: all?.recallAt5 ?? 0,
};
writeFileSync(file, `${JSON.stringify(figures, null, 2)}\n`);

async function run(args: readonly string[]): Promise<Measured> {
  const measured = await measure(args, { NODE_ENV: 'production' });
  if (measured.status !== 0)
    throw new Error(`${path.relative(root, args[0] ?? '')} ended with ${measured.status}: run it to see why`);
  return measured;
}
