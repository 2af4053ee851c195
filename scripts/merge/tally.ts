/** What an ingest did, in numbers: the lines that `scholium ingest` prints. */
import { isDeepStrictEqual } from 'node:util';
import { compareText } from '../../src/contract/findings.ts';
import type { PaperRecord, Sighting } from '../../src/contract/record.ts';
import type { Entry } from '../parse/entry.ts';

/** Of one listing: its entries, and what became of them. Over all listings, `new` adds up to the records made. */
export type Tally = {
  listing: string;
  entries: number;
  /** Entries that a record was made of. Where several listings show a new paper, the first by name counts it. */
  new: number;
  /** Entries of papers that had a record, or another entry, already. */
  merged: number;
  /** Entries without an abstract, of papers that nobody gives one. */
  left: number;
  /** Records that were there before and say something else now. */
  changed: number;
};

/** Counts an ingest, a row a listing in order of name. `entries` and `previous` went in, `records` came out. */
export function tallyIngest(
  entries: readonly Entry[],
  previous: readonly PaperRecord[],
  records: readonly PaperRecord[],
): Tally[] {
  const before = new Map(previous.map((record) => [record.slug, record]));
  const recordAt = new Map(
    records.flatMap((record) => record.sightings.map((sighting) => [toPlaceKey(sighting), record])),
  );
  const counted = new Set<PaperRecord>();
  return [...Map.groupBy(entries, ({ listing }) => listing)]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([listing, own]) => {
      const shown = own.flatMap((entry) => recordAt.get(toPlaceKey(entry)) ?? []);
      const fresh = [...new Set(shown)].filter((record) => !before.has(record.slug) && !counted.has(record));
      for (const record of fresh) counted.add(record);
      return {
        listing,
        entries: own.length,
        new: fresh.length,
        merged: shown.length - fresh.length,
        left: own.length - shown.length,
        changed: [...new Set(shown)].filter((record) => isChanged(before.get(record.slug), record)).length,
      };
    });
}

function toPlaceKey({ listing, title }: Pick<Sighting, 'listing' | 'title'>): string {
  return `${listing}:${title.line}:${title.column}`;
}

function isChanged(before: PaperRecord | undefined, after: PaperRecord): boolean {
  return before !== undefined && !isDeepStrictEqual(before, after);
}
