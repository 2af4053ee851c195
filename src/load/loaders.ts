/** Astro's loaders: one reading of the survey and the documentation fills all collections. */
import { relative } from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';
import { settings } from '../lib/settings.ts';
import { receiveEntries } from './handover.ts';
import type { Entry, StoreEntries } from './store-entries.ts';

export const surveyLoader = (): Loader => fromEntries('survey');
export const papersLoader = (): Loader => fromEntries('papers');
export const chaptersLoader = (): Loader => fromEntries('chapters');
export const docsLoader = (): Loader => fromEntries('docs');

let reading: Promise<StoreEntries | undefined> | undefined;

function fromEntries(name: keyof StoreEntries): Loader {
  const fill = async (context: LoaderContext): Promise<void> => {
    reading ??= receiveEntries() ?? readEntries(context);
    const entries = await reading;
    if (entries) replaceAll(context.store, entries[name]);
  };
  return {
    name: `scholium-${name}`,
    load: async (context) => {
      await fill(context);
      watch(context, name === 'docs' ? settings.docs : settings.content, () => {
        reading = undefined;
        queueMicrotask(() => void fill(context));
      });
    },
  };
}

/** @throws with all findings; only the development server says them and goes on with what it had */
async function readEntries({ watcher, logger }: LoaderContext): Promise<StoreEntries | undefined> {
  const { readAll } = await import('./read-all.ts');
  const { entries, said } = await readAll();
  if (!entries && !watcher) throw new Error(`\n${said}`);
  if (said !== '') logger.warn(`\n${said}`);
  return entries;
}

function watch({ watcher }: LoaderContext, folder: string, change: () => void): void {
  watcher?.add(folder);
  watcher?.on('all', (_event, path) => {
    if (!relative(folder, path).startsWith('..')) change();
  });
}

/** The store writes itself only where an entry's digest is new. */
function replaceAll(store: LoaderContext['store'], entries: Entry<object>[]): void {
  const ids = new Set(entries.map(({ id }) => id));
  for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
  for (const entry of entries) {
    store.set({ ...entry, data: entry.data as Record<string, unknown> });
    // Astro lists the modules of chapters in one file for all surveys, and writes it only when it is told of one.
    if (entry.deferredRender && entry.filePath) store.addModuleImport(entry.filePath);
  }
}
