/** The search, the same in the browser, in the terminal and in tests; only how files are read differs. */
import { makeShortFormFinder } from './abbreviations.ts';
import { complete, correct } from './corrections.ts';
import {
  indexFiles,
  toPart,
  type Catalogue,
  type CatalogueEntry,
  type Postings,
  type Vocabulary,
} from './index-format.ts';
import { parseQuery } from './parse-query.ts';
import { makeRanker, type List, type Unit } from './rank.ts';
import { toStem } from '../terms.ts';

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

export async function openSearch(read: ReadFile): Promise<SearchEngine> {
  const known = new Map<string, Promise<unknown>>();
  const readOnce = <Content>(name: string): Promise<Content> => {
    let file = known.get(name);
    if (!file) {
      known.set(name, (file = read(name)));
      // What could not be read once may be there the next time.
      file.catch(() => known.delete(name));
    }
    return file as Promise<Content>;
  };
  const catalogue = await readOnce<Catalogue>(indexFiles.catalogue);
  const { version, entries, parts, textsPerFile } = catalogue;
  const findShortForms = makeShortFormFinder(catalogue.abbreviations);
  const rank = makeRanker(catalogue, findShortForms);
  const readVocabulary = (): Promise<Vocabulary> => readOnce(indexFiles.vocabulary(version));
  // The first slip of the pen should not wait for it.
  void readVocabulary().catch(() => undefined);

  async function readList(stem: string): Promise<List | undefined> {
    const part = await readOnce<Postings>(indexFiles.postings(version, toPart(stem, parts)));
    const list = Object.hasOwn(part, stem) ? part[stem] : undefined;
    return list && toList(list);
  }

  return {
    catalogue,
    readText: async (place) => {
      const texts = await readOnce<string[]>(indexFiles.texts(version, Math.floor(place / textsPerFile)));
      return texts[place % textsPerFile] ?? '';
    },
    search: async (query, typing = false) => {
      const parsed = parseQuery(query);
      const byId = parsed.arxiv === undefined ? [] : toHits(entries, ({ arxiv }) => arxiv === parsed.arxiv);
      if (byId.length > 0) return { hits: byId, unknown: [] };
      const { words } = parsed;
      const unknown: string[] = [];
      let meant = query;
      const units = await Promise.all(
        words.map(async ({ form, stem, joins }, i): Promise<Unit[]> => {
          const next = words[i + 1];
          const join = joins ?? (next && toStem(form + next.form));
          const [own, joined] = await Promise.all([
            readList(stem),
            join === undefined ? undefined : readList(join),
          ]);
          const found: Unit[] = [];
          if (own) found.push({ list: own, share: 1, words: [i] });
          if (joined) found.push({ list: joined, share: 1, words: next ? [i, i + 1] : [i] });
          const last = typing && i === words.length - 1;
          if (own && !last) return found;
          const vocabulary = await readVocabulary();
          const completed = last || !own ? complete(form, vocabulary) : [];
          const corrected = own || joined || completed.length > 0 ? [] : correct(form, vocabulary);
          for (const { form: other, share } of [...completed, ...corrected]) {
            const list = await readList(toStem(other));
            if (list) found.push({ list, share, words: [i] });
          }
          if (found.length === 0) unknown.push(form);
          const [nearest] = corrected;
          if (nearest) meant = replaceWord(meant, form, nearest.form);
          return found;
        }),
      );
      const shortForms = findShortForms(words);
      const short = await Promise.all(
        shortForms.map(async ({ stem, words: covered }): Promise<Unit[]> => {
          const list = await readList(stem);
          return list ? [{ list, share: 1, words: covered }] : [];
        }),
      );
      const ranked = rank(parsed, [...units, ...short].flat());
      const hits = ranked.flatMap(({ place }) => {
        const entry = entries[place];
        return entry ? [{ entry, place }] : [];
      });
      return { hits, unknown, ...(meant === query ? {} : { meant }) };
    },
  };
}

function replaceWord(query: string, written: string, meant: string): string {
  return query.replace(new RegExp(`(?<![\\p{L}\\p{N}])${written}(?![\\p{L}\\p{N}])`, 'iu'), meant);
}

function toHits(entries: readonly CatalogueEntry[], matches: (entry: CatalogueEntry) => boolean): Hit[] {
  return entries.flatMap((entry, place) => (matches(entry) ? [{ entry, place }] : []));
}

function toList(list: readonly number[]): List {
  const places: number[] = [];
  const weights: number[] = [];
  let place = 0;
  for (let i = 0; i < list.length; i += 2) {
    place += list[i] ?? 0;
    places.push(place);
    weights.push(list[i + 1] ?? 0);
  }
  return { places, weights };
}
