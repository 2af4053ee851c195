import { makeReport } from '../../src/contract/findings.ts';
import { foldAbstract } from '../../src/contract/page.ts';
import { annotateLine, makeKnowledge } from '../annotate/index.ts';
import { readContent } from '../content.ts';
import { readContentFiles } from '../disk.ts';
import { runFilter } from './filter.ts';
import type { Run } from './table.ts';

export const run: Run = async ({ content: dir }, _args, io) => {
  const report = makeReport();
  const { benchmarks, pages } = readContent(await readContentFiles(dir, report, ['', 'papers']), report);
  const papers = pages.map(({ slug, source, abstractRange: { start, end }, data: { title, method } }) => ({
    id: slug,
    title,
    abstract: foldAbstract(source.slice(start, end)),
    method,
  }));
  const knowledge = makeKnowledge(
    benchmarks.map(({ value }) => value),
    papers,
  );
  return runFilter(io, (input) => annotateLine(input, knowledge));
};
