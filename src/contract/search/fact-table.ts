/** The facts of all entries that results are narrowed down and sorted by, as columns: nothing else is loaded of all. */
import { kinds, type CatalogueEntry, type Contribution, type FactTable } from './index-format.ts';

/** What the facets go by. */
export type Facts = Pick<
  CatalogueEntry,
  'kind' | 'chapter' | 'section' | 'year' | 'contribution' | 'benchmarks' | 'code'
>;

export function toFactTable(entries: readonly CatalogueEntry[]): FactTable {
  const names: string[] = [];
  const numbers = new Map<string, number>();
  const number = (name: string | undefined): number => {
    if (name === undefined) return 0;
    if (!numbers.has(name)) numbers.set(name, names.push(name));
    return numbers.get(name) ?? 0;
  };
  return {
    kind: entries.map(({ kind }) => number(kind)),
    chapter: entries.map(({ chapter }) => number(chapter)),
    section: entries.map(({ section }) => number(section)),
    contribution: entries.map(({ contribution }) => number(contribution)),
    year: entries.map(({ year = 0 }) => year),
    code: entries.map(({ code }) => (code ? 1 : 0)),
    benchmarks: entries.map(({ benchmarks = [] }) => benchmarks.map(number)),
    names,
  };
}

/** The rank of each title, by place. */
export function rankTitles(entries: readonly CatalogueEntry[], language: string): number[] {
  const { compare } = new Intl.Collator(language, { ignorePunctuation: true });
  const sorted = entries.map(({ title }, place) => ({ title, place }));
  sorted.sort((a, b) => compare(a.title, b.title) || a.place - b.place);
  const ranks = new Map(sorted.map(({ place }, rank) => [place, rank]));
  return entries.map((_, place) => ranks.get(place) ?? 0);
}

export function readFactTable(table: FactTable): Facts[] {
  const name = (number = 0): string | undefined => table.names[number - 1];
  return table.kind.map((kind, place) => {
    const [chapter, section] = [name(table.chapter[place]), name(table.section[place])];
    // The schema that lists the kinds is no part of what readers load.
    const contribution = name(table.contribution[place]) as Contribution | undefined;
    const benchmarks = table.benchmarks[place] ?? [];
    const year = table.year[place] ?? 0;
    return {
      kind: kinds.find((one) => one === name(kind)) ?? 'paper',
      ...(chapter !== undefined && { chapter }),
      ...(section !== undefined && { section }),
      ...(contribution && { contribution }),
      ...(year > 0 && { year }),
      ...(benchmarks.length > 0 && { benchmarks: benchmarks.flatMap((one) => name(one) ?? []) }),
      ...(table.code[place] === 1 && { code: true as const }),
    };
  });
}
