import { readFile } from 'node:fs/promises';
import {
  compareText,
  hasErrors,
  makeReport,
  toFindingName,
  type Finding,
} from '../../src/contract/findings.ts';
import type { ContentFiles } from '../../src/contract/content.ts';
import { checkContent } from '../check/index.ts';
import { readContent } from '../content.ts';
import { readContentFiles, writeChanges, type FileChanges } from '../disk.ts';
import { addPaper } from '../issue/add.ts';
import { correctPage } from '../issue/correct.ts';
import { readForm } from '../parse/read-issue.ts';
import { apply } from '../pipeline/add-papers.ts';
import { renderFindings } from './findings.ts';
import { UsageError, type Io } from './io.ts';
import type { Run } from './table.ts';

export const run: Run = async ({ content: dir, date }, [file = ''], io) => {
  const source = await readIssue(file, io);
  const day = typeof date === 'string' ? date : new Date().toISOString().slice(0, 10);
  if (!/^\d{4}-\d\d-\d\d$/.test(day))
    throw new UsageError(`Unexpected date "${day}", expected one such as 2026-01-31`);
  const files = await readContentFiles(dir, makeReport());
  const report = makeReport();
  const issue = readForm(file, source, report);
  const changes: FileChanges =
    issue?.form === 'fix-record'
      ? correctPage(issue.answers, readContent(files, makeReport()).pages, files, { file, report })
      : issue?.form === 'add-paper'
        ? addPaper(issue.answers, source, day, files, { file, report })
        : new Map();
  const broken = changes.size === 0 ? [] : listNewErrors(files, apply(files, changes));
  const findings = [...report.findings, ...broken];
  const isIssue = (finding: Finding): boolean => finding.file === file;
  io.printError(
    renderFindings(
      [
        { dir: '.', files: new Map([[file, source]]), findings: findings.filter(isIssue) },
        {
          dir,
          files: apply(files, changes),
          findings: findings.filter((finding) => !isIssue(finding)),
        },
      ],
      'stylish',
      io,
    ),
  );
  if (changes.size === 0 || hasErrors(findings)) {
    io.printError('Nothing was written.\n');
    return false;
  }
  const written = await writeChanges(dir, files, changes);
  const pages = written.filter((path) => !path.startsWith('records/')).sort(compareText);
  io.print(
    `${pages.map((path) => `${files.has(path) ? 'Changed' : 'Made'} ${dir}/${path}\n`).join('')}Read the difference, then commit it.\n`,
  );
  return true;
};

async function readIssue(file: string, io: Io): Promise<string> {
  if (file === '-') return io.readInput();
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new UsageError(`Missing file ${file}, expected the body of an issue`);
  }
}

/** Errors that the survey has with the edit, and has not without it. */
function listNewErrors(before: ContentFiles, after: ContentFiles): Finding[] {
  const toErrors = (files: ContentFiles): Finding[] => {
    const report = makeReport();
    checkContent(files, report);
    return report.findings.filter(({ severity }) => severity === 'error');
  };
  const known = new Set(toErrors(before).map(toFindingName));
  return toErrors(after).filter((finding) => !known.has(toFindingName(finding)));
}
