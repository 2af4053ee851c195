/** The entries of one paper as what its record says, whatever listing says it. */
import { listedSchema, type Listed, type PaperRecord, type Sighting } from '../../src/contract/record.ts';
import type { Entry } from '../parse/entry.ts';
import { toSighting } from './sightings.ts';
import { compareAge, compareSightings, pickNewest, pickText, type Version } from './versions.ts';

/** What listings decide of a record. Absent is what none of them says. */
export type Combined = { title?: string; abstract?: string; listed?: Listed; sightings: Sighting[] };

type Extra = NonNullable<Listed['extra']>;

/** What one entry, or the record before, says of the paper, and where it is seen. */
type Said = Omit<Combined, 'sightings'> & { listed: Listed; seen: Sighting | undefined };

/**
 * Combines the entries of a paper with the record it has had: the text of the newest capture, all sightings. `silent`
 * entries tell only where the paper was seen. Listings that no entry is of keep their sightings; what they said is
 * what the record says.
 */
export function combine(
  entries: readonly Entry[],
  silent: readonly Entry[] = [],
  record?: PaperRecord,
): Combined {
  const sightings = [...entries, ...silent].map(toSighting);
  const listings = new Set(sightings.map(({ listing }) => listing));
  const kept = record?.sightings.filter(({ listing }) => !listings.has(listing)) ?? [];
  const said = [...entries.map(toSaid), ...(record ? [toSaidBefore(record, kept)] : [])];
  const title = pickText(toVersions(said, (one) => one.title));
  const abstract = pickText(toVersions(said, (one) => one.abstract));
  const listed = combineListed(said);
  return {
    ...(title === undefined ? {} : { title }),
    ...(abstract === undefined ? {} : { abstract }),
    ...(Object.keys(listed).length === 0 ? {} : { listed }),
    sightings: [...kept, ...sightings].toSorted(compareSightings).filter(isFirst),
  };
}

function toSaid(entry: Entry): Said {
  return {
    title: entry.title.value,
    ...(entry.abstract ? { abstract: entry.abstract.value } : {}),
    listed: toListed((field) => (field === 'extra' ? toExtra(entry) : entry[field]?.value)),
    seen: toSighting(entry),
  };
}

function toSaidBefore({ title, abstract, listed = {} }: PaperRecord, kept: readonly Sighting[]): Said {
  const [newest] = kept.map((seen) => ({ value: undefined, seen })).toSorted(compareAge);
  return {
    title,
    // A record that was made before its paper was listed has none yet.
    ...(abstract === '' ? {} : { abstract }),
    listed: newest ? listed : {},
    seen: newest?.seen,
  };
}

function combineListed(said: readonly Said[]): Listed {
  return toListed((field) => {
    const versions = toVersions(said, ({ listed }) => listed[field]);
    return field === 'extra' ? uniteExtra(versions as Version<Extra>[]) : pickNewest(versions);
  });
}

function toExtra({ extra }: Entry): Extra | undefined {
  return extra && Object.fromEntries(Object.entries(extra).map(([name, { value }]) => [name, value]));
}

/** One listing has the pages, another the publisher: of each the newest counts. */
function uniteExtra(versions: readonly Version<Extra>[]): Extra | undefined {
  const oldestFirst = versions.toSorted(compareAge).toReversed();
  return versions.length === 0 ? undefined : Object.assign({}, ...oldestFirst.map(({ value }) => value));
}

/** The fields that listings tell, without those that `get` does not know. */
function toListed(get: (field: keyof Listed) => Listed[keyof Listed]): Listed {
  const fields = Object.keys(listedSchema.shape) as (keyof Listed)[];
  const known = fields.map((field) => [field, get(field)] as const);
  return Object.fromEntries(known.filter(([, value]) => value !== undefined)) as Listed;
}

function toVersions<Value>(said: readonly Said[], get: (one: Said) => Value | undefined): Version<Value>[] {
  return said.flatMap((one) => {
    const value = get(one);
    return value === undefined ? [] : [{ value, seen: one.seen }];
  });
}

/** A file that is named twice shows a paper once. */
function isFirst(sighting: Sighting, index: number, sorted: readonly Sighting[]): boolean {
  const before = sorted[index - 1];
  return before === undefined || compareSightings(before, sighting) !== 0;
}
