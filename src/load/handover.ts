/** A build reads the survey while Astro starts, and hands what it read to Astro's process as one message. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { StoreEntries } from './store-entries.ts';

/** Tells Astro's process that it is part of a build. */
export const handoverVariable = 'SCHOLIUM_BUILD';

/** Whether this process was started by a build, which hands it what it shows. */
export const isPartOfBuild = (): boolean =>
  process.env[handoverVariable] === '1' && process.send !== undefined;

export function handOver(entries: StoreEntries, astro: ChildProcess): void {
  if (astro.connected) astro.send(entries);
}

/** What the build hands over; `undefined` where Astro was started on its own. */
export function receiveEntries(): Promise<StoreEntries> | undefined {
  return isPartOfBuild() ? once(process, 'message').then(([entries]) => entries as StoreEntries) : undefined;
}
