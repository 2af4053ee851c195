/** Two records found to be one paper: one record with all sightings, one page with all notes, the other address an alias. */
import { isDeepStrictEqual } from 'node:util';
import { compareText } from '../../src/contract/findings.ts';
import type { Page } from '../../src/contract/page.ts';
import type { PaperRecord } from '../../src/contract/record.ts';
import { replaceFields } from './print-page.ts';
import { printRecord, recordPath } from './print-record.ts';

export type Union = {
  /** In the order of writing: first what stays, last what goes. */
  changes: Map<string, string | null>;
  /** Whether the page that goes had notes, which are now on the page that stays. */
  body: boolean;
};

/** Unites `drop` with `keep`; what people wrote on either page stays. */
export function uniteRecords(keep: PaperRecord, drop: PaperRecord, pages: readonly Page[]): Union {
  const theirs = drop.sightings.filter((seen) => !keep.sightings.some((one) => isDeepStrictEqual(one, seen)));
  const sightings = [...keep.sightings, ...theirs].sort(
    (a, b) => compareText(a.listing, b.listing) || a.title.line - b.title.line,
  );
  const added = [keep.added, drop.added].filter((date) => date !== undefined).sort()[0];
  const merged = [...new Set([...(keep.merged ?? []), drop.slug, ...(drop.merged ?? [])])].sort(compareText);
  const facts = keep.facts ?? drop.facts;
  const record: PaperRecord = {
    ...keep,
    sightings,
    merged,
    ...(facts ? { facts } : {}),
    ...(added === undefined ? {} : { added }),
  };
  const kept = pages.find(({ slug }) => slug === keep.slug);
  const dropped = pages.find(({ slug }) => slug === drop.slug);
  const written = dropped ? dropped.source.slice(dropped.abstractRange.end).trim() : '';
  // A run that was stopped may have put them there already.
  const notes = kept?.source.includes(written) ? '' : written;
  const changes = new Map<string, string | null>();
  if (kept) {
    const aliases = [...new Set([...(kept.data.aliases ?? []), drop.slug, ...(dropped?.data.aliases ?? [])])];
    const page = replaceFields(kept, { ...kept.data, aliases });
    changes.set(kept.path, notes === '' ? page : `${page.trimEnd()}\n\n${notes}\n`);
  }
  changes.set(recordPath(keep.slug), printRecord(record));
  if (dropped) changes.set(dropped.path, null);
  changes.set(recordPath(drop.slug), null);
  return { changes, body: notes !== '' };
}
