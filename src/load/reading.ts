/** The reader of a build, as the build sees it. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { compilerFlags } from './compiler.ts';
import type { Beside, ReaderMessage } from './reader.ts';
import type { StoreEntries } from './store-entries.ts';

/** Nothing to show where there is an error; `said` names each finding at its place, warnings too. */
export type Reading = { entries: StoreEntries | undefined; said: string };

export type Reader = {
  /** The reader starts at once, and reads nothing before this. */
  begin(): void;
  reading: Promise<Reading>;
  /** What stands beside the pages; `undefined` where the reader failed, or there is nothing to show. */
  beside: Promise<Beside | undefined>;
};

/** Node's own bound grows with the machine: garbage of a tenth of a gigabyte would lie there beside the bundler at its largest. */
const youngGeneration = '--max-semi-space-size=16';

/**
 * What glibc keeps beside the heap: one arena, and large buffers given back at once (its own bound for them grows with
 * the largest that was freed). At 4,130 papers this is 0.15 GB.
 */
const sparing = { MALLOC_ARENA_MAX: '1', MALLOC_MMAP_THRESHOLD_: String(2 ** 17) };

/** Reads in a process of its own, which gives back its memory. */
export function startReading(): Reader {
  const reading = Promise.withResolvers<Reading>();
  const beside = Promise.withResolvers<Beside | undefined>();
  const program = fileURLToPath(new URL('./reader.ts', import.meta.url));
  const reader = spawn(process.execPath, [...compilerFlags, youngGeneration, program], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
    env: { ...process.env, ...sparing },
  });
  reader.on('message', (message: ReaderMessage) => {
    if ('beside' in message) beside.resolve(message.beside);
    else reading.resolve(message.reading);
  });
  reader.on('exit', () => {
    reading.resolve({ entries: undefined, said: '' });
    beside.resolve(undefined);
  });
  return { begin: () => void reader.send('begin'), reading: reading.promise, beside: beside.promise };
}
