/** What a search is worth on known-item queries, by type. */
import type { KnownQuery } from './queries.ts';

export type Score = { queries: number; mrr: number; recallAt1: number; recallAt5: number };

/** @param answers the addresses that each query gave, best first */
export function score(queries: readonly KnownQuery[], answers: readonly string[][]): Record<string, Score> {
  const types = ['all', ...new Set(queries.map(({ type }) => type))];
  return Object.fromEntries(
    types.map((type) => {
      const rows = queries.flatMap((query, i) =>
        type === 'all' || query.type === type ? [measure(query.relevant, answers[i] ?? [])] : [],
      );
      const mean = (value: (row: Measured) => number): number =>
        Number((rows.reduce((sum, row) => sum + value(row), 0) / rows.length).toFixed(4));
      return [
        type,
        {
          queries: rows.length,
          mrr: mean(({ rank }) => (rank === 0 ? 0 : 1 / rank)),
          recallAt1: mean(({ rank }) => (rank === 1 ? 1 : 0)),
          recallAt5: mean(({ found }) => found),
        },
      ];
    }),
  );
}

/** The rank of the first answer that is relevant, or 0; the share of the relevant papers, at most five, among the first five. */
type Measured = { rank: number; found: number };

function measure(relevant: readonly string[], answer: readonly string[]): Measured {
  const first = answer.slice(0, 5).filter((url) => relevant.includes(url)).length;
  return {
    rank: answer.slice(0, 10).findIndex((url) => relevant.includes(url)) + 1,
    found: first / Math.min(5, relevant.length),
  };
}

export function formatScores(scores: Readonly<Record<string, Score>>): string {
  const rows = Object.entries(scores).map(
    ([type, { queries, mrr, recallAt1, recallAt5 }]) =>
    [type.padEnd(22), String(queries).padStart(5), ...[mrr, recallAt1, recallAt5].map((n) => n.toFixed(3).padStart(7))].join(' '), // prettier-ignore
  );
  return [`${'queries by type'.padEnd(22)}     n     MRR     R@1     R@5`, ...rows, ''].join('\n');
}
