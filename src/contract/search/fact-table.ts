/** The facts of all entries that results are narrowed down and sorted by, as columns: nothing else is loaded of all. */
import { kinds, type CatalogueEntry, type FactTable } from './index-format.ts';
import { contributions } from '../schema.ts';

/** What the facets go by. */
export type Facts = Pick<
  CatalogueEntry,
  'kind' | 'chapter' | 'section' | 'year' | 'contribution' | 'benchmarks' | 'code'
>;

/** Facts by place, with the rank of each title. */
export type PlacedFacts = Facts & { title: number };

export function toFactTable(entries: readonly CatalogueEntry[], language: string): FactTable {
  const names: string[] = [];
  const numbers = new Map<string, number>();
  const number = (name: string | undefined): number => {
    if (name === undefined) return 0;
    if (!numbers.has(name)) numbers.set(name, names.push(name));
    return numbers.get(name) ?? 0;
  };
  const { compare } = new Intl.Collator(language, { ignorePunctuation: true });
  const titles = entries.map(({ title }, place) => ({ title, place }));
  titles.sort((a, b) => compare(a.title, b.title) || a.place - b.place);
  const ranks = new Map(titles.map(({ place }, rank) => [place, rank]));
  return {
    kind: entries.map(({ kind }) => number(kind)),
    chapter: entries.map(({ chapter }) => number(chapter)),
    section: entries.map(({ section }) => number(section)),
    contribution: entries.map(({ contribution }) => number(contribution)),
    year: entries.map(({ year = 0 }) => year),
    code: entries.map(({ code }) => (code ? 1 : 0)),
    benchmarks: entries.map(({ benchmarks = [] }) => benchmarks.map(number)),
    title: entries.map((_, place) => ranks.get(place) ?? 0),
    names,
  };
}

export function readFactTable(table: FactTable): PlacedFacts[] {
  const name = (number = 0): string | undefined => table.names[number - 1];
  return table.kind.map((kind, place) => {
    const [chapter, section] = [name(table.chapter[place]), name(table.section[place])];
    const contribution = contributions.find((one) => one === name(table.contribution[place]));
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
      title: table.title[place] ?? 0,
    };
  });
}
