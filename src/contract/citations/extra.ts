/**
 * What a listing says of a work beside the fields of ours, as CSL takes it: `extra` is a flat table of texts, under names
 * of CSL's variables where there is one and under the source's own name where there is none.
 */
import { toCslName } from './csl-name.ts';
import type { CslDate, CslItem } from './csl.ts';
import { getVariable } from './variables.ts';

/** Texts by name, as a record keeps them. */
export type Extra = Readonly<Record<string, string>>;

/** Names of extras that are no variables: CSL's type, the source's own word for it, the journal or book as written. */
const special = new Set(['type', 'container-title', 'issued']);

export type Description = {
  type?: string;
  container?: string;
  issued?: CslDate;
  variables: Partial<CslItem>;
  custom: Record<string, string>;
};

/**
 * @param isCurrent whether the paper is still published where the listing says: what describes that place counts only then
 */
export function describe(extra: Extra, isCurrent: boolean): Description {
  const variables: Record<string, unknown> = {};
  const custom: Record<string, string> = {};
  for (const [name, text] of Object.entries(extra)) {
    const row = getVariable(name);
    if (special.has(name)) continue;
    if (!row) custom[name] = text;
    else if (isCurrent || !row.publication) variables[name] = readers[row.kind ?? 'words'](text);
  }
  const issued = isCurrent && extra['issued'] ? parseDate(extra['issued']) : undefined;
  return {
    ...(isCurrent && extra['type'] ? { type: extra['type'] } : {}),
    ...(isCurrent && extra['container-title'] ? { container: extra['container-title'] } : {}),
    ...(issued ? { issued } : {}),
    variables: variables as Partial<CslItem>,
    custom,
  };
}

const readers = {
  words: (text: string) => text,
  names: (text: string) => text.split('; ').map(toCslName),
  date: (text: string) => parseDate(text) ?? { literal: text },
};

/** `2024`, `2024-06`, `2024-06-12`, or two of them with a slash between. */
export function parseDate(text: string): CslDate | undefined {
  const parts = text.split('/').map((day) => /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(day));
  if (parts.length > 2 || parts.includes(null)) return undefined;
  return {
    'date-parts': parts.map((match) => (match ?? []).slice(1).filter(Boolean).map(Number)),
  } as CslDate;
}

/** The inverse of `parseDate`. */
export function printDate(date: CslDate | { literal: string }): string {
  if ('literal' in date) return date.literal;
  return date['date-parts']
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-'))
    .join('/');
}
