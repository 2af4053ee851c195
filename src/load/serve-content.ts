/**
 * The development server reads the content when it starts and whenever a file of it changes. A page that is open in a browser
 * shows it at once; files for machines are made of the same reading, when one is asked for.
 */
import type { AstroIntegrationLogger } from 'astro';
import { relative } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { ViteDevServer } from 'vite';
import { isUntouched, readTimes } from '../lib/known-files.ts';
import { settings } from '../lib/settings.ts';
import { saveCaches } from './cache.ts';
import { handOver } from './handover.ts';
import { readAll } from './read-all.ts';
import { makeRememberingReader } from './read-file.ts';
import type { ReadEntries } from './store-entries.ts';
import type { SiteFile } from '../complete/site-folder.ts';
import { makePublishedFiles } from '../publish/files.ts';

/** The last content that was sound: where there is an error, all stays as it was. */
type Shown = { entries: ReadEntries; files: () => Promise<SiteFile[]> };

export function serveContent(server: ViteDevServer, logger: AstroIntegrationLogger): void {
  let shown: Shown | undefined;
  let saidLast = '';
  const readFile = makeRememberingReader(settings.content);
  const read = async (): Promise<void> => {
    const { entries, loaded, said } = await readAll(readFile).catch(toFailure);
    if (said !== '' && said !== saidLast) logger.warn(`\n${said}`);
    saidLast = said;
    if (entries && loaded) {
      shown = { entries, files: once(() => publish(loaded)) };
      showAnew(server);
    } else showFindings(server, said);
  };
  let reading = read();
  const handOverShown = (): void => handOver(reading.then(() => shown?.entries));
  let isAsked = false;
  /** However many files change while it is read, it is read once more, and not while one of them is half written. */
  const readAgain = (): void => {
    if (isAsked) return;
    isAsked = true;
    reading = reading
      .then(() => setTimeout(pause))
      .then(() => {
        isAsked = false;
        return read();
      });
    handOverShown();
  };
  handOverShown();

  const folders = [settings.content, settings.docs];
  server.watcher.add(folders);
  const readEdited = async (path: string): Promise<void> => {
    readAgain();
    const times = readTimes(path);
    await setTimeout(silence);
    const now = readTimes(path);
    if ((times ?? now) && !isUntouched(times, now)) await readEdited(path);
  };
  server.watcher.on('all', (_event, path) => {
    if (folders.some((folder) => !relative(folder, path).startsWith('..'))) void readEdited(path);
  });
  server.middlewares.use((request, response, next) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (!isForMachines.test(pathname)) return next();
    reading
      .then(() => shown?.files())
      .then((files) => files?.find((file) => file.path === pathname)?.make())
      .then((content) => (content === undefined ? next() : response.end(content)))
      .catch(next);
  });
}

/** A file that goes while it is read is no reason to end: nothing is shown of it, and the next edit is read again. */
function toFailure(error: Error) {
  return { entries: undefined, loaded: undefined, said: error.stack ?? error.message };
}

/** In milliseconds: an editor empties a file and writes it, or writes another in its place. */
const pause = 15;

/** In milliseconds: the watcher says nothing of a file that changes once more within 50 of its last word on it. */
const silence = 70;

/** By the ends of their names; the server has taken the base path away. */
const isForMachines = /^\/(?:papers|chapters|data|og)\/.*[^/]$|^\/[^/]+\.(?:xml|txt)$/;

async function publish(loaded: Parameters<typeof makePublishedFiles>[0]): Promise<SiteFile[]> {
  const files = await makePublishedFiles(loaded);
  saveCaches({ prune: false });
  return files;
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

/** Astro forgets what it has listed of the pages, and every browser loads its page anew. */
function showAnew({ environments: { client, ...servers } }: ViteDevServer): void {
  for (const { hot } of Object.values(servers)) hot.send('astro:content-changed', {});
  client.hot.send({ type: 'full-reload', path: '*' });
}

/** Above the page that is open, which stays as it was. */
function showFindings({ environments: { client } }: ViteDevServer, said: string): void {
  client.hot.send({ type: 'error', err: { message: said, stack: '' } });
}
