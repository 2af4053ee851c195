/**
 * The order of results. A document is worth the words of the query that it has, the rarer the more (BM25F; the weights
 * are made with the index), by how much of the query it has, and by how well its title and its facts answer it.
 */
import { foldName } from '../fold-name.ts';
import { weightUnit, type CatalogueEntry } from './index-format.ts';
import { isTelling, type ParsedQuery } from './parse-query.ts';
import { readTokens } from './tokens.ts';

/** What one token is found in: places in the catalogue, each with the weight of the token there. */
export type List = { places: readonly number[]; weights: readonly number[] };

/** A word of the query, by the tokens that may stand for it; the one that counts most in a document counts. */
export type Unit = { list: List; share: number; words: readonly number[] };

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
const mostOfTheQuery = 0.6;
/** As many of the best are looked at closely. */
const closeLook = 120;

export type Ranked = { place: number; score: number; coverage: number };

/** @param units of all words, and of their joins: those with more than one word */
export function rank(query: ParsedQuery, units: readonly Unit[], entries: readonly CatalogueEntry[]): Ranked[] {
  const rarity = query.words.map((_, word) => {
    const own = units.filter((unit) => unit.words.length === 1 && unit.words[0] === word);
    const best = own.toSorted((a, b) => b.share - a.share)[0];
    return toRarity(best?.list.places.length ?? 0, entries.length);
  });
  const total = rarity.reduce((sum, value) => sum + value, 0) || 1;
  const found = new Map<number, { words: Float64Array; joins: number }>();
  for (const { list, share, words } of units) {
    const joined = words.length > 1;
    const worthOfJoin = joined ? worth.join * toRarity(list.places.length, entries.length) : 0;
    for (const [i, place] of list.places.entries()) {
      const weight = (list.weights[i] ?? 0) / weightUnit;
      const value = (share * weight) / (weight + worth.saturation);
      let document = found.get(place);
      if (!document) found.set(place, (document = { words: new Float64Array(rarity.length), joins: 0 }));
      for (const word of words) document.words[word] = Math.max(document.words[word] ?? 0, value);
      document.joins += worthOfJoin * value;
    }
  }
  const ranked = Array.from(found, ([place, { words, joins }]): Ranked => {
    let score = joins;
    let covered = 0;
    for (const [word, value] of words.entries()) {
      if (value === 0) continue;
      score += value * (rarity[word] ?? 0);
      covered += rarity[word] ?? 0;
    }
    const coverage = covered / total;
    return { place, coverage, score: score * coverage ** worth.coverage };
  });
  const weigh = makeWeigher(query, rarity, total, entries);
  const best = Math.max(0, ...ranked.map(({ coverage }) => coverage));
  const kept = ranked.filter(({ coverage }) => coverage >= best * mostOfTheQuery).sort(compareRanked);
  const near = kept.slice(0, closeLook).map((result) => ({ ...result, score: result.score * weigh(result.place) }));
  return [...near.sort(compareRanked), ...kept.slice(closeLook)];
}

export const compareRanked = (a: Ranked, b: Ranked): number => b.score - a.score || a.place - b.place;

/** Inverse document frequency. */
function toRarity(count: number, documents: number): number {
  return Math.log(1 + (documents - count + 0.5) / (count + 0.5));
}

function makeWeigher(
  query: ParsedQuery,
  rarity: readonly number[],
  total: number,
  entries: readonly CatalogueEntry[],
): (place: number) => number {
  const wholeQuery = query.all.map(({ stem }) => stem).join('');
  const name = foldName(query.words.map(({ form }) => form).join(''));
  const venues = query.words.map(({ form }) => form.toLowerCase()).filter(makeVenueTest(entries));
  const kinds = new Map(
    query.contributions.map((kind) => [
      kind,
      worth.sameKind * toRarity(entries.filter(({ contribution }) => contribution === kind).length, entries.length),
    ]),
  );
  return (place) => {
    const entry = entries[place];
    if (!entry) return 0;
    let factor = 1 + readTitle(entry.title);
    if (namesOf(entry).some((known) => foldName(known) === name)) factor *= worth.sameName;
    if (query.years.length > 0 && !query.years.some((year) => isOfYear(entry, year))) factor *= worth.otherYear;
    const venue = entry.venue?.toLowerCase() ?? '';
    if (venues.some((word) => !venue.includes(word))) factor *= worth.otherVenue;
    if (query.code && !entry.code) factor *= worth.noCode;
    if (entry.contribution) factor *= 1 + (kinds.get(entry.contribution) ?? 0);
    return entry.kind === 'paper' ? factor : factor * worth.otherPage;
  };

  function readTitle(title: string): number {
    const tokens = readTokens(title);
    if (tokens.map(({ stem }) => stem).join('') === wholeQuery) return worth.sameTitle;
    const telling = tokens.filter(isTelling);
    const places = query.words.map(({ stem }) => telling.findIndex((token) => token.stem === stem));
    const covered = rarity.reduce((sum, value, i) => (places[i] === -1 ? sum : sum + value), 0) / total;
    const whole = new Set(places.filter((at) => at >= 0)).size / (telling.length || 1);
    const neighbours = places.filter((at, i) => at > 0 && places[i - 1] === at - 1).length;
    return (
      worth.title * covered ** 2 +
      worth.wholeTitle * whole * covered +
      worth.phrase * (neighbours / Math.max(1, places.length - 1))
    );
  }
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

/** Words that venues are called by: names with more than one capital. */
function makeVenueTest(entries: readonly CatalogueEntry[]): (word: string) => boolean {
  const names = new Set(
    entries.flatMap(({ venue }) => venue?.match(/\b\p{L}*\p{Lu}\p{L}*\p{Lu}\p{L}*\b/gu) ?? []).map((word) => word.toLowerCase()),
  );
  return (word) => names.has(word);
}
