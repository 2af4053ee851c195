/** What is asked on the search page, as its address writes it. */

export const facets = ['kind', 'chapter', 'section', 'year', 'contribution', 'benchmark', 'code'] as const;
export type Facet = (typeof facets)[number];
export type Chosen = Record<Facet, string[]>;

export const orders = ['relevance', 'year', 'title'] as const;
export type Order = (typeof orders)[number];

export type SearchState = { query: string; order: Order; chosen: Chosen };

export function readState(search: string): SearchState {
  const params = new URLSearchParams(search);
  return {
    query: params.get('q') ?? '',
    order: orders.find((order) => order === params.get('sort')) ?? 'relevance',
    chosen: toChosen((facet) => params.getAll(facet)),
  };
}

export function writeState({ query, order, chosen }: SearchState): string {
  const params = new URLSearchParams();
  if (query !== '') params.set('q', query);
  for (const facet of facets) for (const value of chosen[facet]) params.append(facet, value);
  if (order !== 'relevance') params.set('sort', order);
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

export function toChosen(valuesOf: (facet: Facet) => string[]): Chosen {
  return Object.fromEntries(facets.map((facet) => [facet, valuesOf(facet)])) as Chosen;
}
