import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { toMarkdown } from 'mdast-util-to-markdown';
import writeFileAtomic from 'write-file-atomic';
import { makeReport } from '../../src/contract/findings.ts';
import { readContent } from '../content.ts';
import { readContentFiles } from '../disk.ts';
import { askAll, heardSchema, type Heard } from '../links/ask-all.ts';
import { collectAddresses } from '../links/collect.ts';
import { printLinks } from '../links/report.ts';
import { printCount, UsageError } from './io.ts';
import type { Run } from './table.ts';

export const run: Run = async ({ content: dir, ...options }, _args, io) => {
  const files = await readContentFiles(dir, makeReport());
  const addresses = collectAddresses(readContent(files, makeReport()));
  const cache = typeof options.cache === 'string' ? options.cache : path.join('.cache', 'links.json');
  io.printError(
    `Asking for ${printCount(addresses.length, 'address', 'addresses')}; hosts are given time.\n`,
  );
  const world = {
    fetch,
    wait: (ms: number): Promise<void> => wait(ms),
    patience: 1000 * toNumber(options.timeout, '--timeout', 20),
  };
  const heard = await askAll(
    addresses.map(({ address }) => address),
    await readHeard(cache),
    world,
    {
      pause: 1000 * toNumber(options.pause, '--pause', 1),
      hosts: 8,
      holds: toNumber(options.holds, '--holds', 14),
      today: new Date().toISOString().slice(0, 10),
    },
  );
  await mkdir(path.dirname(cache), { recursive: true });
  await writeFileAtomic(cache, `${JSON.stringify(heard, null, 1)}\n`);
  const text = printLinks(addresses, heard, (file) => path.join(dir, file));
  io.print(text);
  if (typeof options.out === 'string')
    await writeFileAtomic(options.out, toMarkdown({ type: 'code', value: text.trimEnd() }));
  const outcomes = Object.values(heard);
  if (outcomes.length > 0 && outcomes.every(({ verdict }) => verdict === 'unreachable')) {
    io.printError('error: Unexpected silence of every host, expected a network\n');
    return false;
  }
  return !outcomes.some(({ verdict }) => verdict === 'dead');
};

function toNumber(given: unknown, flag: string, otherwise: number): number {
  const value = given === undefined ? otherwise : Number(given);
  if (!(value >= 0)) throw new UsageError(`Unexpected ${flag} "${String(given)}", expected a number`);
  return value;
}

/** Answers of an earlier version count for nothing. */
async function readHeard(file: string): Promise<Heard> {
  if (!existsSync(file)) return {};
  try {
    const read = heardSchema.safeParse(JSON.parse(await readFile(file, 'utf8')));
    return read.success ? read.data : {};
  } catch {
    return {};
  }
}
