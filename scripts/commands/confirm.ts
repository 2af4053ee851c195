import { makeReport } from '../../src/contract/findings.ts';
import { frontMatterSchema } from '../../src/contract/schema.ts';
import { readContent } from '../content.ts';
import { readContentFiles, writeChanges } from '../disk.ts';
import { printRecord, recordPath } from '../emit/print-record.ts';
import { printCount, UsageError } from './io.ts';
import type { Run } from './table.ts';

/** What reading title and abstract can confirm. */
const readable = [
  'chapter',
  'section',
  'also',
  'method',
  'contribution',
  'benchmarks',
  'code',
  'buildsOn',
  'headline',
];

export const run: Run = async ({ content: dir, fields }, slugs, io) => {
  const wanted = typeof fields === 'string' ? fields.split(',') : readable;
  const known = Object.keys(frontMatterSchema.shape);
  const unknown = wanted.find((field) => !known.includes(field));
  if (unknown !== undefined)
    throw new UsageError(`Unexpected field "${unknown}", expected one of ${known.join(', ')}`);
  const files = await readContentFiles(dir, makeReport(), ['papers', 'records']);
  const { records } = readContent(files, makeReport());
  const missing = slugs.find((slug) => !records.has(slug));
  if (missing !== undefined) throw new UsageError(`Unexpected slug "${missing}", expected that of a record`);
  const changes = new Map<string, string>();
  for (const record of records.values()) {
    if (record.withdrawn || (slugs.length > 0 && !slugs.includes(record.slug))) continue;
    const confirmed = [...new Set([...(record.confirmed ?? []), ...wanted])].sort();
    changes.set(recordPath(record.slug), printRecord({ ...record, confirmed }));
  }
  await writeChanges(dir, files, changes);
  io.print(`Confirmed ${wanted.join(', ')} of ${printCount(changes.size, 'page')}.\n`);
  return true;
};
