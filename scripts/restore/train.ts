#!/usr/bin/env node
/**
 * Trains the restorer.
 *
 *   npm run train -- PAIRS.jsonl                              writes scripts/restore/weights.json
 *   npm run train -- PAIRS.jsonl --folds 5 --out FILE.jsonl   restores each pair by a model that has not seen it
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { phrasingToMarkdown } from '../../src/contract/phrasing.ts';
import { parseModel, type Model } from './model.ts';
import { restoreWith } from './restore.ts';
import { learn, type Pair } from './training/learn.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { folds: { type: 'string' }, out: { type: 'string' }, only: { type: 'string' } },
});
const report = (line: string): void => void process.stderr.write(`${line}\n`);
const [file] = positionals;
if (file === undefined || (values.folds !== undefined && values.out === undefined)) {
  report('usage: train.ts PAIRS.jsonl [--folds N --out RESTORED.jsonl]');
  process.exit(2);
}
const pairs = readFileSync(file, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line): Pair => JSON.parse(line));

if (values.folds !== undefined && values.out !== undefined) {
  writeFileSync(values.out, restoreByFolds(pairs, Number(values.folds)));
} else {
  const table = learn(pairs, report);
  writeFileSync(new URL('weights.json', import.meta.url), `${JSON.stringify(table)}\n`);
}

function restoreByFolds(all: readonly Pair[], folds: number): string {
  const lines: string[] = [];
  for (let fold = 0; fold < folds; fold++) {
    if (values.only !== undefined && fold !== Number(values.only)) continue;
    report(`fold ${fold + 1} of ${folds}`);
    // Through the table, so that what is scored is pruned and rounded as what ships.
    const model = parseModel(
      learn(
        all.filter(({ id }) => hash(id) % folds !== fold),
        report,
      ),
    );
    lines.push(...all.filter(({ id }) => hash(id) % folds === fold).map((pair) => restorePair(model, pair)));
  }
  return `${lines.join('\n')}\n`;
}

function restorePair(model: Model, { id, raw_title, raw_abstract }: Pair): string {
  const { title, abstract } = restoreWith(model, { title: raw_title, abstract: raw_abstract });
  return JSON.stringify({
    id,
    title: phrasingToMarkdown(title.tree),
    abstract: phrasingToMarkdown(abstract.tree),
  });
}

/** FNV-1a: the fold of a pair depends on its id alone. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ character.charCodeAt(0), 0x01000193);
  return value >>> 0;
}
