/** Where listings give a paper in several versions: which one counts. */
import { compareText } from '../../src/contract/findings.ts';
import type { Sighting } from '../../src/contract/record.ts';

/** A value and where it was seen last; a value that no listing shows any more has no such place. */
export type Version<Value> = { value: Value; seen: Sighting | undefined };

/** The version of the newest capture. */
export function pickNewest<Value>(versions: readonly Version<Value>[]): Value | undefined {
  return versions.toSorted(compareAge)[0]?.value;
}

/** The version of the newest capture among those that are not damaged, nor cut off in the middle of a sentence. */
export function pickText(versions: readonly Version<string>[]): string | undefined {
  const texts = versions.map(({ value }) => value);
  const sound = versions.filter(
    ({ value }) => !isDamaged(value) && !texts.some((whole) => isCutFrom(value, whole)),
  );
  return pickNewest(sound.length > 0 ? sound : versions);
}

/** Newest capture first, then undated ones, then what is seen no more; within a capture in order of listing and line. */
export function compareAge({ seen: a }: Version<unknown>, { seen: b }: Version<unknown>): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return compareText(b.captured ?? '', a.captured ?? '') || compareSightings(a, b);
}

export function compareSightings(a: Sighting, b: Sighting): number {
  return compareText(a.listing, b.listing) || a.title.line - b.title.line || a.title.column - b.title.column;
}

/** Whether characters were lost when the text was read in another encoding than it was written in. */
function isDamaged(text: string): boolean {
  return text.includes('\uFFFD');
}

function isCutFrom(text: string, whole: string): boolean {
  return text.length < whole.length && whole.startsWith(text) && !/[.!?]$/.test(text);
}
