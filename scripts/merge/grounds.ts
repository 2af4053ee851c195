/** What speaks for taking a group of entries and a record for one paper. */
import type { PaperRecord } from '../../src/contract/record.ts';
import type { Group } from './grouping.ts';
import {
  toEntryIdKeys,
  toListedIdKeys,
  toRecordIdKeys,
  toSlugKey,
  toTextKey,
  toTitleKey,
  type Key,
} from './keys.ts';
import { isClearlyDifferent } from './resemblance.ts';
import { toSlug } from './slugs.ts';

export type Ground = {
  /** Keys that group and record have in common where the ground can hold. */
  toGroupKeys: (group: Group) => Key[];
  toRecordKeys: (record: PaperRecord) => Key[];
  holds: (group: Group, record: PaperRecord) => boolean;
  /** Does it hold for records too that another group has already? */
  shared: boolean;
  /** Does the group say what the paper is, or only where it was seen? */
  speaks: boolean;
  /** Is it an identifier, which names one paper without its text? */
  identifies?: true;
  why: string;
};

/** Why a group and a record are one paper; a ground is tried on every group before the next one is. */
export const grounds: readonly Ground[] = [
  {
    toGroupKeys: (group) => group.flatMap(toEntryIdKeys),
    toRecordKeys: toListedIdKeys,
    holds: () => true,
    shared: true,
    speaks: true,
    identifies: true,
    why: 'an identifier names one paper',
  },
  {
    toGroupKeys: (group) => group.flatMap(toEntryIdKeys),
    toRecordKeys: toRecordIdKeys,
    holds: () => true,
    shared: true,
    speaks: true,
    identifies: true,
    why: 'the same, where only the facts of the record give the identifier',
  },
  {
    toGroupKeys: (group) =>
      group.flatMap(({ title, abstract }) => (abstract ? toTextKey(title.value, abstract.value) : [])),
    toRecordKeys: ({ title, abstract }) => [toTextKey(title, abstract)],
    holds: () => true,
    shared: true,
    speaks: true,
    why: 'title and abstract are the same',
  },
  {
    toGroupKeys: toTitleKeys,
    toRecordKeys: ({ title }) => [toTitleKey(title)],
    holds: hasVersionOf,
    shared: true,
    speaks: true,
    why: 'the title is the same, and the abstracts are versions of each other',
  },
  {
    toGroupKeys: toTitleKeys,
    toRecordKeys: ({ title }) => [toTitleKey(title)],
    holds: wasSeenThere,
    shared: false,
    speaks: true,
    why: 'the same listing gave the title before, so its abstract was rewritten',
  },
  {
    toGroupKeys: toTitleKeys,
    toRecordKeys: ({ title, merged }) => (merged ? [toTitleKey(title)] : []),
    holds: wasSeenThere,
    shared: true,
    speaks: false,
    why: 'people found that the other paper with this title, seen at this place, is that of the record',
  },
  {
    toGroupKeys: toSlugKeys,
    toRecordKeys: ({ slug }) => [toSlugKey(slug)],
    holds: hasVersionOf,
    shared: true,
    speaks: true,
    why: 'the slug was made from this title, and another capture has changed it since',
  },
  {
    toGroupKeys: toSlugKeys,
    toRecordKeys: ({ merged = [] }) => merged.map(toSlugKey),
    holds: () => true,
    shared: true,
    speaks: false,
    why: 'people found that the paper with this slug is that of the record',
  },
];

export function toTitleKeys(group: Group): Key[] {
  return group.map(({ title }) => toTitleKey(title.value));
}

function toSlugKeys(group: Group): Key[] {
  return group.map(({ title }) => toSlugKey(toSlug(title.value)));
}

/** Whether no abstract speaks against it: entries without one follow their title. */
function hasVersionOf(group: Group, record: PaperRecord): boolean {
  const abstracts = group.flatMap(({ abstract }) => abstract?.value ?? []);
  if (abstracts.length === 0 || record.abstract === '') return true;
  return abstracts.some((text) => !isClearlyDifferent(text, record.abstract));
}

/** Whether the record was seen in a listing of the group before. */
function wasSeenThere(group: Group, { sightings }: PaperRecord): boolean {
  return group.some((entry) => sightings.some(({ listing }) => listing === entry.listing));
}
