/**
 * How long it takes to file and annotate all papers of the survey in the repository, and to relate them, and how that compares to
 * reading the same text with remark-parse and remark-math in the same run. Reading files and writing pages are left out.
 *
 *   node tests/bench/annotate.bench.ts
 */
import { performance } from 'node:perf_hooks';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { annotatePaper, findIntroducedName, makeKnowledge } from '../../scripts/annotate/index.ts';
import { readContent } from '../../scripts/content.ts';
import { readContentFiles } from '../../scripts/disk.ts';
import { makeSettledClassifier } from '../../scripts/pipeline/decisions.ts';
import { toRelated, toVocabulary } from '../../scripts/pipeline/knowledge.ts';
import { relatePapers } from '../../scripts/relate/index.ts';
import { makeReport } from '../../src/contract/findings.ts';

const report = makeReport();
const content = readContent(await readContentFiles('content', report), report);
const rows = content.benchmarks.map(({ value }) => value);
const papers = content.pages.flatMap(({ slug: id, data, source, abstractRange: { start, end } }) => {
  const record = content.records.get(id);
  return record ? [{ id, title: data.title, abstract: source.slice(start, end), data, record }] : [];
});

const filing = time(() => {
  const classify = makeSettledClassifier(content);
  for (const { id, record } of papers) classify({ id, title: record.title, abstract: record.abstract });
});
let alone = makeKnowledge(rows, []);
const annotating = time(() => {
  alone = makeKnowledge(rows, papers);
  const named = papers.map((paper) => ({ ...paper, method: findIntroducedName(paper, alone) }));
  const knowledge = makeKnowledge(rows, named);
  for (const paper of papers) annotatePaper(paper, knowledge);
});
const relating = time(() => {
  const related = papers.map(({ record, abstract, data }) => toRelated(record, abstract, data, alone));
  relatePapers(related, toVocabulary(content));
});
const reader = unified().use(remarkParse).use(remarkMath);
const reading = time(() => papers.forEach(({ title, abstract }) => reader.parse(`${title}\n\n${abstract}`)));

for (const [name, took] of Object.entries({
  filing,
  annotating,
  relating,
  together: filing + annotating + relating,
})) {
  process.stdout.write(
    `${name} ${papers.length} papers: ${(took / 1000).toFixed(2)} s, ` +
      `${(took / reading).toFixed(2)} times as long as remark-parse and remark-math take to read them\n`,
  );
}

function time(work: () => void): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}
