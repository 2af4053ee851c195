/**
 * Relations inside the survey: what a paper builds on, what uses it, and which papers are related to it, with the reason that
 * readers are shown. Pure and deterministic; it goes by the papers' annotations, which people may have changed.
 */
import { findUsers } from '../../src/contract/uses.ts';
import { findTopics, isPhrase, type Weighted } from './topics.ts';
import type { VocabularyTerm } from './vocabulary.ts';

export type { VocabularyTerm } from './vocabulary.ts';

export type RelatedPaper = {
  slug: string;
  title: string;
  abstract: string;
  chapter: string;
  section: string;
  /** `2023-06`, or the year alone. */
  published?: string | undefined;
  /** The name that the paper introduces. */
  method?: string | undefined;
  /** One name for each benchmark, whatever its spelling in the abstract. */
  benchmarks: readonly string[];
  /** Slugs of papers that it names. */
  buildsOn: readonly string[];
};

/** Why two papers are related: they build on the same papers, use the same benchmarks, or share terms that few papers have. */
export type Reason = { kind: 'method' | 'benchmark' | 'terms'; names: string[] };

export type Related = { slug: string; reasons: Reason[]; crossChapter: boolean };

/** Slugs in the order of the papers, `usedBy` with those that are measured on what the paper introduces; `related` has those of the same chapter first, each part the likest first. */
export type Relations = { buildsOn: string[]; usedBy: string[]; related: Related[] };

/** What more papers share relates none of them. */
const widest = { method: 12, benchmark: 8 };

/**
 * Of two related papers one is among so many likest of the other, and they are so many times more alike than any two: less
 * is asked of papers that are filed together.
 */
const near = { rank: 15, filedTogether: 2.8, filedApart: 3.5 };

/** Of papers that are so many times more alike than any two, one term in a title says why. */
const closeLikeness = 4;

/** As many related papers are shown, and as many terms for each. */
const shown = { inChapter: 5, crossChapter: 3, terms: 3 };

/**
 * Relates all papers; every slug is a key of the answer.
 * @param vocabulary terms of the field as people wrote them: cues, glossary
 */
export function relatePapers(
  papers: readonly RelatedPaper[],
  vocabulary: readonly VocabularyTerm[],
): Map<string, Relations> {
  const places = new Map(papers.map(({ slug }, at) => [slug, at]));
  const bases = papers.map((paper, at) =>
    paper.buildsOn.flatMap((slug) => {
      const base = places.get(slug);
      return base === undefined || base === at || isLater(papers[base]!, paper) ? [] : base;
    }),
  );
  const measured = findUsers(
    papers.map(({ slug, method, benchmarks }) => ({ slug, method, benchmarks })),
    [],
  );
  const users = papers.map(({ slug }, at) => {
    const on = new Set(measured.get(slug)?.map((user) => places.get(user.slug)));
    return papers.flatMap((_, user) => (bases[user]!.includes(at) || on.has(user) ? user : []));
  });
  const benchmarks = papers.flatMap((paper) => paper.benchmarks);
  const { topics, nearest } = findTopics(papers, vocabulary, benchmarks, near.rank);
  const shared = {
    methods: gatherHolders(bases, widest.method),
    benchmarks: gatherHolders(
      papers.map(({ benchmarks }) => benchmarks),
      widest.benchmark,
    ),
  };
  const slugOf = (at: number): string => papers[at]!.slug;
  return new Map(
    papers.map(({ slug }, at) => [
      slug,
      { buildsOn: bases[at]!.map(slugOf), usedBy: users[at]!.map(slugOf), related: chooseRelated(at) },
    ]),
  );

  function chooseRelated(at: number): Related[] {
    const isLinked = (other: number): boolean => users[at]!.includes(other) || users[other]!.includes(at);
    const candidates = papers
      .map((_, other) => ({ other, likeness: nearest[at]!.get(other) ?? nearest[other]!.get(at) ?? 0 }))
      .filter(({ other, likeness }) => likeness >= leastLikeness(at, other) && !isLinked(other))
      .sort((a, b) => b.likeness - a.likeness || a.other - b.other)
      .map(({ other, likeness }) => ({
        slug: papers[other]!.slug,
        reasons: findReasons(at, other, likeness),
        crossChapter: papers[other]!.chapter !== papers[at]!.chapter,
      }))
      .filter(({ reasons }) => reasons.length > 0);
    return [
      ...candidates.filter(({ crossChapter }) => !crossChapter).slice(0, shown.inChapter),
      ...candidates.filter(({ crossChapter }) => crossChapter).slice(0, shown.crossChapter),
    ];
  }

  function leastLikeness(at: number, other: number): number {
    const [a, b] = [papers[at]!, papers[other]!];
    return a.chapter === b.chapter && a.section === b.section ? near.filedTogether : near.filedApart;
  }

  function findReasons(at: number, other: number, likeness: number): Reason[] {
    const methods = bases[at]!.filter((base) => bases[other]!.includes(base) && shared.methods.has(base));
    const benchmarks = papers[at]!.benchmarks.filter(
      (name) => papers[other]!.benchmarks.includes(name) && shared.benchmarks.has(name),
    );
    const names: Record<Reason['kind'], string[]> = {
      method: methods.map((base) => papers[base]!.method ?? papers[base]!.title),
      benchmark: benchmarks,
      terms: findSharedTerms(topics[at]!, topics[other]!, likeness),
    };
    return (['method', 'benchmark', 'terms'] as const).flatMap((kind) =>
      names[kind].length > 0 ? [{ kind, names: names[kind] }] : [],
    );
  }
}

/** Whether `paper` is known to have come after `other`. */
function isLater({ published: a }: RelatedPaper, { published: b }: RelatedPaper): boolean {
  const length = Math.min(a?.length ?? 0, b?.length ?? 0);
  return length > 0 && a!.slice(0, length) > b!.slice(0, length);
}

/** Who has each thing, by place; things that more than `most` have are left out. */
function gatherHolders<Thing>(things: readonly (readonly Thing[])[], most: number): Map<Thing, number[]> {
  const holders = new Map<Thing, number[]>();
  things.forEach((list, at) => {
    for (const thing of new Set(list)) holders.set(thing, [...(holders.get(thing) ?? []), at]);
  });
  return new Map(Array.from(holders).filter(([, places]) => places.length > 1 && places.length <= most));
}

/**
 * The terms that say why two papers are related, the weightiest first. A term says so by itself when both titles have it, or
 * one title where the papers are alike in all else; otherwise two must meet. What another term says already is left out.
 */
function findSharedTerms(
  a: ReadonlyMap<string, Weighted>,
  b: ReadonlyMap<string, Weighted>,
  likeness: number,
): string[] {
  const shared = Array.from(a)
    .flatMap(([name, mine]) => {
      const theirs = b.get(name);
      if (theirs === undefined) return [];
      const titles = Number(mine.inTitle) + Number(theirs.inTitle);
      return [{ name, weight: mine.weight * theirs.weight, titles }];
    })
    .sort((x, y) => y.weight - x.weight || (x.name < y.name ? -1 : 1));
  const whole = shared.filter(
    ({ name }) => !shared.some((other) => other.name !== name && other.name.includes(name)),
  );
  const strong = whole.filter(({ name }) => isPhrase(name));
  const isTold =
    (whole.length > 1 && strong.length > 0) ||
    strong.some(({ titles }) => titles >= (likeness >= closeLikeness ? 1 : 2));
  return isTold ? whole.slice(0, shown.terms).map(({ name }) => name) : [];
}
