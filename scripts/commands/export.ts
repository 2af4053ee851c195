import writeFileAtomic from 'write-file-atomic';
import { hasErrors, makeReport } from '../../src/contract/findings.ts';
import { toSurveyFile, type SurveyFormat } from '../../src/contract/survey-files.ts';
import { readContent } from '../content.ts';
import { readContentFiles } from '../disk.ts';
import { publishPapers } from '../export/publish.ts';
import { selectPapers } from '../export/select.ts';
import { UsageError } from './io.ts';
import { renderFindings } from './findings.ts';
import type { Run } from './table.ts';

export const run: Run = async ({ content: dir, chapter, format = 'jsonl', ...options }, _args, io) => {
  const report = makeReport();
  const files = await readContentFiles(dir, report);
  const content = readContent(files, report);
  if (chapter !== undefined && !content.chapters.some(({ id }) => id === chapter)) {
    const known = content.chapters.map(({ id }) => id).join(', ');
    throw new UsageError(`Unexpected chapter "${String(chapter)}", expected one of ${known}`);
  }
  const papers = selectPapers(content, typeof chapter === 'string' ? { chapter } : {});
  const text = toSurveyFile(format as SurveyFormat, publishPapers(papers, content));
  if (typeof options.out === 'string') await writeFileAtomic(options.out, text);
  else io.print(text);
  io.printError(renderFindings([{ dir, files, findings: report.findings }], 'stylish', io));
  return !hasErrors(report.findings);
};
