/** Where a paper was seen: one sighting an entry. */
import type { Sighting } from '../../src/contract/record.ts';
import { toPoint, type Entry } from '../parse/entry.ts';

export function toSighting(entry: Entry): Sighting {
  const { listing, captured, title, abstract, date, authorCount, organisation, comments } = entry;
  return {
    listing,
    ...(captured === undefined ? {} : { captured }),
    title: toPoint(title),
    ...(abstract ? { abstract: toPoint(abstract) } : {}),
    ...(date ? { date: date.value } : {}),
    ...(authorCount ? { authorCount: authorCount.value } : {}),
    ...(organisation ? { organisation: organisation.value } : {}),
    ...(comments ? { comments: comments.value } : {}),
  };
}
