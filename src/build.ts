/**
 * `npm run build`: the site from the content as it is. The survey is read and checked here while Astro starts in a process
 * of its own; what comes after the pages is made from the same reading. A build of the same sources has nothing to do.
 */
import { spawn, type ChildProcess, type SerializationType } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { join, relative } from 'node:path';
import { copyBooks } from './complete/books.ts';
import { writeOfflineFiles } from './complete/offline.ts';
import { assertComplete } from './complete/pages.ts';
import { writePublishedFiles } from './complete/published-files.ts';
import { writeSearchIndex } from './complete/search-index.ts';
import { settings } from './lib/settings.ts';
import { handOver, handoverVariable } from './load/handover.ts';
import type { Reading } from './load/read-all.ts';
import type { ReaderMessage } from './load/reader.ts';
import type { PublishedFiles } from './publish/files.ts';
import { digestOfSources, forgetBuilt, isBuilt, rememberBuilt } from './load/stamp.ts';

const site = relative(process.cwd(), settings.out) || settings.out;
const sources = digestOfSources();
if (isBuilt(sources)) process.stdout.write(`Nothing changed: ${site} is as the last build left it.\n`);
else process.exitCode = await build();

/** @returns the exit code: 1 where the content is not sound, else Astro's own */
async function build(): Promise<number> {
  forgetBuilt();
  const astro = startAstro();
  const ended = once(astro, 'exit') as Promise<[code: number | null]>;
  const { reading, files } = read();
  const { entries, said } = await reading;
  if (said !== '') process.stderr.write(`${said}\n`);
  if (!entries) {
    astro.kill();
    await ended;
    return 1;
  }
  handOver(entries, astro);
  const [code] = await ended;
  if (code !== 0) return code ?? 1;
  assertComplete(entries);
  copyBooks(entries);
  const published = await files;
  if (published === undefined) return 1;
  // Both wait for the disk most of the time.
  const [written, indexed] = await Promise.all([writePublishedFiles(published), writeSearchIndex(entries)]);
  writeOfflineFiles();
  rememberBuilt(sources);
  process.stdout.write(`${indexed} pages in the search index, ${written} files beside the pages\n`);
  return 0;
}

type Read = { reading: Promise<Reading>; files: Promise<PublishedFiles | undefined> };

/** Reads in a process of its own, which gives back its memory; it says the files later than the rest. */
function read(): Read {
  const reading = Promise.withResolvers<Reading>();
  const files = Promise.withResolvers<PublishedFiles | undefined>();
  const reader = start([fileURLToPath(new URL('./load/reader.ts', import.meta.url))], {}, 'advanced');
  reader.on('message', (message: ReaderMessage) => {
    if ('files' in message) files.resolve(message.files);
    else reading.resolve(message.reading);
  });
  reader.on('exit', () => {
    reading.resolve({ entries: undefined, said: '' });
    files.resolve(undefined);
  });
  return { reading: reading.promise, files: files.promise };
}

function startAstro(): ChildProcess {
  const command = join(settings.root, 'node_modules/astro/bin/astro.mjs');
  return start([command, 'build', ...process.argv.slice(2)], { [handoverVariable]: '1' });
}

function start(
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
  serialization: SerializationType = 'json',
): ChildProcess {
  return spawn(process.execPath, args, {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    serialization,
    env: { ...process.env, ...environment },
  });
}
