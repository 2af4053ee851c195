/**
 * `npm run train:annotate -- FILE`: reads labelled papers and writes weights.json. FILE has one JSON object a line: `title`,
 * `abstract`, `contribution` and, where there is one, `headline`, a sentence of the abstract.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { contributions } from '../../src/contract/schema.ts';
import { makeKnowledge, readPaper } from './index.ts';
import type { Contribution } from './contribution-cues.ts';
import type { TrainedFolds } from './models.ts';
import { trainFolds } from './train.ts';

type Line = { title: string; abstract: string; contribution: Contribution; headline?: string | null };

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('Missing the file of labelled papers');
const lines = readFileSync(file, 'utf8')
  .split('\n')
  .flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Line]));
const knowledge = makeKnowledge(
  [],
  lines.map((line) => ({ ...line, id: line.title })),
);
const papers = lines.map((line) => {
  const { reading } = readPaper(line, knowledge);
  const headline = reading.sentences.findIndex(({ text }) => text === line.headline);
  return { reading, contribution: line.contribution, headline: headline < 0 ? undefined : headline };
});
const weights = trainFolds(papers, contributions);
writeFileSync(path.join(import.meta.dirname, 'weights.json'), printWeights(weights));

/** One model a line: a diff shows which changed. */
function printWeights({ all, folds, seen }: TrainedFolds): string {
  const models = folds.map((fold) => JSON.stringify(fold)).join(',\n');
  return `{"all":${JSON.stringify(all)},\n"folds":[\n${models}],\n"seen":${JSON.stringify(seen)}}\n`;
}
