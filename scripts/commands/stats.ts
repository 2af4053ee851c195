import { makeReport } from '../../src/contract/findings.ts';
import { readContent } from '../content.ts';
import { readContentFiles } from '../disk.ts';
import { drawSample, printSample, sampleKinds, type SampleKind } from '../stats/sample.ts';
import { listWeakFacts } from '../stats/facts.ts';
import { countSurvey, printCounts } from '../stats/index.ts';
import { UsageError } from './io.ts';
import type { Run } from './table.ts';

export const run: Run = async ({ content: dir, json, facts, sample, of, seed }, _args, io) => {
  const report = makeReport();
  const content = readContent(await readContentFiles(dir, report), report);
  if (facts === true) {
    io.print(listWeakFacts(content));
    return true;
  }
  if (sample !== undefined) {
    const size = Number(sample);
    if (!Number.isInteger(size) || size < 1)
      throw new UsageError(`Unexpected --sample ${String(sample)}, expected a count`);
    const kinds = of === undefined ? sampleKinds : [of as SampleKind];
    const drawn = drawSample(content, kinds, size, String(seed ?? content.survey?.version ?? ''));
    io.print(json === true ? `${JSON.stringify(drawn)}\n` : printSample(drawn));
    return true;
  }
  const counts = countSurvey(content);
  io.print(json === true ? `${JSON.stringify(counts)}\n` : printCounts(counts));
  return true;
};
