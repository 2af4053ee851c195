/**
 * The order of results. A document is worth the words of the query that it has, the rarer the more (BM25F; the weights
 * are made with the index), by how much of the query it has, and by how well its title and its facts answer it.
 */
import { foldName } from '../fold-name.ts';
import type { ShortFormFinder } from './abbreviations.ts';
import type { Weights } from './fields.ts';
import { sizeOf, type Catalogue, type CatalogueEntry } from './index-format.ts';
import { isTelling, type ParsedQuery } from './parse-query.ts';
import { readTokens } from './tokens.ts';

/** A word of the query, by the tokens that may stand for it; the one that counts most in a document counts. */
export type Unit = { weights: Weights; share: number; words: readonly number[] };

/** What each thing is worth; chosen on queries that were made from the corpus by rule. */
const worth = {
  /** How soon more of the same word stops to count: BM25's k1. */
  saturation: 1.5,
  /** What a join of two words adds to the words themselves. */
  join: 0.5,
  /** The power of the share of the query that a document has. */
  coverage: 1.5,
  /** For the share of the query that stands in the title, */
  title: 0.8,
  /** of the title that stands in the query, */
  wholeTitle: 1,
  /** and of neighbours in the query that are neighbours in the title. */
  phrase: 0.5,
  sameTitle: 20,
  sameName: 4,
  sameBenchmark: 1.6,
  /** What remains of a document without a fact that the query states. */
  otherYear: 0.35,
  otherVenue: 0.35,
  noCode: 0.2,
  /** For the kind of contribution that the query names, the rarer the more. */
  sameKind: 0.25,
  /** What a chapter or a page of the documentation counts beside a paper. */
  otherPage: 0.5,
} as const;

/** Documents with less of the query than this share of what the best has are no results. */
const mostOfTheQuery = 0.5;
type Ranked = { place: number; score: number; coverage: number };

/**
 * Places, best first; of the best the entries are read.
 * @param units of all words, and of their joins and short forms: those with more than one word
 */
type Rank = (query: ParsedQuery, units: readonly Unit[]) => Promise<number[]>;

export function makeRanker(
  catalogue: Catalogue,
  readEntries: (places: readonly number[]) => Promise<CatalogueEntry[]>,
  findShortForms: ShortFormFinder,
): Rank {
  const { count } = catalogue;
  const { closeLook } = sizeOf(count);
  const makeWeigher = makeWeighers(catalogue, findShortForms);
  return async (query, units) => {
    const rarity = query.words.map((_, word) => toRarity(countOwn(units, word), count));
    const total = rarity.reduce((sum, value) => sum + value, 0) || 1;
    const ranked = gather(rarity, total, units, count);
    const best = ranked.reduce((most, { coverage }) => Math.max(most, coverage), 0);
    const kept = ranked.filter(({ coverage }) => coverage >= best * mostOfTheQuery).sort(compareRanked);
    const weigh = makeWeigher(query, rarity, total);
    const near = kept.slice(0, closeLook);
    const entries = await readEntries(near.map(({ place }) => place));
    const weighed = near.map((result, i) => {
      const entry = entries[i];
      return { ...result, score: entry ? result.score * weigh(result.place, entry) : 0 };
    });
    return [...weighed.sort(compareRanked), ...kept.slice(closeLook)].map(({ place }) => place);
  };
}

/** In how many documents a word stands, or what stands for it most nearly. */
function countOwn(units: readonly Unit[], word: number): number {
  const own = units.filter(({ words }) => words.length === 1 && words[0] === word);
  return own.toSorted((a, b) => b.share - a.share)[0]?.weights.size ?? 0;
}

/** All documents with a word of the query. */
function gather(
  rarity: readonly number[],
  total: number,
  units: readonly Unit[],
  documents: number,
): Ranked[] {
  const found = new Map<number, { words: Float64Array; joins: number }>();
  for (const { weights, share, words } of units) {
    const worthOfJoin = words.length > 1 ? worth.join * toRarity(weights.size, documents) : 0;
    for (const [place, weight] of weights) {
      const value = (share * weight) / (weight + worth.saturation);
      let document = found.get(place);
      if (!document) found.set(place, (document = { words: new Float64Array(rarity.length), joins: 0 }));
      for (const word of words) document.words[word] = Math.max(document.words[word] ?? 0, value);
      document.joins += worthOfJoin * value;
    }
  }
  return Array.from(found, ([place, { words, joins }]) => {
    const score = words.reduce((sum, value, word) => sum + value * (rarity[word] ?? 0), joins);
    const covered = words.reduce((sum, value, word) => (value === 0 ? sum : sum + (rarity[word] ?? 0)), 0);
    const coverage = covered / total;
    return { place, coverage, score: score * coverage ** worth.coverage };
  });
}

const compareRanked = (a: Ranked, b: Ranked): number => b.score - a.score || a.place - b.place;

/** Inverse document frequency. */
function toRarity(count: number, documents: number): number {
  return Math.log(1 + (documents - count + 0.5) / (count + 0.5));
}

type Weigh = (place: number, entry: CatalogueEntry) => number;

/** What the title and the facts of a document make of its score. */
function makeWeighers(
  { count, venues: known, contributions }: Catalogue,
  findShortForms: ShortFormFinder,
): (query: ParsedQuery, rarity: readonly number[], total: number) => Weigh {
  const venueWords = new Set(known);
  const titles = new Map<number, ReturnType<typeof readTitle>>();
  const titleOf = (place: number, { title: text }: CatalogueEntry): ReturnType<typeof readTitle> => {
    let title = titles.get(place);
    if (!title) titles.set(place, (title = readTitle(text, findShortForms)));
    return title;
  };
  return (query, rarity, total) => {
    const wholeQuery = query.all.map(({ stem }) => stem).join('');
    const shortForms = findShortForms(query.words);
    const askedFor = query.words.map(({ stem }, word) => [
      stem,
      ...shortForms.filter(({ words }) => words.includes(word)).map((short) => short.stem),
    ]);
    const name = foldName(query.words.map(({ form }) => form).join(''));
    const venues = query.words.map(({ form }) => form.toLowerCase()).filter((word) => venueWords.has(word));
    const kinds = new Map(
      query.contributions.map((kind) => [kind, worth.sameKind * toRarity(contributions[kind] ?? 0, count)]),
    );
    return (place, entry) => {
      const venue = entry.venue?.toLowerCase() ?? '';
      let factor = 1 + weighTitle(titleOf(place, entry));
      if (namesOf(entry).some((known) => foldName(known) === name)) factor *= worth.sameName;
      if (entry.benchmarks?.some((known) => foldName(known) === name)) factor *= worth.sameBenchmark;
      if (query.years.length > 0 && !query.years.some((year) => isOfYear(entry, year)))
        factor *= worth.otherYear;
      if (venues.some((word) => !venue.includes(word))) factor *= worth.otherVenue;
      if (query.code && !entry.code) factor *= worth.noCode;
      if (entry.contribution) factor *= 1 + (kinds.get(entry.contribution) ?? 0);
      return entry.kind === 'paper' ? factor : factor * worth.otherPage;
    };

    function weighTitle({ whole, stems, inShort }: ReturnType<typeof readTitle>): number {
      if (whole === wholeQuery) return worth.sameTitle;
      const places = askedFor.map((asked) => {
        const at = stems.findIndex((stem) => asked.includes(stem));
        return at >= 0 ? at : (inShort.find(({ stem }) => asked.includes(stem))?.words[0] ?? -1);
      });
      const covered = rarity.reduce((sum, value, i) => (places[i] === -1 ? sum : sum + value), 0) / total;
      const share = new Set(places.filter((at) => at >= 0)).size / (stems.length || 1);
      const neighbours = places.filter((at, i) => at > 0 && places[i - 1] === at - 1).length;
      return (
        worth.title * covered ** 2 +
        worth.wholeTitle * share * covered +
        worth.phrase * (neighbours / Math.max(1, places.length - 1))
      );
    }
  };
}

function readTitle(title: string, findShortForms: ShortFormFinder) {
  const tokens = readTokens(title);
  const telling = tokens.filter(isTelling);
  return {
    whole: tokens.map(({ stem }) => stem).join(''),
    stems: telling.map(({ stem }) => stem),
    inShort: findShortForms(telling),
  };
}

/** The names that a paper gives to what it introduces: its method's, short and long, and what its title starts with. */
function namesOf({ method = '', title }: CatalogueEntry): string[] {
  const [, long = '', short = ''] = /^(.*\S)\s*\(([^()]+)\)$/.exec(method) ?? [];
  const [, head = ''] = /^([^:]+):/.exec(title) ?? [];
  return [method, long, short, head].filter((known) => known !== '');
}

function isOfYear({ year, venue }: CatalogueEntry, asked: string): boolean {
  return String(year) === asked || (venue?.includes(asked) ?? false);
}
