/** The search, the same in the browser, in the terminal and in tests; only how files are read differs. */
import { makeShortFormFinder } from './abbreviations.ts';
import { complete, correct, type Correction } from './corrections.ts';
import type { Facts } from './fact-table.ts';
import type { Weights } from './fields.ts';
import { makeFullText, type Pagefind } from './full-text.ts';
import { indexFiles, sizeOf, type Catalogue, type CatalogueEntry } from './index-format.ts';
import { readPages } from './pagefind-pages.ts';
import { parseQuery } from './parse-query.ts';
import { openParts, toWeights, type ReadFile } from './parts.ts';
import { makeRanker, type Unit } from './rank.ts';
import { toAmericanSpelling, toStem } from '../terms.ts';

export type { ReadFile };

/** What the search is made of, and how it is reached. */
export type SearchFiles = {
  read: ReadFile;
  /** Reads a file of Pagefind's that is packed by gzip. */
  unpack(name: string): Promise<Uint8Array>;
};

export type Answer = {
  /** Places of the entries that were found, best first. */
  places: number[];
  /** The query as it was probably meant, where the corpus does not have all its words. */
  meant?: string;
  /** Words of the query that the corpus does not have and that nothing stands for. */
  unknown: string[];
};

export type SearchEngine = {
  /** How much can be found. */
  count: number;
  /** @param typing whether the last word may be unfinished */
  search(query: string, typing?: boolean): Promise<Answer>;
  /** The entries of places, in their order. */
  readEntries(places: readonly number[]): Promise<CatalogueEntry[]>;
  /** What results are narrowed down by, of all places. */
  readFacts(): Promise<Facts[]>;
  /** The rank of each title, by place. */
  readTitleRanks(): Promise<number[]>;
  /** The text that stands at a place. */
  readText(place: number): Promise<string>;
  /** Of a small survey, what a query with a slip would wait for. */
  readAhead(): Promise<void>;
};

/** @param loading Pagefind, with the index that was made with the files */
export async function openSearch(
  { read, unpack }: SearchFiles,
  loading: Promise<Pagefind>,
): Promise<SearchEngine> {
  // What fails is told where it is waited for.
  loading.catch(() => undefined);
  const catalogue = (await read(indexFiles.catalogue)) as Catalogue;
  const listing = unpack(catalogue.pages).then(readPages);
  listing.catch(() => undefined);
  const pagefind = await loading;
  const pages = await listing;
  const findShortForms = makeShortFormFinder(catalogue.abbreviations);
  const parts = openParts(catalogue, read);
  const fullText = makeFullText(pagefind, pages);
  const { asksAhead } = sizeOf(catalogue.count);
  const rank = makeRanker(catalogue, parts.readEntries, findShortForms);

  return {
    count: catalogue.count,
    readText: fullText.read,
    readEntries: parts.readEntries,
    readFacts: parts.readFacts,
    readTitleRanks: parts.readTitleRanks,
    readAhead: async () => {
      if (asksAhead) await Array.fromAsync(parts.readVocabulary(''));
    },
    search: async (query, typing = false) => {
      const parsed = parseQuery(query);
      const byId = parsed.arxiv === undefined ? [] : await findPaper(parsed.arxiv);
      if (byId.length > 0) return { places: byId, unknown: [] };
      const { words } = parsed;
      const unknown: string[] = [];
      let meant = query;
      const units = await Promise.all(
        words.map(async ({ form, joined }, i): Promise<Unit[]> => {
          const next = words[i + 1];
          const compound = joined ?? (next && form + next.form);
          const [own, both] = await Promise.all([
            findWord(form),
            compound === undefined ? noWeights : findWord(compound),
          ]);
          const found: Unit[] = [
            { weights: own, share: 1, words: [i] },
            { weights: both, share: 1, words: next ? [i, i + 1] : [i] },
          ].filter(isFound);
          const last = typing && i === words.length - 1;
          if (own.size > 0 && !last) return found;
          const completed = { weights: await findBeginning(form), share: shareOfBeginning, words: [i] };
          if (isFound(completed)) found.push(completed);
          const corrected = found.length > 0 ? [] : await correctWord(form);
          for (const { form: other, share } of corrected) {
            const unit = { weights: await findWord(other), share, words: [i] };
            if (isFound(unit)) found.push(unit);
          }
          if (found.length === 0) unknown.push(form);
          const [nearest] = corrected;
          if (nearest) meant = replaceWord(meant, form, nearest.form);
          return found;
        }),
      );
      const short = await Promise.all(
        findShortForms(words).map(async ({ stem, words: covered }): Promise<Unit> => {
          return { weights: await findWord(stem), share: 1, words: covered };
        }),
      );
      const places = await rank(parsed, [...units.flat(), ...short.filter(isFound)]);
      return { places, unknown, ...(meant === query ? {} : { meant }) };
    },
  };

  async function correctWord(form: string): Promise<Correction[]> {
    for await (const vocabulary of parts.readVocabulary(form)) {
      const corrections = correct(form, vocabulary);
      if (corrections.length > 0) return corrections;
    }
    return [];
  }

  async function findWord(form: string): Promise<Weights> {
    const findInTexts = (): Promise<Weights> => fullText.find(toAmericanSpelling(form));
    const [known, found] = await Promise.all([
      parts.findWord(toStem(form)),
      asksAhead ? findInTexts() : undefined,
    ]);
    // What no entry has need not be asked for.
    return known ? add([toWeights(known), found ?? (await findInTexts())]) : noWeights;
  }

  async function findBeginning(form: string): Promise<Weights> {
    const completed = complete(form, await parts.listWords(form.toLowerCase()));
    if (completed.length === 0) return noWeights;
    const known = await Promise.all(completed.map((word) => parts.findWord(toStem(word))));
    return add([
      ...known.map((word) => word && toWeights(word)),
      await fullText.findBeginning(form.toLowerCase()),
    ]);
  }

  async function findPaper(arxiv: string): Promise<number[]> {
    const known = await parts.findWord(toStem(arxiv.replace('.', '')));
    const places = known ? [...toWeights(known).keys()] : [];
    const entries = await parts.readEntries(places);
    return places.filter((_, i) => entries[i]?.arxiv === arxiv);
  }
}

/** What a word counts that only begins as the one asked for. */
const shareOfBeginning = 0.7;
const noWeights: Weights = new Map();
const isFound = ({ weights }: Unit): boolean => weights.size > 0;

function add(parts: readonly (Weights | undefined)[]): Weights {
  const sum = new Map<number, number>();
  for (const part of parts) {
    for (const [place, weight] of part ?? []) sum.set(place, (sum.get(place) ?? 0) + weight);
  }
  return sum;
}

function replaceWord(query: string, written: string, meant: string): string {
  return query.replace(new RegExp(`(?<![\\p{L}\\p{N}])${written}(?![\\p{L}\\p{N}])`, 'iu'), meant);
}
