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
  const years = entries.flatMap(({ year }) => year ?? []);
  const beforeFirst = years.reduce((first, year) => Math.min(first, year), Infinity) - 1;
  return {
    kind: toLetters(entries.map(({ kind }) => number(kind))),
    chapter: toLetters(entries.map(({ chapter }) => number(chapter))),
    section: toLetters(entries.map(({ section }) => number(section))),
    contribution: toLetters(entries.map(({ contribution }) => number(contribution))),
    year: toLetters(entries.map(({ year }) => (year === undefined ? 0 : year - beforeFirst))),
    code: toLetters(entries.map(({ code }) => (code ? 1 : 0))),
    benchmarks: entries.map(({ benchmarks = [] }) => `${toLetters(benchmarks.map(number))}\n`).join(''),
    names,
    beforeFirst: years.length > 0 ? beforeFirst : 0,
  };
}

/** The letter of 0; those from here on stand for themselves in JSON, but one. */
const zero = 0x30;
const toLetters = (numbers: readonly number[]): string =>
  numbers.map((number) => String.fromCodePoint(zero + number)).join('');
const toNumbers = (letters: string): number[] =>
  Array.from(letters, (letter) => (letter.codePointAt(0) ?? zero) - zero);

/** The rank of each title, by place. */
export function rankTitles(entries: readonly CatalogueEntry[], language: string): number[] {
  const { compare } = new Intl.Collator(language, { ignorePunctuation: true });
  const sorted = entries.map(({ title }, place) => ({ title, place }));
  sorted.sort((a, b) => compare(a.title, b.title) || a.place - b.place);
  const ranks = new Map(sorted.map(({ place }, rank) => [place, rank]));
  return entries.map((_, place) => ranks.get(place) ?? 0);
}

export function readFactTable(table: FactTable): Facts[] {
  const { names, beforeFirst } = table;
  const name = (number = 0): string | undefined => names[number - 1];
  const [chapters, sections, contributions] = [table.chapter, table.section, table.contribution].map(
    toNumbers,
  );
  const [years, codes] = [table.year, table.code].map(toNumbers);
  const benchmarks = table.benchmarks.split('\n').map(toNumbers);
  return toNumbers(table.kind).map((kind, place) => {
    const [chapter, section] = [name(chapters?.[place]), name(sections?.[place])];
    // The schema that lists the kinds is no part of what readers load.
    const contribution = name(contributions?.[place]) as Contribution | undefined;
    const own = benchmarks[place] ?? [];
    const year = years?.[place] ?? 0;
    return {
      kind: kinds.find((one) => one === name(kind)) ?? 'paper',
      ...(chapter !== undefined && { chapter }),
      ...(section !== undefined && { section }),
      ...(contribution && { contribution }),
      ...(year > 0 && { year: year + beforeFirst }),
      ...(own.length > 0 && { benchmarks: own.flatMap((one) => name(one) ?? []) }),
      ...(codes?.[place] === 1 && { code: true as const }),
    };
  });
}
