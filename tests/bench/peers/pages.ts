/** The papers of an invented survey as the Markdown pages of other builders: the same text, formulas, notes, tables and links. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import type { Workplace } from '../builders.ts';
import { writeTable } from '../survey/files.ts';
import { inventPaper, toSlug, type InventedPaper } from '../survey/paper.ts';

type Pages = {
  count: number;
  folder: string;
  toAddress(slug: string): string;
  /** Front matter that the builder wants besides. */
  extra?(paper: InventedPaper): object;
};

export const toFileName = ({ slug }: InventedPaper): string => `${slug}.md`;

export function writePages({ count, folder, toAddress, extra }: Pages): void {
  mkdirSync(folder, { recursive: true });
  for (let number = 0; number < count; number += 1) {
    const paper = inventPaper(number);
    const front = stringify({ ...paper.data, ...extra?.(paper) }, { lineWidth: 0 });
    writeFileSync(path.join(folder, toFileName(paper)), `---\n${front}---\n\n${toBody(paper, toAddress)}`);
  }
}

function toBody({ sentences, note, table, related }: InventedPaper, toAddress: Pages['toAddress']): string {
  const cited = note && /paper="(.*)"/.exec(note.cites)?.[1];
  const link = (slug: string): string => `[${slug}](${toAddress(slug)})`;
  return [
    `${sentences.map(({ text }) => text).join('\n')}\n`,
    ...(note ? [`## Notes\n\n> *On “${note.on}”:* ${note.text}${cited ? ` See ${link(cited)}.` : ''}\n`] : []),
    ...(table ? [`## Results\n\n${writeTable(table)}\n`] : []),
    ...(related.length > 0 ? [`## Related papers\n\n${related.map((other) => `- ${link(toSlug(other))}\n`).join('')}`] : []),
  ].join('\n');
} // prettier-ignore

/** What stands beside this file for a builder, and what was installed there: Astro wants its modules below its root. */
export function copyProject(name: string, folder: string): void {
  cpSync(path.join(import.meta.dirname, name), folder, { recursive: true, verbatimSymlinks: true });
}

export const environment: Workplace['env'] = { NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' };
