import { makeReport } from '../../src/contract/findings.ts';
import { readPage } from '../../src/contract/page.ts';
import { reportConflict } from '../conflicts.ts';
import { readContent } from '../content.ts';
import { readContentFiles, writeChanges } from '../disk.ts';
import { followSettlements } from '../emit/follow-settlements.ts';
import { uniteRecords } from '../emit/unite.ts';
import { renderFindings } from './findings.ts';
import { UsageError } from './io.ts';
import type { Run } from './table.ts';

export const run: Run = async ({ content: dir }, [slug = '', other = ''], io) => {
  const files = await readContentFiles(dir, makeReport(), ['', 'chapters', 'papers', 'records']);
  const content = readContent(files, makeReport());
  const [keep, drop] = [slug, other].map((name) => {
    const record = content.records.get(name);
    if (!record) throw new UsageError(`Unexpected slug "${name}", expected that of a record`);
    if (record.withdrawn)
      throw new UsageError(`Unexpected withdrawn paper "${name}", expected two that have pages`);
    return record;
  });
  if (!keep || !drop || keep === drop) throw new UsageError('Expected two different records');
  const { changes, path, body, conflicts } = uniteRecords(keep, drop, content.pages);
  const settled = followSettlements(files.get('settled.yml') ?? '', content.settlements, [other, slug]);
  const all = settled === '' ? changes : new Map([['settled.yml', settled] as const, ...changes]);
  await writeChanges(dir, files, all);

  io.print(`Merged ${other} into ${slug}; its address redirects.\n`);
  if (body) io.print(`The notes of ${other} were put below those of ${slug}: read them once.\n`);
  if (path === undefined) return true;
  const source = changes.get(path) ?? '';
  const report = makeReport();
  const page = readPage(path, source, makeReport());
  for (const conflict of conflicts) reportConflict(path, conflict, report, page);
  const found = { dir, files: new Map([[path, source]]), findings: report.findings };
  io.printError(renderFindings([found], 'stylish', io));
  return true;
};
