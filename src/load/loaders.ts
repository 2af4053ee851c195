/** Astro's loaders: what was read of the survey, as it is when a page asks. */
import type { LiveLoader } from 'astro/loaders';
import { receiveEntries } from './handover.ts';
import type { StoreEntries } from './store-entries.ts';

type Data<Name extends keyof StoreEntries> = StoreEntries[Name][number]['data'];

/** One kind of entries, in the order in which they were read. */
export function readLoader<Name extends keyof StoreEntries>(
  name: Name,
): LiveLoader<Data<Name>, { id: string }> {
  const load = async () => {
    const entries = (await receiveEntries())[name];
    return (typeof entries === 'function' ? await entries() : entries) as { id: string; data: Data<Name> }[];
  };
  return {
    name: `scholium-${name}`,
    loadCollection: async () => ({ entries: await load() }),
    loadEntry: async ({ filter }) => (await load()).find(({ id }) => id === filter.id),
  };
}
