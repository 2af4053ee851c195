/** A part of the survey's pages that one machine builds: which files of the site are its own follows from their paths alone. */
import { createHash } from 'node:crypto';

/** The part `at` of `of`, from 1. */
export type Shard = { at: number; of: number };

/** @throws where it is not such as "2/4" */
export function readShard(text: string | undefined): Shard | undefined {
  if (text === undefined || text === '') return undefined;
  const [, at, of] = (/^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? []).map(Number);
  if (at === undefined || of === undefined || at < 1 || at > of) {
    throw new RangeError(`Unexpected shard "${text}", expected a part of the whole such as 2/4`);
  }
  return { at, of };
}

/** @param path from the root of the site */
export function isOwn(path: string, shard: Shard | undefined): boolean {
  if (!shard) return true;
  const number = createHash('sha256').update(path).digest().readUInt32BE();
  return number % shard.of === shard.at - 1;
}
