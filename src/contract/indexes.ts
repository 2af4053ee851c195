/** The indexes of the survey: by method, benchmark, year and author. Pages, lists and links of all four go by these. */
import { toFamilyName } from './person-name.ts';
import { compareText } from './findings.ts';
import { foldName } from './fold-name.ts';
import { remember } from './remember.ts';
import type { Benchmark } from './schema.ts';
import type { FiledPaper } from './filed-paper.ts';
import { assignIds, foldPerson, splitName } from './names.ts';

export const indexKinds = ['methods', 'benchmarks', 'authors', 'years'] as const;
export type IndexKind = (typeof indexKinds)[number];

export type IndexEntry<P> = {
  id: string;
  label: string;
  /** The long form of a name, or what kind of thing it names. */
  note?: string;
  /** By what it is sorted; its first letter is where it stands in a list from A to Z. */
  sortKey: string;
  /** Newest first. */
  papers: P[];
};

export type SurveyIndexes<P> = {
  entries: Record<IndexKind, IndexEntry<P>[]>;
  /** The entry under which a name on a page is listed. */
  find(kind: IndexKind, name: string): IndexEntry<P> | undefined;
};

type Naming = {
  /** Names that are one have one key. */
  keyOf(name: string): string;
  describe(name: string): Pick<IndexEntry<unknown>, 'label' | 'sortKey'> & { note?: string };
};

/** @param papers newest first */
export function toIndexes<P extends FiledPaper>(
  papers: readonly P[],
  benchmarks: readonly Benchmark[],
): SurveyIndexes<P> {
  const namings: Record<IndexKind, Naming> = {
    methods: { keyOf: remember((name) => foldName(splitName(name).short)), describe: describeMethod },
    benchmarks: toBenchmarkNaming(benchmarks),
    authors: { keyOf: remember(foldPerson), describe: describePerson },
    years: { keyOf: (year) => year, describe: (year) => ({ label: year, sortKey: year }) },
  };
  const named: Record<IndexKind, (paper: P) => readonly string[]> = {
    methods: ({ method }) => (method === undefined ? [] : [method]),
    benchmarks: ({ data }) => data.benchmarks ?? [],
    authors: ({ data }) => data.authors ?? [],
    years: ({ data }) => (data.year === undefined ? [] : [String(data.year)]),
  };
  const byKey = Object.fromEntries(
    indexKinds.map((kind) => [kind, gather(papers, named[kind], namings[kind])]),
  ) as Record<IndexKind, Map<string, IndexEntry<P>>>;
  return {
    entries: Object.fromEntries(
      indexKinds.map((kind) => [kind, [...byKey[kind].values()].sort(compareEntries)]),
    ) as Record<IndexKind, IndexEntry<P>[]>,
    find: (kind, name) => byKey[kind].get(namings[kind].keyOf(name)),
  };
}

function gather<P>(
  papers: readonly P[],
  namesOf: (paper: P) => readonly string[],
  { keyOf, describe }: Naming,
): Map<string, IndexEntry<P>> {
  const entries = new Map<string, Omit<IndexEntry<P>, 'id'>>();
  for (const paper of papers) {
    for (const name of namesOf(paper)) {
      const key = keyOf(name);
      if (key === '') continue;
      const entry = entries.get(key);
      if (!entry) entries.set(key, { ...describe(name), papers: [paper] });
      // A paper that has a name twice has just been put there.
      else if (entry.papers.at(-1) !== paper) entry.papers.push(paper);
    }
  }
  // Ids go by key, so that a new paper does not change those of others.
  const sorted = [...entries].sort(([a], [b]) => compareText(a, b));
  const ids = assignIds(sorted.map(([key, { label }]) => [key, label]));
  return new Map(sorted.map(([key, entry]) => [key, { id: ids.get(key) ?? key, ...entry }]));
}

function describeMethod(name: string): ReturnType<Naming['describe']> {
  const { short, long } = splitName(name);
  return { label: short, sortKey: foldPerson(short), ...(long ? { note: long } : {}) };
}

/** "Jón Þórsson" stands under his family name. */
function describePerson(name: string): ReturnType<Naming['describe']> {
  const family = toFamilyName(name);
  const given = name.slice(0, name.length - family.length).trim();
  return { label: name, sortKey: foldPerson(`${family} ${given}`) };
}

/** All spellings of a benchmark are listed under the name that `benchmarks.yml` gives it. */
function toBenchmarkNaming(benchmarks: readonly Benchmark[]): Naming {
  const rows = new Map(
    benchmarks.flatMap((row) =>
      [row.name, ...(row.spellings ?? [])].map((name) => [foldName(name), row] as const),
    ),
  );
  const rowOf = (name: string): Benchmark | undefined => {
    const { short, long = short } = splitName(name);
    return rows.get(foldName(name)) ?? rows.get(foldName(short)) ?? rows.get(foldName(long));
  };
  return {
    keyOf: remember((name) => foldName(rowOf(name)?.name ?? splitName(name).short)),
    describe: (name) => {
      const row = rowOf(name);
      if (row) return { label: row.name, sortKey: foldPerson(row.name) };
      return describeMethod(name);
    },
  };
}

/** What a benchmark is called in the index, however a page spells it. */
export function makeBenchmarkNames(benchmarks: readonly Benchmark[]): (name: string) => string {
  const { describe } = toBenchmarkNaming(benchmarks);
  return (name) => describe(name).label;
}

function compareEntries(a: IndexEntry<unknown>, b: IndexEntry<unknown>): number {
  return compareText(a.sortKey, b.sortKey) || compareText(a.id, b.id);
}
