/** The dates of a paper: when it was first published, and when the survey first saw it. */
import { compareText } from '../../src/contract/findings.ts';
import type { Listed, Sighting } from '../../src/contract/record.ts';

const newArxivId = /^(\d{2})(0[1-9]|1[0-2])\.\d{4,5}$/;
const oldArxivId = /\/(\d{2})(0[1-9]|1[0-2])\d{3}$/;

/** The month of the first preprint, which its arXiv id tells (`2023-06`), else the year. */
export function toPublished({ arxiv = '', year }: Listed): string | undefined {
  const [, newYear, newMonth] = newArxivId.exec(arxiv) ?? [];
  if (newYear !== undefined) return `20${newYear}-${newMonth}`;
  const [, oldYear, oldMonth] = oldArxivId.exec(arxiv) ?? [];
  // Ids with a slash were given from 1991 to 2007.
  if (oldYear !== undefined) return `${oldYear > '90' ? '19' : '20'}${oldYear}-${oldMonth}`;
  return year?.toString();
}

/** The day of the first dated capture that shows the paper. */
export function toAdded(sightings: readonly Sighting[]): string | undefined {
  return sightings.flatMap(({ captured }) => captured ?? []).toSorted(compareText)[0];
}
