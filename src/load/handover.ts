/**
 * What the pages show, handed to them by whoever read it: a build, or the development server, which hands over anew when a
 * file changes. The modules of the pages are bundled, so the two sides meet in the process and not in a module.
 */
import type { ReadEntries, StoreEntries } from './store-entries.ts';

/** Nothing where the content is not sound. */
type Handed = Promise<StoreEntries | ReadEntries | undefined>;

const key = Symbol.for('scholium.entries');
const place = globalThis as { [key]?: Handed };

export function handOver(entries: Handed): void {
  place[key] = entries;
}

/** @throws where nobody handed over anything, or nothing could be read */
export async function receiveEntries(): Promise<StoreEntries | ReadEntries> {
  const entries = await place[key];
  if (!entries) throw new Error('The survey could not be read; see the findings above');
  return entries;
}
