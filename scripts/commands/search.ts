import { existsSync } from 'node:fs';
import path from 'node:path';
import { searchSite, type SearchHit } from '../search/index.ts';
import { indexFolder } from '../../src/contract/search/index-format.ts';
import { UsageError } from './io.ts';
import type { Run } from './table.ts';

export const run: Run = async ({ site, json, limit = '10' }, [query = ''], io) => {
  const count = Number(limit);
  if (!Number.isInteger(count) || count < 1)
    throw new UsageError(`Unexpected --limit ${String(limit)}, expected a count`);
  if (!existsSync(path.join(site, indexFolder))) {
    throw new UsageError(`Missing search index in ${site}, expected a built site (npm run build makes it)`);
  }
  const queries = query === '-' ? (await io.readInput()).replace(/\n$/, '').split('\n') : [query];
  const answers = await searchSite(site, queries, count);
  const asJson = json === true || query === '-';
  for (const { hits, meant } of answers) {
    if (asJson) io.print(`${JSON.stringify(hits)}\n`);
    else {
      if (meant !== undefined) io.printError(`Did you mean: ${meant}\n`);
      if (hits.length === 0) io.printError('Nothing found.\n');
      io.print(hits.map(printHit).join(''));
    }
  }
  return true;
};

function printHit({ title, url, authors, year }: SearchHit, index: number): string {
  const about = [authors, year].filter(Boolean).join(', ');
  return `${String(index + 1).padStart(3)}. ${title}\n     ${about === '' ? '' : `${about} · `}${url}\n`;
}
