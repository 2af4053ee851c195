/** What the search page shows, as elements. */
import type { CatalogueEntry } from '../contract/search/index-format.ts';
import { contributionNames } from '../contract/words.ts';
import { searchStrings as strings } from '../lib/strings/search.ts';
import { build } from './dom.ts';
import { toHref } from './address.ts';
import type { Piece } from './excerpt.ts';
import { toSectionName, type FacetValue } from './facets.ts';
import type { Facet } from './search-state.ts';

/** @param excerpt where the text comes in once it is read */
export function buildResult(
  { url, title, kind, authors, venue, year }: CatalogueEntry,
  excerpt: HTMLElement,
): HTMLElement {
  const byline = [
    authors?.join(', '),
    venue ?? year?.toString(),
    kind === 'paper' ? undefined : strings.kinds[kind],
  ].filter((part) => part !== undefined);
  return build(
    'li',
    { class: 'result' },
    build('a', { class: 'paper-title', href: toHref(url) }, title),
    build('p', { class: 'paper-byline' }, byline.join(' · ')),
    excerpt,
  );
}

export function buildPieces(pieces: readonly Piece[]): (Node | string)[] {
  return pieces.map(({ text, marked }) => (marked ? build('mark', {}, text) : text));
}

export function buildBox(facet: Facet, { value, count, chosen }: FacetValue, id: string): HTMLElement {
  return build(
    'label',
    { for: id },
    build('input', { type: 'checkbox', name: facet, value, id, checked: chosen }),
    build('span', {}, toLabel(facet, value)),
    build('span', { class: 'figure' }, String(count)),
  );
}

function toLabel(facet: Facet, value: string): string {
  if (facet === 'section') return toSectionName(value);
  if (facet === 'code') return strings.facets.withCode;
  const names: Readonly<Record<string, string>> =
    facet === 'kind' ? strings.kinds : facet === 'contribution' ? contributionNames : {};
  return names[value] ?? value;
}

/** A link to the query as it was probably meant. */
export function buildMeant(query: string, href: string): HTMLElement {
  return build('p', {}, `${strings.didYouMean} `, build('a', { href, class: 'meant' }, query), '?');
}
