import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import writeFileAtomic from 'write-file-atomic';
import { hasErrors, makeReport, toFindingName, type Finding } from '../../src/contract/findings.ts';
import { checkContent } from '../check/index.ts';
import { compareStates, type State } from '../compare/compare.ts';
import { figuresSchema, type Figures } from '../compare/figures.ts';
import { writeSummary } from '../compare/summary.ts';
import { readContentFiles } from '../disk.ts';
import { UsageError } from './io.ts';
import type { Run } from './table.ts';

export const run: Run = async ({ content: dir, ...options }, [base = ''], io) => {
  const limit = options.limit === undefined ? Infinity : Number(options.limit);
  if (!(limit >= 1))
    throw new UsageError(`Unexpected limit "${String(options.limit)}", expected a number from 1 on`);
  const [before, after] = [await readState(base), await readState(dir)];
  const known = new Set(before.findings.map(toFindingName));
  const text = writeSummary(
    {
      comparison: compareStates(before, after),
      findings: after.findings,
      known: new Set(after.findings.filter((finding) => known.has(toFindingName(finding)))),
      figures: { before: await readFigures(options.baseFigures), after: await readFigures(options.figures) },
    },
    limit,
  );
  if (typeof options.out === 'string') await writeFileAtomic(options.out, text);
  else io.print(text);
  return !hasErrors(after.findings);
};

async function readState(dir: string): Promise<State & { findings: Finding[] }> {
  const report = makeReport();
  const files = await readContentFiles(dir, report);
  const content = checkContent(files, report);
  return { files, content, findings: report.findings };
}

/** Figures of a build that failed are not there. */
async function readFigures(file: unknown): Promise<Figures | undefined> {
  if (typeof file !== 'string' || !existsSync(file)) return undefined;
  const read = figuresSchema.safeParse(JSON.parse(await readFile(file, 'utf8')));
  if (!read.success)
    throw new UsageError(`Unexpected figures in ${file}, expected those that npm run figures writes`);
  return read.data;
}
