/**
 * What the search of a built site must find, and how well it does.
 *
 *   npm run search            prints the figures of `dist/` (or of SCHOLIUM_OUT) beside those that are kept
 *   npm run search -- --keep  keeps them: in a commit of its own, with the reason
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openSite } from '../../scripts/search/index.ts';
import type { SearchEngine } from '../../src/contract/search/engine.ts';
import { makeQueries, type KnownPaper } from './queries.ts';
import { formatScores, score, type Score } from './score.ts';

export type Scores = Record<string, Score>;

const file = path.join(import.meta.dirname, 'baseline.json');

export function readBaseline(): Scores {
  return JSON.parse(readFileSync(file, 'utf8')) as Scores;
}

export async function scoreSite(folder: string): Promise<Scores> {
  const engine = await openSite(folder);
  const queries = makeQueries(await listPapers(engine));
  const answers = [];
  for (const { query } of queries) {
    const { places } = await engine.search(query);
    answers.push((await engine.readEntries(places.slice(0, 10))).map(({ url }) => url));
  }
  return score(queries, answers);
}

async function listPapers(engine: SearchEngine): Promise<KnownPaper[]> {
  const entries = await engine.readEntries(Array.from({ length: engine.count }, (_, place) => place));
  const papers = entries.map(async (entry, place) => ({ ...entry, abstract: await engine.readText(place) }));
  // The queries are drawn by the order of the papers.
  return (await Promise.all(papers))
    .filter(({ kind }) => kind === 'paper')
    .sort((a, b) => (a.url < b.url ? -1 : 1));
}

/** An edited page can change one query of a type; more than that is a drop. */
const oneQuery = 1 / 50;
/** All types together; the queries are some six hundred. */
const few = 1 / 200;

const measures = ['mrr', 'recallAt1', 'recallAt5'] as const;

/** What is worse than it was, as lines to read. */
export function listDrops(now: Scores, kept: Scores): string[] {
  return Object.entries(kept).flatMap(([type, before]) =>
    measures.flatMap((measure) => {
      const after = now[type]?.[measure] ?? 0;
      const least = before[measure] - (type === 'all' ? few : oneQuery);
      return after < least ? [`${type}: ${measure} ${after}, was ${before[measure]}`] : [];
    }),
  );
}

if (process.argv[1] === import.meta.filename) {
  const scores = await scoreSite(process.env.SCHOLIUM_OUT ?? 'dist');
  process.stdout.write(formatScores(scores));
  if (process.argv.includes('--keep')) writeFileSync(file, `${JSON.stringify(scores, null, 2)}\n`);
  else {
    const drops = listDrops(scores, readBaseline());
    process.stdout.write(drops.length === 0 ? 'No worse than what is kept.\n' : `${drops.join('\n')}\n`);
    process.exitCode = drops.length === 0 ? 0 : 1;
  }
}
