/**
 * Entries and facts as records, one a paper. Ingesting twice is ingesting once, the order of listings means nothing,
 * and what other stages and people have put into a record stays.
 */
import { compareText, type Report } from '../../src/contract/findings.ts';
import { toKnown, type PaperRecord } from '../../src/contract/record.ts';
import type { Fact } from '../../src/contract/schema.ts';
import { toExcerpt, toPosition, type Entry } from '../parse/entry.ts';
import { combine } from './combine.ts';
import { toAdded, toPublished } from './dates.ts';
import { matchFacts } from './facts.ts';
import { groupEntries, type Group } from './grouping.ts';
import { matchGroups } from './matching.ts';
import { claimSlug } from './slugs.ts';

export type MergeInput = {
  /** The entries of all listings of this ingest. */
  entries: readonly Entry[];
  /** All facts. */
  facts: readonly Fact[];
  /** The records of all papers known so far. */
  previous: readonly PaperRecord[];
};

/**
 * All records after an ingest, in order of slug. Records that no entry belongs to stay as they are, but for facts that
 * have changed; withdrawn ones stay altogether. A paper without an abstract becomes no record and is a finding.
 */
export function mergeRecords({ entries, facts, previous }: MergeInput, report: Report): PaperRecord[] {
  const groups = groupEntries(entries, facts, report);
  const matches = matchGroups(groups, previous, report);
  const groupsOf = Map.groupBy(groups, (group) => matches.get(group)?.record);
  const isSpeaking = (group: Group): boolean => matches.get(group)?.speaks ?? true;
  const records = [
    ...previous.map((record) => updateRecord(record, groupsOf.get(record) ?? [], isSpeaking)),
    ...makeRecords(groupsOf.get(undefined) ?? [], previous, report),
  ];
  const factOf = matchFacts(records, facts);
  const untouched = new Set(previous);
  return records
    .map((record) => addFact(record, factOf.get(record), untouched.has(record)))
    .toSorted((a, b) => compareText(a.slug, b.slug));
}

function updateRecord(
  record: PaperRecord,
  groups: readonly Group[],
  isSpeaking: (group: Group) => boolean,
): PaperRecord {
  if (groups.length === 0 || record.withdrawn) return record;
  const { listed: _, ...rest } = record;
  const silent = groups.filter((group) => !isSpeaking(group));
  return { ...rest, ...combine(groups.filter(isSpeaking).flat(), silent.flat(), record) };
}

/** Records of papers that are new, in an order that is theirs: their slugs do not depend on that of the listings. */
function makeRecords(
  groups: readonly Group[],
  previous: readonly PaperRecord[],
  report: Report,
): PaperRecord[] {
  const taken = new Set(previous.flatMap(getSlugs));
  return groups
    .flatMap((group) => {
      const [{ title }] = group;
      const { abstract, ...combined } = combine(group);
      if (abstract === undefined) reportBare(group, report);
      return abstract === undefined ? [] : [{ title: title.value, ...combined, abstract }];
    })
    .toSorted((a, b) => compareText(a.title, b.title) || compareText(a.abstract, b.abstract))
    .map((combined) => ({ slug: claimSlug(combined.title, taken), ...combined }));
}

/** Every slug that leads to a record, or once did. */
function getSlugs({ slug, merged = [], written, withdrawn }: PaperRecord): string[] {
  return [slug, ...merged, ...(written?.fields.aliases ?? []), ...(withdrawn?.aliases ?? [])];
}

function reportBare([{ path, title }]: Group, report: Report): void {
  report.add('listing-understood', path, toPosition(title), {
    message: `Unexpected paper without an abstract: "${toExcerpt(title.value)}"`,
    expected: 'an abstract in one of the listings',
    hint: 'It is left out. Mend the listing, or add the paper with scholium new.',
  });
}

/** The record with its fact, and the dates that follow. Only a record that was ingested loses a fact that is gone. */
function addFact(record: PaperRecord, fact: Fact | undefined, isAsBefore: boolean): PaperRecord {
  if (record.withdrawn) return record;
  const { facts: before, published: _, added: addedBefore, ...rest } = record;
  const { title: __, ...checked } = fact ?? { title: undefined };
  const facts = fact ? (checked as PaperRecord['facts']) : isAsBefore ? before : undefined;
  const known = { ...rest, ...(facts ? { facts } : {}) };
  const published = toPublished(toKnown(known));
  const added = toAdded(rest.sightings) ?? addedBefore;
  return { ...known, ...(published ? { published } : {}), ...(added ? { added } : {}) };
}
