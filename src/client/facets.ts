/** The facets: what results can be narrowed down by, what is left, and how many each value would leave. */
import type { Facts } from '../contract/search/fact-table.ts';
import type { Chosen, Facet } from './search-state.ts';
import { facets } from './search-state.ts';

export type FacetValue = { value: string; count: number; chosen: boolean };

const valuesOf: Record<Facet, (entry: Facts) => readonly string[]> = {
  kind: ({ kind }) => [kind],
  chapter: ({ chapter }) => list(chapter),
  section: ({ chapter, section }) => list(chapter && section && toSectionValue(chapter, section)),
  year: ({ year }) => list(year?.toString()),
  contribution: ({ contribution }) => list(contribution),
  benchmark: ({ benchmarks = [] }) => benchmarks,
  code: ({ code }) => (code ? ['yes'] : []),
};

const list = (value: string | undefined): string[] => (value === undefined ? [] : [value]);

/** Sections of two chapters may have one name. */
const divider = ' › ';
const toSectionValue = (chapter: string, section: string): string => `${chapter}${divider}${section}`;
export const toSectionName = (value: string): string => value.slice(value.indexOf(divider) + divider.length);

/** Values of one facet are alternatives; the facets narrow each other. */
export function passes(facts: Facts, chosen: Chosen, except?: Facet): boolean {
  return facets.every(
    (facet) =>
      facet === except ||
      chosen[facet].length === 0 ||
      valuesOf[facet](facts).some((value) => chosen[facet].includes(value)),
  );
}

/**
 * The values of one facet that can be chosen, with the number of results that each has beside the other facets.
 * Where none is chosen, a value that all of these have changes nothing and is left out.
 */
export function listValues(entries: readonly Facts[], chosen: Chosen, facet: Facet): FacetValue[] {
  const open = entries.filter((entry) => passes(entry, chosen, facet));
  const counts = new Map<string, number>(chosen[facet].map((value) => [value, 0]));
  for (const entry of open) {
    for (const value of valuesOf[facet](entry)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return Array.from(counts, ([value, count]) => ({ value, count, chosen: chosen[facet].includes(value) }))
    .filter((value) => chosen[facet].length > 0 || value.count < open.length)
    .filter(({ value }) => facet !== 'section' || isOpen(value, chosen))
    .sort(facet === 'year' ? byValueDown : byCount);
}

/** Sections are offered of the chapters that are chosen. */
function isOpen(section: string, { chapter, section: sections }: Chosen): boolean {
  return sections.includes(section) || chapter.some((name) => section.startsWith(name + divider));
}

const byValueDown = (a: FacetValue, b: FacetValue): number => (a.value < b.value ? 1 : -1);
const byCount = (a: FacetValue, b: FacetValue): number => b.count - a.count || (a.value < b.value ? -1 : 1);
