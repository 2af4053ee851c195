/** Where a paper was published, from the venue as its page prints it: `HIVE 2023`, `Journal of Wax 33(4), 2024`. */
import type { Venue } from './schema.ts';

export type PublishedIn = {
  kind: Venue['kind'];
  /** The proceedings or the journal, in full where the survey knows it. */
  name: string;
  /** The venue's own, which may be later than that of the first preprint. */
  year?: number;
  volume?: string;
  issue?: string;
};

/** Finds a venue by its name or one of its spellings. */
export type VenueFinder = (name: string) => Venue | undefined;

export function makeVenueFinder(venues: readonly Venue[]): VenueFinder {
  const byName = new Map(
    venues.flatMap((venue) => [venue.name, ...(venue.spellings ?? [])].map((name) => [fold(name), venue])),
  );
  return (name) => byName.get(fold(name));
}

/** `Name 2023`, `Name 33(4), 2024`, `Name, 2024`. */
const printed = /^(.+?)(?:,?\s+(\d{1,4})(?:\((\d+(?:[-–]\d+)?)\))?)?,?\s+((?:19|20)\d{2})$/;

/** `Name 2023 Track`, which is part of what is named. */
const part = /^(.+?)\s+(?:19|20)\d{2}\b/;

/** What a venue that is not in the table says of itself. */
const signs: readonly (readonly [RegExp, Venue['kind']])[] = [
  [/\b(?:workshop|conference|symposium|proceedings|congress|meeting)\b/i, 'conference'],
  [/\b(?:journal|transactions|letters|annals|review|reviews|magazine|bulletin|archive)\b/i, 'journal'],
  // One word with capitals and a year: `HIVE 2023`.
  [/^\S*\p{Lu}\S*\p{Lu}\S*$/u, 'conference'],
];

export function parseVenue(venue: string, find: VenueFinder): PublishedIn {
  const [, name = venue, volume, issue, ownYear] = printed.exec(venue) ?? [];
  const year = ownYear ?? venue.match(/\b(?:19|20)\d{2}\b/g)?.at(-1);
  const known = find(name);
  const whole = known ?? find(part.exec(name)?.[1] ?? name);
  return {
    kind: whole?.kind ?? signs.find(([sign]) => sign.test(name))?.[1] ?? 'journal',
    name: toFullName(known, name),
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(volume === undefined ? {} : { volume }),
    ...(issue === undefined ? {} : { issue }),
  };
}

/** The title with the short name, by which people know it: Symposium on Hives (HIVE). */
function toFullName(known: Venue | undefined, name: string): string {
  if (!known) return name;
  if (known.title === undefined) return known.name;
  return known.kind === 'conference' ? `${known.title} (${known.name})` : known.title;
}

function fold(name: string): string {
  return name.toLowerCase().replace(/\s+/g, ' ').trim();
}
