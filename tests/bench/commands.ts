/**
 * The cost of the commands round the build, on the survey of the repository. The last column is the ratio to the
 * reference, reading all pages with remark-parse and remark-math in this run.
 */
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { measure, printMeasured } from './processes.ts';

const root = path.resolve(import.meta.dirname, '../..');
const temporary = mkdtempSync(path.join(tmpdir(), 'scholium-bench-'));
const content = path.join(temporary, 'content');
const env = { SCHOLIUM_CONTENT: content, NODE_ENV: 'production' };
cpSync(path.join(root, 'content'), content, { recursive: true });
process.chdir(root);

const pages = globSync('papers/**/*.mdx', { cwd: content }).map((file) => path.join(content, file));
const reference = timeReading();
process.stdout.write(`reference: ${pages.length} pages read in ${reference.toFixed(2)} s\n`);

const scholium = path.join(root, 'scripts/cli.ts');
await report('check, whole survey', [scholium, 'check']);
await report('check, one page', [scholium, 'check', pages[1] ?? '']);
await report('ingest', [scholium, 'ingest']);
await report('generate', [scholium, 'generate']);
rmSync(temporary, { recursive: true });

async function report(name: string, args: readonly string[]): Promise<void> {
  const measured = await measure(args, env);
  if (measured.status !== 0) throw new Error(`${name} ended with ${measured.status}`);
  process.stdout.write(printMeasured(name, measured, reference));
}

function timeReading(): number {
  const processor = unified().use(remarkParse).use(remarkMath);
  const start = performance.now();
  for (const file of pages) processor.parse(readFileSync(file, 'utf8').replace(/^---[\s\S]*?\n---\n/, ''));
  return (performance.now() - start) / 1000;
}
