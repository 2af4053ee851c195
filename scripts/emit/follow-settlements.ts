/** What people settled on a page stays settled when the page becomes part of another one. */
import type { Located } from '../../src/contract/content.ts';
import type { Settlement } from '../../src/contract/schema.ts';

/** `settled.yml` with the rows on the page `from` made rows on the page `to`; nothing else of it changes. */
export function followSettlements(
  source: string,
  settlements: readonly Located<Settlement>[],
  [from, to]: readonly [string, string],
): string {
  return settlements
    .filter(({ value }) => value.paper === from)
    .flatMap(({ yaml, index }) => yaml.sourceOf([index, 'paper'])?.range ?? [])
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end }) => text.slice(0, start) + to + text.slice(end), source);
}
