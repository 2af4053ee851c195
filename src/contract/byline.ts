/** How a work is named in running text: authors and year, and the title where nobody knows the authors. */

import { compareText } from './findings.ts';
import { toFamilyName } from './person-name.ts';

/** What is known of a work that is cited; `title` is plain text. */
export type Cited = { authors: readonly string[]; year?: string | number | undefined; title: string };

/** "Li et al. 2023" */
export function toCitationLabel({ authors, year, title }: Cited): string {
  return [toByline(authors) || title, year].filter(Boolean).join(' ');
}

/** "Li", "Li and Huang", "Li et al." */
export function toByline(authors: readonly string[]): string {
  const [first, second] = authors.slice(0, 2).map(toFamilyName);
  if (first === undefined) return '';
  if (second === undefined) return first;
  return authors.length === 2 ? `${first} and ${second}` : `${first} et al.`;
}

/** By what a list of references is sorted: family name of the first author, then year, then title. */
export function toReferenceKey({ authors, year = '', title }: Cited): string {
  return [toFamilyName(authors[0] ?? title), year, title].join('\n').toLowerCase();
}

/** The letters of citations that read alike on one page, by the id of their reference: in the order of their titles. */
export function assignLetters(
  cited: readonly { ref: string; label: string; title: string }[],
): ReadonlyMap<string, string> {
  const unique = new Map(cited.map((citation) => [citation.ref, citation])).values();
  const groups = Map.groupBy(
    [...unique].sort((a, b) => compareText(a.title, b.title)),
    ({ label }) => label,
  );
  return new Map(
    [...groups.values()].flatMap((group) =>
      group.length < 2 ? [] : group.map(({ ref }, i) => [ref, toLetters(i)] as const),
    ),
  );
}

/** a to z, then aa. */
const toLetters = (index: number): string =>
  (index < 26 ? '' : toLetters(Math.floor(index / 26) - 1)) + String.fromCharCode(97 + (index % 26));
