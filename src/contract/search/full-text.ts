/**
 * The texts, asked word by word: Pagefind finds where a word and its inflections stand, and loads of its index only the
 * part that has them.
 */
import type { Weights } from './fields.ts';
import type { PagefindPage } from './pagefind-pages.ts';

/** As much of Pagefind as is used here. Words in quotation marks are found as they are, others also where longer words begin so. */
export type Pagefind = {
  init(): Promise<void>;
  search(term: string | null): Promise<{ results: PagefindResult[] }>;
};

/** `words` are places in the text; a word that stands only in `meta` has none. */
type PagefindResult = {
  id: string;
  words: number[];
  matchedMetaFields?: string[];
  data(): Promise<{ content: string }>;
};

export type FullText = {
  find(word: string): Promise<Weights>;
  /** Texts with words that begin so. */
  findBeginning(beginning: string): Promise<Weights>;
  read(place: number): Promise<string>;
};

/** How much a word counts less in a text that is longer than usual. */
const length = 0.5;
/** What a word counts that stands in no text but in the line about it. */
const headline = 0.5;
/** A word in a larger share of the texts, or in more of them, says little however often it stands in one, and takes long to count. */
const mostCounted = { share: 0.25, texts: 1000 };
/** Half of all words begin with one of the shorter beginnings. */
const shortestBeginning = 3;

/** @param pages in the order of their places */
export function makeFullText(pagefind: Pagefind, pages: readonly PagefindPage[]): FullText {
  const places = new Map(pages.map(({ name }, place) => [name, place]));
  const usual = pages.reduce((sum, { words }) => sum + words, 0) / pages.length;
  /** Each is the way to a text, whichever query found it. */
  const found = new Map<string, PagefindResult>();
  let all: Promise<unknown> | undefined;
  const known = new Map<string, Promise<Weights>>();

  return {
    find: (word) => {
      let weights = known.get(word);
      if (!weights) {
        known.set(word, (weights = find(word)));
        // Pagefind finds nothing in what it could not load, which may be there the next time.
        const forget = (): boolean => known.delete(word);
        weights.then(({ size }) => size === 0 && forget(), forget);
      }
      return weights;
    },
    findBeginning: async (beginning) => {
      const counts = await countWords(beginning);
      return toWeights(
        Array.from(counts.keys(), (id) => ({ id })),
        ({ id }) => counts.get(id) ?? 0,
      );
    },
    read: async (place) => {
      const { name = '' } = pages[place] ?? {};
      if (name !== '' && !found.has(name)) await (all ??= search(null));
      return (await found.get(name)?.data())?.content ?? '';
    },
  };

  async function find(word: string): Promise<Weights> {
    const exact = await search(`"${word}"`);
    const isRare =
      exact.length > 0 && exact.length < Math.min(mostCounted.share * pages.length, mostCounted.texts);
    const counts = isRare ? await countWords(word) : new Map<string, number>();
    return toWeights(exact, (result) => {
      if (result.words.length > 0) return Math.max(1, counts.get(result.id) ?? 0);
      const fields = result.matchedMetaFields ?? [];
      return fields.includes('readings') ? 1 : fields.includes('headline') ? headline : 0;
    });
  }

  async function search(term: string | null): Promise<PagefindResult[]> {
    const { results } = await pagefind.search(term);
    for (const result of results) if (!found.has(result.id)) found.set(result.id, result);
    return results;
  }

  /** How often a word and those that begin so stand in each text. */
  async function countWords(word: string): Promise<Map<string, number>> {
    if (word.length < shortestBeginning) return new Map();
    return new Map((await search(word)).map(({ id, words }) => [id, words.length]));
  }

  function toWeights<Result extends { id: string }>(
    results: readonly Result[],
    count: (result: Result) => number,
  ): Weights {
    return new Map(
      results.flatMap((result): [number, number][] => {
        const place = places.get(result.id);
        const often = count(result);
        if (place === undefined || often === 0) return [];
        const norm = 1 - length + (length * (pages[place]?.words ?? usual)) / usual;
        return [[place, often / norm]];
      }),
    );
  }
}
