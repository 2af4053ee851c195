import path from 'node:path';
import { hasErrors, makeReport } from '../../src/contract/findings.ts';
import { readContentFiles, writeChanges } from '../disk.ts';
import type { Tally } from '../merge/tally.ts';
import { ingest } from '../pipeline.ts';
import { printCount, UsageError } from './io.ts';
import { renderFindings } from './findings.ts';
import type { Run } from './table.ts';

export const run: Run = async ({ content: dir }, args, io) => {
  const report = makeReport();
  const files = await readContentFiles(dir, report, ['', 'facts', 'listings', 'records']);
  const wanted = args.map((arg) => toListingName(dir, arg));
  const missing = wanted.find((name) => !files.has(name));
  if (missing !== undefined) {
    throw new UsageError(`Unexpected file ${missing}, expected a file below ${path.join(dir, 'listings')}`);
  }
  const { changes, tallies, records } = ingest(files, wanted, report);
  await writeChanges(dir, files, changes);
  io.printError(renderFindings([{ dir, files, findings: report.findings }], 'stylish', io));
  for (const tally of tallies) io.print(`${tally.listing}: ${printTally(tally)}.\n`);
  io.print(`${printTally(sumTallies(tallies))}: ${printCount(records, 'record')}.\n`);
  return !hasErrors(report.findings);
};

/** A file may be named as it lies on disk or by its name below the listings folder. */
function toListingName(dir: string, arg: string): string {
  const listings = path.join(dir, 'listings');
  const below = path.relative(path.resolve(listings), path.resolve(arg));
  const name = below.startsWith('..') || path.isAbsolute(below) ? arg : below;
  return `listings/${name.split(path.sep).join('/')}`;
}

function printTally({ entries, merged, left, new: created, changed }: Counted): string {
  const parts = [
    `${merged} merged`,
    `${created} new`,
    `${changed} changed`,
    ...(left > 0 ? [`${left} left out`] : []),
  ];
  return `${printCount(entries, 'entry', 'entries')} read, ${parts.join(', ')}`;
}

type Counted = Omit<Tally, 'listing'>;

function sumTallies(tallies: readonly Tally[]): Counted {
  const sum = (key: keyof Counted): number => tallies.reduce((total, tally) => total + tally[key], 0);
  return {
    entries: sum('entries'),
    merged: sum('merged'),
    left: sum('left'),
    new: sum('new'),
    changed: sum('changed'),
  };
}
