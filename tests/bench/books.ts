/**
 * The cost of books: one chapter and all of them in one with every cache deleted, and the book again with nothing changed.
 * The last column is the ratio to the reference, reading all pages with remark-parse and remark-math in this run.
 */
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { measure, printMeasured } from './processes.ts';

const root = path.resolve(import.meta.dirname, '../..');
const out = mkdtempSync(path.join(tmpdir(), 'scholium-bench-'));
const scholium = path.join(root, 'scripts/cli.ts');
process.chdir(root);

const chapter = largestChapter();
const reference = timeReading();
await report(`pdf, ${chapter}, cold`, ['--chapter', chapter], true);
await report('pdf, book, cold', ['--book'], true);
await report('pdf, book, nothing changed', ['--book'], false);
rmSync(out, { recursive: true });

async function report(name: string, args: readonly string[], isCold: boolean): Promise<void> {
  if (isCold) rmSync(path.join(root, '.cache', 'spoken.json'), { force: true });
  const measured = await measure([scholium, 'pdf', '--out', out, ...args]);
  if (measured.status !== 0) throw new Error(`${name} ended with ${measured.status}`);
  process.stdout.write(printMeasured(name, measured, reference));
}

function largestChapter(): string {
  const chapters = globSync('content/papers/*/*.mdx').map((file) => path.basename(path.dirname(file)));
  const sizes = Map.groupBy(chapters, (id) => id);
  return [...sizes].sort(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? '';
}

function timeReading(): number {
  const processor = unified().use(remarkParse).use(remarkMath);
  const pages = globSync('content/papers/**/*.mdx');
  const start = performance.now();
  for (const file of pages) processor.parse(readFileSync(file, 'utf8').replace(/^---[\s\S]*?\n---\n/, ''));
  return (performance.now() - start) / 1000;
}
