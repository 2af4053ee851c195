/**
 * What is done with a query before Pagefind sees it, and how its results are ranked: the same in the browser, in the
 * terminal and in the tests.
 */
import { readFormula } from './readable-math.ts';

/** A word in the title counts most, then the name of what the paper introduces, then who wrote it. */
export const ranking = {
  metaWeights: { title: 12, method: 8, authors: 6, arxiv: 6, venue: 2, year: 2, kind: 0, markdown: 0 },
  pageLength: 0.3,
  termFrequency: 0.6,
  termSimilarity: 1,
} as const;

/** Results of which the first is looked for among titles that are spelt as the query is. */
const titleWindow = 12;

/** What a chapter or a page of the documentation counts beside a paper that matches as well. */
const otherKinds = 0.5;

/** As much of Pagefind as is used here. */
export type Engine = {
  options(options: Record<string, unknown>): Promise<void>;
  /** Loads the values of all filters; without it, searches count none. */
  filters(): Promise<EngineFilters>;
  search(
    term: string | null,
    options?: EngineOptions,
  ): Promise<{ results: EngineResult[]; filters: EngineFilters }>;
};
export type EngineOptions = { filters?: object; sort?: Record<string, 'asc' | 'desc'> };
export type EngineFilters = Record<string, Record<string, number>>;
export type EngineResult = { id: string; score: number; data(): Promise<EngineFragment> };
export type EngineFragment = { url: string; excerpt: string; meta: Record<string, string> };

export type Outcome = {
  count: number;
  filters: EngineFilters;
  load(from: number, to: number): Promise<EngineFragment[]>;
};

/** Runs one query; an empty one gives everything that passes the filters. */
export async function runQuery(engine: Engine, query: string, options: EngineOptions = {}): Promise<Outcome> {
  const term = normalizeQuery(query);
  const { results, filters } = await engine.search(term === '' ? null : term, options);
  const ordered = term === '' || options.sort ? results : await order(engine, term, query, options, results);
  return {
    count: results.length,
    filters,
    load: (from, to) => Promise.all(ordered.slice(from, to).map((result) => result.data())),
  };
}

/** Papers go before chapters and documentation that match as well, and a title spelt as the query before all. */
async function order(
  engine: Engine,
  term: string,
  query: string,
  options: EngineOptions,
  results: readonly EngineResult[],
): Promise<readonly EngineResult[]> {
  const filters = { ...options.filters, kind: 'paper' };
  const papers = new Set((await engine.search(term, { ...options, filters })).results.map(({ id }) => id));
  const weigh = ({ id, score }: EngineResult): number => (papers.has(id) ? score : score * otherKinds);
  const weighed = results.toSorted((a, b) => weigh(b) - weigh(a));
  const head = await findExactTitle(weighed, query);
  return head ? [head, ...weighed.filter((result) => result !== head)] : weighed;
}

/** An arXiv id in any spelling: an address, with a prefix, with a version. */
const arxivAddress =
  /(?:(?:https?:\/\/)?(?:www\.)?arxiv\.org\/(?:abs|pdf|html)\/|arxiv:\s*)?(\d{4}\.\d{4,5})(?:v\d+)?(?:\.pdf)?/gi;

/** Formulas become readable text, as in the index, which drops signs within words; quotation marks are no operators. */
export function normalizeQuery(query: string): string {
  return foldMath(query)
    .replace(arxivAddress, '$1')
    .replace(/["“”„«»]/g, ' ')
    .replace(/[\^_{}]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A title that is spelt as the query is comes first, whatever else its words are in. */
async function findExactTitle(
  results: readonly EngineResult[],
  query: string,
): Promise<EngineResult | undefined> {
  const wanted = foldTitle(foldMath(query));
  if (!wanted.includes(' ')) return undefined;
  const candidates = results.slice(0, titleWindow);
  const titles = await Promise.all(candidates.map(async (result) => (await result.data()).meta.title ?? ''));
  return candidates.find((_, i) => foldTitle(titles[i] ?? '') === wanted);
}

function foldMath(text: string): string {
  return text
    .replace(/\$([^$]+)\$/g, (_, tex: string) => readFormula(tex))
    .replace(/\S*\\[a-zA-Z]+\S*/g, (tex) => readFormula(tex));
}

function foldTitle(title: string): string {
  return title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
