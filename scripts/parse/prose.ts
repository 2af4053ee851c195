/**
 * Does a line read as a title or as an abstract? Titles are phrases, abstracts are sentences: what tells them apart is
 * how they end, whether one sentence follows another, and the small words that only sentences need. Length says nothing.
 */

type Sign = { weight: number; holds: (line: Reading) => boolean; why: string };

/** What the signs look at: taken from the beginning and the end, so that a line of any length costs the same. */
type Reading = { end: string; sentences: number; opens: boolean; clauses: number; capitals: number };

/** Positive weights speak for an abstract, negative ones for a title. */
const signs: readonly Sign[] = [
  {
    weight: 3,
    holds: ({ end }) => /[.!…]["'”’)\]}]*$/.test(end),
    why: 'a sentence ends with a full stop, a title hardly ever',
  },
  {
    weight: -3,
    holds: ({ end }) => !/[.!…]["'”’)\]}]*$|\S\.\S*\/\S*$/.test(end),
    why: 'what ends neither like a sentence nor with an address is mostly a phrase',
  },
  { weight: 1, holds: ({ sentences }) => sentences === 1, why: 'a title may hold one full stop, rarely' },
  { weight: 4, holds: ({ sentences }) => sentences > 1, why: 'several sentences are no title' },
  { weight: 2, holds: ({ opens }) => opens, why: 'sentences start with these words, titles seldom' },
  { weight: 1, holds: ({ clauses }) => clauses === 2, why: 'titles that are questions have a verb as well' },
  { weight: 3, holds: ({ clauses }) => clauses > 2, why: 'many clauses are no title' },
  { weight: -2, holds: ({ capitals }) => capitals > 0.6, why: 'only titles write most words with a capital' },
];

const sentenceStart = /(?<!\b(?:al|vs|cf|e\.g|i\.e|Dr|St))[.]["'”’)\]}]*\s+["'“‘([]?\p{Lu}/gu;

const sentenceOpener = /(?:^|[.!?]\s+)(?:We|Our|They|These|However|Moreover|Furthermore|Here)\b/;

/** Words of clauses: they stand beside a verb or are one. */
const clauseWords =
  /\b(?:we|our|us|it|its|they|their|this|these|those|which|that|is|are|was|were|has|have|can|may|be|been|does|do|however|often)\b/g;

/** How clearly a line reads as an abstract (positive) or a title (negative), about -5 to 12. */
export function weighProse(line: string): number {
  const reading = read(line);
  return signs.reduce((sum, { weight, holds }) => sum + (holds(reading) ? weight : 0), 0);
}

function read(line: string): Reading {
  const start = line.slice(0, 2000);
  const words = start.match(/\p{L}{4,}/gu) ?? [];
  return {
    end: line.slice(-200),
    sentences: start.match(sentenceStart)?.length ?? 0,
    opens: sentenceOpener.test(start),
    clauses: new Set(start.match(clauseWords)).size,
    capitals: words.filter((word) => /^\p{Lu}/u.test(word)).length / (words.length || 1),
  };
}
