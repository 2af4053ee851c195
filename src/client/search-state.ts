/** What is asked on the search page, as its address writes it. */

export const facets = ['kind', 'chapter', 'section', 'year'] as const;
export type Facet = (typeof facets)[number];

export type SearchState = { query: string; newest: boolean; chosen: Record<Facet, string[]> };

export function readState(search: string): SearchState {
  const params = new URLSearchParams(search);
  return {
    query: params.get('q') ?? '',
    newest: params.get('sort') === 'newest',
    chosen: Object.fromEntries(facets.map((facet) => [facet, params.getAll(facet)])) as Record<
      Facet,
      string[]
    >,
  };
}

export function writeState({ query, newest, chosen }: SearchState): string {
  const params = new URLSearchParams();
  if (query !== '') params.set('q', query);
  for (const facet of facets) for (const value of chosen[facet]) params.append(facet, value);
  if (newest) params.set('sort', 'newest');
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** Values of one facet are alternatives; the facets narrow each other. @param except a facet that is left open */
export function toFilters({ chosen }: SearchState, except?: Facet): object {
  return Object.fromEntries(
    facets
      .filter((facet) => facet !== except && chosen[facet].length > 0)
      .map((facet) => [facet, { any: chosen[facet] }]),
  );
}
