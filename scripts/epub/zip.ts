/** Files in a zip as EPUB wants it: what it is first and stored, then the rest, with one time for all. */
import { strToU8, zipSync, type Zippable } from 'fflate';

export const mediaType = 'application/epub+zip';

/**
 * @param files texts by name, in order
 * @param day such as 2026-01-31
 */
export function zipEpub(files: ReadonlyMap<string, string>, day: string): Uint8Array {
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number);
  // A zip holds local time without saying where: the parts are the same everywhere, the moment is not.
  const mtime = new Date(year, month - 1, date, 12);
  const entries: Zippable = { mimetype: [strToU8(mediaType), { level: 0 }] };
  for (const [name, text] of files) entries[name] = [strToU8(text), { level: 9 }];
  return zipSync(entries, { mtime });
}
