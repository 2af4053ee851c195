import { makeReport } from '../../src/contract/findings.ts';
import { classifyLine } from '../classify/index.ts';
import { readContent } from '../content.ts';
import { readContentFiles } from '../disk.ts';
import { makeSettledClassifier } from '../pipeline/decisions.ts';
import { runFilter } from './filter.ts';
import type { Run } from './table.ts';

export const run: Run = async ({ content: dir }, _args, io) => {
  const files = await readContentFiles(dir, makeReport(), ['', 'chapters', 'papers', 'records']);
  const classify = makeSettledClassifier(readContent(files, makeReport()));
  return runFilter(io, (input) => classifyLine(input, classify));
};
