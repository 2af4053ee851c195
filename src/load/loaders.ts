/** Astro's loaders: what was read of the survey, as it is when a page asks; and the narratives, whose files Astro compiles. */
import { readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type { LiveLoader, Loader, LoaderContext } from 'astro/loaders';
import { digestOf } from '../lib/digest.ts';
import { settings } from '../lib/settings.ts';
import { listFiles } from './files.ts';
import { receiveEntries } from './handover.ts';
import type { StoreEntries } from './store-entries.ts';

type Data<Name extends keyof StoreEntries> = StoreEntries[Name][number]['data'];

/** One kind of entries, in the order in which they were read. */
export function readLoader<Name extends keyof StoreEntries>(
  name: Name,
): LiveLoader<Data<Name>, { id: string }> {
  const load = async () => (await receiveEntries())[name] as { id: string; data: Data<Name> }[];
  return {
    name: `scholium-${name}`,
    loadCollection: async () => ({ entries: await load() }),
    loadEntry: async ({ filter }) => (await load()).find(({ id }) => id === filter.id),
  };
}

/** The files of chapters, for Astro to compile; what is in them, the survey says. */
export function narrativesLoader(): Loader {
  const folder = join(settings.content, 'chapters');
  const fill = ({ store }: LoaderContext): void => {
    store.clear();
    for (const path of listFiles(folder, '.mdx')) {
      const file = join(folder, path);
      const filePath = relative(settings.root, file);
      const digest = digestOf(readFileSync(file, 'utf8'));
      store.set({ id: basename(path, '.mdx'), data: {}, digest, filePath, deferredRender: true });
      // Astro lists the modules of all surveys in one file, and writes it only when it is told of one.
      store.addModuleImport(filePath);
    }
  };
  return {
    name: 'scholium-narratives',
    load: async (context) => {
      fill(context);
      context.watcher?.add(folder);
      context.watcher?.on('all', (_event, path) => {
        if (!relative(folder, path).startsWith('..')) fill(context);
      });
    },
  };
}
