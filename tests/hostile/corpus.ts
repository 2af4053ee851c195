/** The corpus of hostile files: the tables beside this file, each row as the file it stands for. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { RuleId } from '../../src/contract/rules.ts';

export type HostileCase = { kind: string; name: string; rule: RuleId; file: string; text: string };

type Row = { name: string; rule: RuleId; times?: number; then?: string; deep?: number; pad?: number } & {
  body?: string;
  half?: true;
  front?: string;
  file?: string;
  text?: string;
  page?: true;
  chapter?: true;
};

const pagePath = 'papers/sleep/counting-goats.mdx';

export const hostileCases: readonly HostileCase[] = ['pages.yml', 'files.yml'].flatMap((table) => {
  const kinds = parse(readFileSync(new URL(table, import.meta.url), 'utf8')) as Record<string, Row[]>;
  return Object.entries(kinds).flatMap(([kind, rows]) =>
    rows.flatMap((row) =>
      toFiles(row).map(([file, text]) => ({ kind, name: row.name, rule: row.rule, file, text })),
    ),
  );
});

/** Hostile pieces of Markdown, as they may stand anywhere in a page. */
export const hostileFragments: readonly string[] = hostileCases
  .filter(({ file, text }) => file === pagePath && text.length < 2000)
  .map(({ text }) => text.slice(toPage('').length));

export function toPage(body: string, front = ''): string {
  return `---\ntitle: Counting goats\nchapter: sleep\nsection: Sheep\n${front}---\n\nWe count sheep.\n\n${body}`;
}

export function toChapter(body: string): string {
  return `---\ntitle: Dreams\nscope: What comes after.\nsections: [{ name: Nightmares }]\n---\n\n${body}`;
}

function toFiles(row: Row): [string, string][] {
  if (row.body !== undefined) {
    const body = row.half ? `We count ${'\ud83d'}sheep.\n` : `${repeat(row.body, row)}\n`;
    return [
      [pagePath, toPage(body)],
      ['chapters/dreams.mdx', toChapter(body)],
    ];
  }
  if (row.front !== undefined) return [[pagePath, toPage('', `${repeat(row.front, row)}\n`)]];
  if (row.page) return [[row.file ?? '', toPage('')]];
  if (row.chapter) return [[row.file ?? '', toChapter('')]];
  return [[row.file ?? '', repeat(row.text ?? '', row)]];
}

function repeat(text: string, { times = 1, then = '', deep = 0, pad = 0 }: Row): string {
  return text.repeat(times) + then.repeat(times) + '{['.repeat(deep) + ']}'.repeat(deep) + 'x'.repeat(pad);
}
