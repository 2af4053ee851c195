/**
 * Listings that were interleaved line by line: as many titles in a row as abstracts behind them. The words that a title
 * shares with the abstracts tell whether each belongs to the one of its own place.
 */
import type { Kind, ReadPart } from './alternation.ts';

/**
 * Puts each title before its abstract where listings were interleaved; everything else stays in order.
 * `onRun` hears of the titles of every such run.
 */
export function untangle(
  parts: readonly ReadPart[],
  onRun: (titles: readonly ReadPart[]) => void,
): ReadPart[] {
  const untangled: ReadPart[] = [];
  for (let index = 0; index < parts.length;) {
    const titles = takeRun(parts, index, 'title');
    const abstracts = takeRun(parts, index + titles.length, 'abstract');
    if (areInterleaved(titles, abstracts)) {
      onRun(titles);
      untangled.push(...titles.flatMap((title, place) => [title, ...abstracts.slice(place, place + 1)]));
      index += titles.length + abstracts.length;
    } else {
      const taken = Math.max(1, titles.length);
      untangled.push(...parts.slice(index, index + taken));
      index += taken;
    }
  }
  return untangled;
}

function takeRun(parts: readonly ReadPart[], from: number, kind: Kind): ReadPart[] {
  let end = from;
  while (parts[end]?.kind === kind) end += 1;
  return parts.slice(from, end);
}

function areInterleaved(titles: readonly ReadPart[], abstracts: readonly ReadPart[]): boolean {
  const [title, nearest, own] = [titles.at(-1), abstracts[0], abstracts.at(-1)];
  if (titles.length < 2 || titles.length !== abstracts.length || !title || !nearest || !own) return false;
  return countShared(title, own) > countShared(title, nearest);
}

/** How many words of a title the abstract has too. */
function countShared(title: ReadPart, abstract: ReadPart): number {
  return toWords(title).intersection(toWords(abstract)).size;
}

function toWords({ value }: ReadPart): Set<string> {
  return new Set(value.toLowerCase().match(/\p{L}{4,}/gu));
}
