/**
 * The cost of books: one chapter and all of them in one with every cache deleted, and the book again with nothing changed.
 * Each is made twice: for the time with nobody looking, and for the memory, as sampling slows what it samples. The last
 * column is the ratio to the reference, reading all pages with remark-parse and remark-math in this run.
 */
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { bookFormats } from '../../src/contract/book-formats.ts';
import { measure, printMeasured, time, type Measured } from './processes.ts';

const root = path.resolve(import.meta.dirname, '../..');
const out = mkdtempSync(path.join(tmpdir(), 'scholium-bench-'));
const scholium = path.join(root, 'scripts/cli.ts');
process.chdir(root);

const chapter = largestChapter();
const reference = timeReading();
for (const format of bookFormats) {
  await report(`${format}, ${chapter}, cold`, [format, '--chapter', chapter], true);
  await report(`${format}, book, cold`, [format, '--book'], true);
  await report(`${format}, book, nothing changed`, [format, '--book'], false);
}
rmSync(out, { recursive: true });

async function report(name: string, args: readonly string[], isCold: boolean): Promise<void> {
  const run = async (watch: typeof measure): Promise<Measured> => {
    if (isCold) for (const made of [out, path.join(root, '.cache', 'spoken.json')]) rmSync(made, { recursive: true, force: true });
    const measured = await watch([scholium, ...args, '--out', out]);
    if (measured.status !== 0) throw new Error(`${name} ended with ${measured.status}`);
    return measured;
  };
  const timed = await run(time);
  const { memory } = await run(measure);
  process.stdout.write(printMeasured(name, { ...timed, memory }, reference));
} // prettier-ignore

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
