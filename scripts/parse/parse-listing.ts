/** A listing in any format as entries. */
import type { Report } from '../../src/contract/findings.ts';
import { detectFormat, formats } from './detect.ts';
import { mendEncoding } from './encoding.ts';
import type { Entry, ListingFile } from './entry.ts';

/**
 * Reads the entries of a listing. `captured` is the day it was captured (`2025-03-14`), or null where nobody knows.
 * Never throws for what the file holds: every part without a place in an entry is a finding.
 */
export function parseListing(file: ListingFile, captured: string | null, report: Report): Entry[] {
  const text = mendEncoding(file, report);
  if (text === undefined) return [];
  const format = detectFormat({ ...file, text });
  if (format === undefined) {
    report.add('listing-format-known', file.path, undefined, {
      message: 'Unexpected format of a listing',
      expected: formats.map(({ name }) => name).join(' or '),
      hint: 'See CONTRIBUTING.md on adding a format.',
    });
    return [];
  }
  return format.parse({ ...file, text }, captured, report);
}
