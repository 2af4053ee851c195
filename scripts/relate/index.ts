/**
 * Relations inside the survey: what a paper builds on, what uses it, and which papers are related to it, with the reason that
 * readers are shown. Pure and deterministic; it goes by the papers' annotations, which people may have changed.
 */
import { findDistinctiveTerms, isStrong, type Weighted } from './distinctive-terms.ts';

export type RelatedPaper = {
  slug: string;
  title: string;
  abstract: string;
  chapter: string;
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

/** Slugs in the order of the papers; `related` has those of the same chapter first, each part the likest first. */
export type Relations = { buildsOn: string[]; usedBy: string[]; related: Related[] };

/** What a thing shared adds to a likeness; the cosine of distinctive terms lies between 0 and 1. */
const worth = { method: 0.25, benchmark: 0.15 };

/** What more papers share relates none of them. */
const widest = { method: 12, benchmark: 5 };

/** Papers less alike are not shown as related. */
const leastLikeness = 0.2;

/** As many related papers are shown, and as many terms for each. */
const shown = { inChapter: 5, crossChapter: 3, terms: 3 };

/**
 * Relates all papers; every slug is a key of the answer.
 * @param vocabulary terms of the field as people wrote them: cues, glossary
 */
export function relatePapers(
  papers: readonly RelatedPaper[],
  vocabulary: readonly string[],
): Map<string, Relations> {
  const places = new Map(papers.map(({ slug }, at) => [slug, at]));
  const bases = papers.map((paper, at) =>
    paper.buildsOn.flatMap((slug) => {
      const base = places.get(slug);
      return base === undefined || base === at || isLater(papers[base]!, paper) ? [] : base;
    }),
  );
  const users = papers.map((_, at) => bases.flatMap((of, user) => (of.includes(at) ? user : [])));
  const { papers: terms } = findDistinctiveTerms(papers, vocabulary);
  const shared = {
    methods: gatherHolders(bases, widest.method),
    benchmarks: gatherHolders(
      papers.map(({ benchmarks }) => benchmarks),
      widest.benchmark,
    ),
    terms: gatherHolders(
      terms.map((weighted) => Array.from(weighted.keys())),
      papers.length,
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
    const likeness = weighAll(at);
    for (const linked of [at, ...bases[at]!, ...users[at]!]) likeness[linked] = 0;
    const candidates = Array.from(likeness.keys())
      .filter((other) => likeness[other]! >= leastLikeness)
      .sort((a, b) => likeness[b]! - likeness[a]! || a - b)
      .map((other) => ({
        slug: papers[other]!.slug,
        reasons: findReasons(at, other),
        crossChapter: papers[other]!.chapter !== papers[at]!.chapter,
      }))
      .filter(({ reasons }) => reasons.length > 0);
    return [
      ...candidates.filter(({ crossChapter }) => !crossChapter).slice(0, shown.inChapter),
      ...candidates.filter(({ crossChapter }) => crossChapter).slice(0, shown.crossChapter),
    ];
  }

  /** How like each paper is to the one at `at`. */
  function weighAll(at: number): Float64Array {
    const likeness = new Float64Array(papers.length);
    for (const [term, { weight }] of terms[at]!)
      for (const other of shared.terms.get(term) ?? [])
        likeness[other]! += weight * terms[other]!.get(term)!.weight;
    for (const base of bases[at]!)
      for (const other of shared.methods.get(base) ?? []) likeness[other]! += worth.method;
    for (const name of papers[at]!.benchmarks)
      for (const other of shared.benchmarks.get(name) ?? []) likeness[other]! += worth.benchmark;
    return likeness;
  }

  function findReasons(at: number, other: number): Reason[] {
    const methods = bases[at]!.filter((base) => bases[other]!.includes(base) && shared.methods.has(base));
    const benchmarks = papers[at]!.benchmarks.filter(
      (name) => papers[other]!.benchmarks.includes(name) && shared.benchmarks.has(name),
    );
    const names: Record<Reason['kind'], string[]> = {
      method: methods.map((base) => papers[base]!.method ?? papers[base]!.title),
      benchmark: benchmarks,
      terms: findSharedTerms(terms[at]!, terms[other]!),
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
 * The terms that say why two papers are related, the weightiest first. A term says so by itself when both titles have it;
 * else two must meet, one of them strong and in a title. What another term says already is left out.
 */
function findSharedTerms(a: ReadonlyMap<string, Weighted>, b: ReadonlyMap<string, Weighted>): string[] {
  const shared = Array.from(a)
    .flatMap(([form, mine]) => {
      const theirs = b.get(form);
      return theirs === undefined
        ? []
        : [
            {
              form,
              weight: mine.weight * theirs.weight,
              titles: Number(mine.inTitle) + Number(theirs.inTitle),
            },
          ];
    })
    .sort((x, y) => y.weight - x.weight || (x.form < y.form ? -1 : 1));
  const whole = shared.filter(({ form }) => !shared.some((other) => isPart(form, other.form)));
  const strong = whole.filter(({ form }) => isStrong(form));
  const isTold =
    strong.some(({ titles }) => titles === 2) ||
    (whole.length > 1 && strong.some(({ titles }) => titles > 0));
  return isTold ? whole.slice(0, shown.terms).map(({ form }) => form) : [];
}

/** Whether a term stands in another, or abbreviates it: "slow rising (SR)". */
function isPart(form: string, other: string): boolean {
  const initials = other
    .split(/[\s-]+/)
    .map((word) => word[0]?.toUpperCase())
    .join('');
  return form !== other && (other.includes(form) || form === initials);
}
