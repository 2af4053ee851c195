import { hasErrors, makeReport } from '../../src/contract/findings.ts';
import { readContentFiles, writeChanges } from '../disk.ts';
import { generate } from '../pipeline.ts';
import { makeProgress, printCount } from './io.ts';
import { renderFindings } from './findings.ts';
import type { Run } from './table.ts';

export const run: Run = async ({ content: dir, keep }, slugs, io) => {
  const report = makeReport();
  const files = await readContentFiles(dir, report, ['', 'chapters', 'papers', 'records']);
  const { changes, counts } = generate(files, report, {
    progress: makeProgress(io, 'Generating pages'),
    isSettled: (slug) => keep === true && (slugs.length === 0 || slugs.includes(slug)),
  });
  await writeChanges(dir, files, changes);
  io.printError(renderFindings([{ dir, files, findings: report.findings }], 'stylish', io));
  const { pages, created, changed, kept, withdrawn } = counts;
  io.print(
    `${printCount(pages, 'page')}: ${created} new, ${changed} changed, ${kept} with edits that were kept; ${withdrawn} withdrawn.\n`,
  );
  return !hasErrors(report.findings);
};
