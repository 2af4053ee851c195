/** Which record, of those there are already, a group of entries belongs to. */
import { compareText, type Report } from '../../src/contract/findings.ts';
import type { PaperRecord } from '../../src/contract/record.ts';
import { toPosition } from '../parse/entry.ts';
import { grounds, toTitleKeys } from './grounds.ts';
import type { Group } from './grouping.ts';
import { indexBy } from './keys.ts';
import { measureResemblance } from './resemblance.ts';

/** The record of a group, and whether the group says what the paper is. */
export type Match = { record: PaperRecord; speaks: boolean };

/** The record of each group that has one. Two records that one group fits are a finding. */
export function matchGroups(
  groups: readonly Group[],
  previous: readonly PaperRecord[],
  report: Report,
): Map<Group, Match> {
  const matches = new Map<Group, Match>();
  const undecided = findUndecided(groups);
  for (const { toGroupKeys, toRecordKeys, holds, shared, speaks, identifies } of grounds) {
    const records = indexBy(previous, toRecordKeys);
    const taken = new Set(shared ? [] : [...matches.values()].map(({ record }) => record));
    for (const group of groups) {
      if (matches.has(group) || (undecided.has(group) && !identifies)) continue;
      const candidates = new Set(toGroupKeys(group).flatMap((key) => records.get(key) ?? []));
      const fitting = [...candidates].filter((record) => !taken.has(record) && holds(group, record));
      const [record, ...others] = fitting.toSorted((a, b) => compareFit(group, a, b));
      if (record === undefined) continue;
      if (others.length > 0 && isBare(group)) {
        undecided.add(group);
        continue;
      }
      matches.set(group, { record, speaks });
      if (!shared) taken.add(record);
      for (const other of others) reportDouble(group, record, other, report);
    }
  }
  return matches;
}

/** Groups that are no more than a title which two papers have, among the groups or the records: it names neither. */
function findUndecided(groups: readonly Group[]): Set<Group> {
  const told = indexBy(
    groups.filter((group) => !isBare(group)),
    toTitleKeys,
  );
  return new Set(groups.filter((group) => isBare(group) && toTitleKeys(group).some((key) => told.has(key))));
}

function isBare(group: Group): boolean {
  return group.every(({ abstract }) => abstract === undefined);
}

function compareFit(group: Group, a: PaperRecord, b: PaperRecord): number {
  return measureFit(group, b) - measureFit(group, a) || compareText(a.slug, b.slug);
}

function measureFit(group: Group, { abstract }: PaperRecord): number {
  return Math.max(0, ...group.map((entry) => measureResemblance(entry.abstract?.value ?? '', abstract)));
}

function reportDouble([entry]: Group, record: PaperRecord, other: PaperRecord, report: Report): void {
  report.add('paper-unique', entry.path, toPosition(entry.title), {
    message: `Unexpected second record of this paper: ${other.slug} beside ${record.slug}`,
    expected: 'one record a paper',
    hint: `Where they are one paper, run scholium merge-records ${record.slug} ${other.slug}.`,
  });
}
