/**
 * `npm run build`: the site from the content as it is. A process of its own reads and checks the survey; where the code of
 * the site has changed, Astro bundles it meanwhile in another. Then the pages are rendered here, and the reader makes the
 * files beside them. A build of the same sources has nothing to do.
 */
import { spawn } from 'node:child_process';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readBooks } from './complete/books.ts';
import { assertComplete } from './complete/pages.ts';
import { makeSearchIndex } from './complete/search-index.ts';
import { keepOnly, placeFiles, readFolder, type SiteFile } from './complete/site-folder.ts';
import { settings } from './lib/settings.ts';
import { handOver } from './load/handover.ts';
import type { Reading } from './load/read-all.ts';
import type { ReaderMessage } from './load/reader.ts';
import type { StoreEntries } from './load/store-entries.ts';
import { readSiteAddress } from './load/site-address.ts';
import { digestOfSources, forgetBuilt, isBuilt, rememberBuilt } from './load/stamp.ts';
import { openPages } from './render/app.ts';
import { startBundling } from './render/bundle.ts';
import { writePages } from './render/write-pages.ts';

const site = relative(process.cwd(), settings.out) || settings.out;
const sources = digestOfSources();
if (isBuilt(sources)) process.stdout.write(`Nothing changed: ${site} is as the last build left it.\n`);
else process.exitCode = await build();

/** @returns the exit code: 1 where the content is not sound, or the code of the site */
async function build(): Promise<number> {
  forgetBuilt();
  const bundling = startBundling();
  const reader = startReading();
  const { entries, said } = await reader.reading;
  if (said !== '') process.stderr.write(`${said}\n`);
  if (!entries) {
    bundling.stop();
    return 1;
  }
  handOver(Promise.resolve(entries));
  // Pagefind works in a process of its own.
  const indexing = makeSearchIndex(entries);
  const bundle = await bundling.bundle;
  if (!bundle) {
    process.stderr.write(bundling.said());
    return 1;
  }
  const pages = await openPages(bundle, readSiteAddress() ?? 'http://localhost');
  const { rendered, written } = await writePages(pages);
  assertComplete(entries);
  const index = await indexing;
  const published = await reader.published;
  if (published === undefined) return 1;
  const { paths } = await placeFiles(readBeside(entries, [bundle.assets, index.folder]));
  keepOnly(new Set([...pages.map(({ file }) => file), ...published, ...paths]));
  rememberBuilt(sources);
  process.stdout.write(
    `${pages.length} pages, ${rendered} rendered, ${written} of them new or changed\n` +
      `${index.pages} pages in the search index, ${published.length} files beside the pages\n`,
  );
  return 0;
}

/** What was made in folders of its own. */
function* readBeside(entries: StoreEntries, folders: readonly string[]): Generator<SiteFile> {
  for (const folder of folders) yield* readFolder(folder);
  yield* readBooks(entries);
}

type Reader = { reading: Promise<Reading>; published: Promise<string[] | undefined> };

/** Reads in a process of its own, which gives back its memory; it names the files it made later than the rest. */
function startReading(): Reader {
  const reading = Promise.withResolvers<Reading>();
  const published = Promise.withResolvers<string[] | undefined>();
  const reader = spawn(process.execPath, [fileURLToPath(new URL('./load/reader.ts', import.meta.url))], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
  });
  reader.on('message', (message: ReaderMessage) => {
    if ('published' in message) published.resolve(message.published);
    else reading.resolve(message.reading);
  });
  reader.on('exit', () => {
    reading.resolve({ entries: undefined, said: '' });
    published.resolve(undefined);
  });
  return { reading: reading.promise, published: published.promise };
}
