/**
 * How fast restoration is on text that it has not seen, and how that compares to reading the same text as Markdown.
 *
 *   node tests/bench/restore.bench.ts [FILE.jsonl]    one {"title"|"raw_title","abstract"|"raw_abstract"} a line
 *
 * Without a file, abstracts of our own making are used. One core, one pass, no cache from an earlier run.
 */
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { restoreLine } from '../../scripts/restore/index.ts';

type Line = { id: string; title: string; abstract: string };

const [file] = process.argv.slice(2);
const lines = file === undefined ? invent(1000) : readLines(file);
const half = Math.floor(lines.length / 10);
const unseen = lines.slice(half);

// The first tenth only warms the machine up.
for (const line of lines.slice(0, half)) restoreLine(line);
const restoring = time(() => unseen.forEach((line) => restoreLine(line)));

const reader = unified().use(remarkParse).use(remarkMath);
for (const { abstract } of lines.slice(0, half)) reader.parse(abstract);
const reading = time(() => unseen.forEach(({ title, abstract }) => reader.parse(`${title}\n\n${abstract}`)));

process.stdout.write(
  `${unseen.length} abstracts: ${Math.round((unseen.length / restoring) * 1000)} a second, ` +
    `${(restoring / reading).toFixed(2)} times as long as remark-parse and remark-math take to read them\n`,
);

function time(work: () => void): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}

function readLines(path: string): Line[] {
  const rows = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  return rows.map((row) => {
    const { id, title, abstract, raw_title, raw_abstract } = JSON.parse(row) as Record<string, string>;
    return { id: id ?? '', title: raw_title ?? title ?? '', abstract: raw_abstract ?? abstract ?? '' };
  });
}

/** Abstracts of damaged sentences, no two alike. */
function invent(count: number): Line[] {
  const sentences = [
    'We study how N loaves of bread rise in k ovens when the heat of each is unknown',
    'The number of batches is O(N^{2/3} log(k/delta)/epsilon^2) with probability 1 - delta',
    'This improves upon the best known rate of mathcal{O}(kN) whenever kleq N and epsilonin (0,1)',
    'Our method is 2.5times faster than the previous best and needs no thermometer',
    'For all x in R^d with |x|_2 leq 1 the crust is smooth, and no dough is harmed',
    'Experiments in twelve bakeries show that the method works with every flour',
  ];
  return Array.from({ length: count }, (_, nth) => {
    const order = sentences.map((_, at) => sentences[(at * (nth % 5) + nth) % sentences.length] ?? '');
    return {
      id: String(nth),
      title: `Loaf number ${nth}`,
      abstract: `${order.join('. ')}. Oven ${nth} is warm.`,
    };
  });
}
