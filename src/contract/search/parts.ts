/** The parts of the index, each loaded once, when something in it is asked for. */
import { readFactTable, type Facts } from './fact-table.ts';
import type { Weights } from './fields.ts';
import {
  indexFiles,
  type Catalogue,
  type CatalogueEntry,
  type FactTable,
  type KnownWord,
  type Vocabulary,
  type WordsPart,
} from './index-format.ts';

/** Reads a file of the index by its name. */
export type ReadFile = (name: string) => Promise<unknown>;

export type IndexParts = {
  /** What is known of the words with this stem; `undefined` where no entry has one. */
  findWord(stem: string): Promise<KnownWord | undefined>;
  /** Words that begin as `beginning` does, with how many entries have them. */
  listWords(beginning: string): Promise<Vocabulary>;
  /** The place of the entry with this address. */
  findPlace(url: string): Promise<number | undefined>;
  readEntries(places: readonly number[]): Promise<CatalogueEntry[]>;
  readFacts(): Promise<Facts[]>;
  /** The rank of each title, by place. */
  readTitleRanks(): Promise<number[]>;
  /** The vocabulary: words that begin as `form` does, then all others. */
  readVocabulary(form: string): AsyncIterable<Vocabulary>;
};

export function openParts({ versions, perPart, words, vocabulary }: Catalogue, read: ReadFile): IndexParts {
  const loaded = new Map<string, Promise<unknown>>();
  const load = <T>(name: string): Promise<T> => {
    let part = loaded.get(name);
    if (!part) {
      loaded.set(name, (part = read(name)));
      // What could not be read once may be there the next time.
      part.catch(() => loaded.delete(name));
    }
    return part as Promise<T>;
  };
  const loadWords = (part: number): Promise<WordsPart> => load(indexFiles.words(versions, part));
  /** The part that a stem is in, if any: the last that begins with it or before it. */
  const partOf = (stem: string): number => words.findLastIndex((first) => first <= stem);

  const findWord = async (stem: string): Promise<KnownWord | undefined> => {
    const part = partOf(stem);
    if (part < 0) return undefined;
    const known = await loadWords(part);
    return Object.hasOwn(known, stem) ? known[stem] : undefined;
  };

  return {
    findWord,
    findPlace: async (url) => (await findWord(url))?.[2]?.[0],
    listWords: async (beginning) => {
      // The stem of a word may end otherwise than the word does.
      const start = beginning.slice(0, Math.max(2, beginning.length - 2));
      const from = Math.max(0, partOf(start));
      const to = partOf(`${start}\uffff`);
      const parts = await Promise.all(
        Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => loadWords(from + i)),
      );
      return parts.flatMap((part) =>
        Object.values(part).flatMap(([form, count]): Vocabulary => (count > 0 ? [[form, count]] : [])),
      );
    },
    readEntries: async (places) => {
      const parts = new Map(places.map((place) => [Math.floor(place / perPart), undefined]));
      const entries = new Map(
        await Promise.all(
          [...parts.keys()].map(
            async (part) => [part, await load<CatalogueEntry[]>(indexFiles.entries(versions, part))] as const,
          ),
        ),
      );
      return places.flatMap((place) => entries.get(Math.floor(place / perPart))?.[place % perPart] ?? []);
    },
    readFacts: async () => readFactTable(await load<FactTable>(indexFiles.facts(versions))),
    readTitleRanks: () => load(indexFiles.titles(versions)),
    readVocabulary: async function* (form) {
      const loadPart = (part: number): Promise<Vocabulary> => load(indexFiles.vocabulary(versions, part));
      const own = vocabulary.findIndex((letter) => form.toLowerCase().startsWith(letter));
      if (own >= 0) yield await loadPart(own);
      const others = [...vocabulary.keys()].filter((part) => part !== own);
      if (others.length > 0) yield (await Promise.all(others.map(loadPart))).flat();
    },
  };
}

/** What the facts have of a word, by place. */
export function toWeights([, , places = [], weights = []]: KnownWord): Weights {
  let place = 0;
  return new Map(places.map((distance, i) => [(place += distance), (weights[i] ?? 0) / 100]));
}
