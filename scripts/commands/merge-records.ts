import { makeReport } from '../../src/contract/findings.ts';
import { readContent } from '../content.ts';
import { readContentFiles, writeChanges } from '../disk.ts';
import { uniteRecords } from '../emit/unite.ts';
import { UsageError } from './io.ts';
import type { Run } from './table.ts';

export const run: Run = async ({ content: dir }, [slug = '', other = ''], io) => {
  const files = await readContentFiles(dir, makeReport(), ['', 'chapters', 'papers', 'records']);
  const content = readContent(files, makeReport());
  const [keep, drop] = [slug, other].map((name) => {
    const record = content.records.get(name);
    if (!record) throw new UsageError(`Unexpected slug "${name}", expected that of a record`);
    return record;
  });
  if (!keep || !drop || keep === drop) throw new UsageError('Expected two different records');
  const { changes, body } = uniteRecords(keep, drop, content.pages);
  await writeChanges(dir, files, changes);
  io.print(`Merged ${other} into ${slug}; its address redirects.\n`);
  if (body) io.print(`The notes of ${other} were put below those of ${slug}: read them once.\n`);
  return true;
};
