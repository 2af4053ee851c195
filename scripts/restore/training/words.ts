/** Estimates the word model: letters of prose, pieces of formulas. */
import { isCommand } from '../vocabulary.ts';
import type { WordTable } from '../words.ts';

/** Counts of the runs of letters in prose, and of the commands and single letters in undamaged formulas. */
export type WordCounts = { prose: Map<string, number>; pieces: Map<string, number> };

export function fitWords({ prose, pieces }: WordCounts): WordTable {
  const known = [...pieces].filter(([piece]) => piece.length === 1 || isCommand(piece));
  return { letters: fitLetters(prose), pieces: logShares(new Map(known)) };
}

/** A word's weight grows with the root of its count: spelling is a matter of types more than of tokens. */
function fitLetters(prose: Map<string, number>): Record<string, number> {
  const triples = new Map<string, number>();
  const pairs = new Map<string, number>();
  for (const [word, count] of prose) {
    const padded = `^^${word}$`;
    for (let at = 2; at < padded.length; at++) {
      add(triples, padded.slice(at - 2, at + 1), Math.sqrt(count));
      add(pairs, padded.slice(at - 2, at), Math.sqrt(count));
    }
  }
  const kept = [...triples].filter(([, count]) => count >= 2).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    kept.map(([triple, count]) => [
      triple,
      round(Math.log(count / ((pairs.get(triple.slice(0, 2)) ?? 0) + 20))),
    ]),
  );
}

function logShares(counts: Map<string, number>): Record<string, number> {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const sorted = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([piece, count]) => [piece, round(Math.log(count / total))]));
}

const add = (counts: Map<string, number>, key: string, count: number): void => {
  counts.set(key, (counts.get(key) ?? 0) + count);
};

const round = (value: number): number => Math.round(value * 100) / 100;
