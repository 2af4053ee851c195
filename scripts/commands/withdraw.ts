import { makeReport } from '../../src/contract/findings.ts';
import { readContent } from '../content.ts';
import { readContentFiles, writeChanges } from '../disk.ts';
import { printRecord, recordPath } from '../emit/print-record.ts';
import { withdrawRecord } from '../emit/withdraw.ts';
import { UsageError } from './io.ts';
import type { Run } from './table.ts';

export const run: Run = async ({ content: dir, why }, [slug = ''], io) => {
  if (typeof why !== 'string' || why.trim() === '')
    throw new UsageError('Missing --why "…": readers are told the reason');
  const files = await readContentFiles(dir, makeReport(), ['papers', 'records']);
  const { records, pages } = readContent(files, makeReport());
  const record = records.get(slug);
  if (!record) throw new UsageError(`Unexpected slug "${slug}", expected that of a record`);
  const own = pages.filter((page) => page.slug === slug);
  const changes = new Map<string, string | null>([
    [recordPath(slug), printRecord(withdrawRecord(record, own, why.trim()))],
    ...own.map(({ path }) => [path, null] as const),
  ]);
  await writeChanges(dir, files, changes);
  io.print(`Withdrew ${slug}; its address now says why.\n`);
  return true;
};
