/** The search, the same in the browser, in the terminal and in tests; only how files are read differs. */
import { makeShortFormFinder } from './abbreviations.ts';
import { complete, correct } from './corrections.ts';
import { indexFields, type Weights } from './fields.ts';
import { makeFullText, type Pagefind } from './full-text.ts';
import { indexFiles, type Catalogue, type CatalogueEntry, type Vocabulary } from './index-format.ts';
import { parseQuery } from './parse-query.ts';
import { makeRanker, type Unit } from './rank.ts';
import { toAmericanSpelling, toStem } from '../terms.ts';

/** Reads a file of the index by its name. */
export type ReadFile = (name: string) => Promise<unknown>;

export type Hit = { entry: CatalogueEntry; place: number };

export type Answer = {
  /** Best first. */
  hits: Hit[];
  /** The query as it was probably meant, where the corpus does not have all its words. */
  meant?: string;
  /** Words of the query that the corpus does not have and that nothing stands for. */
  unknown: string[];
};

export type SearchEngine = {
  catalogue: Catalogue;
  /** @param typing whether the last word may be unfinished */
  search(query: string, typing?: boolean): Promise<Answer>;
  /** The text that a hit was found in. */
  readText(place: number): Promise<string>;
};

/** @param loading Pagefind, with the index that was made with the files */
export async function openSearch(read: ReadFile, loading: Promise<Pagefind>): Promise<SearchEngine> {
  const [catalogue, pagefind] = await Promise.all([
    read(indexFiles.catalogue) as Promise<Catalogue>,
    loading,
  ]);
  const { version, entries, texts } = catalogue;
  const findShortForms = makeShortFormFinder(catalogue.abbreviations);
  const inFields = indexFields(entries, findShortForms);
  const fullText = makeFullText(pagefind, texts);
  const rank = makeRanker(catalogue, findShortForms);
  let vocabulary: Promise<Vocabulary> | undefined;
  // The first slip of the pen should not wait for it.
  void readVocabulary().catch(() => undefined);

  return {
    catalogue,
    readText: fullText.read,
    search: async (query, typing = false) => {
      const parsed = parseQuery(query);
      const byId = parsed.arxiv === undefined ? [] : toHits(entries, ({ arxiv }) => arxiv === parsed.arxiv);
      if (byId.length > 0) return { hits: byId, unknown: [] };
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
          const corrected = found.length > 0 ? [] : correct(form, await readVocabulary());
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
      const ranked = rank(parsed, [...units.flat(), ...short.filter(isFound)]);
      const hits = ranked.flatMap(({ place }) => {
        const entry = entries[place];
        return entry ? [{ entry, place }] : [];
      });
      return { hits, unknown, ...(meant === query ? {} : { meant }) };
    },
  };

  async function findWord(form: string): Promise<Weights> {
    return add([inFields.get(toStem(form)), await fullText.find(toAmericanSpelling(form))]);
  }

  async function findBeginning(form: string): Promise<Weights> {
    const completed = complete(form, await readVocabulary());
    if (completed.length === 0) return noWeights;
    return add([
      ...completed.map((word) => inFields.get(toStem(word))),
      await fullText.findBeginning(form.toLowerCase()),
    ]);
  }

  async function readVocabulary(): Promise<Vocabulary> {
    vocabulary ??= read(indexFiles.vocabulary(version)) as Promise<Vocabulary>;
    // What could not be read once may be there the next time.
    vocabulary.catch(() => (vocabulary = undefined));
    return vocabulary;
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

function toHits(entries: readonly CatalogueEntry[], matches: (entry: CatalogueEntry) => boolean): Hit[] {
  return entries.flatMap((entry, place) => (matches(entry) ? [{ entry, place }] : []));
}
