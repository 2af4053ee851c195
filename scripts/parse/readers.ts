/** How the values of bibliographies are read, whatever format they come in. */
import { parseIdentifier } from './identifiers.ts';
import { foldSpace, type FieldRow } from './paper-fields.ts';

type Read = FieldRow['read'];

/** White space folded; several values are one text. */
export const readText: Read = (values) => foldSpace(values.join(' ')) || undefined;

/** The year with which a date starts: `2024`, `2024-05-06`, `2024/05/06/spring`. */
export const readYear: Read = ([value = '']) => {
  const year = Number(/^\d{4}(?!\d)/.exec(value.trim())?.[0]);
  return year >= 1900 && year <= 2100 ? year : undefined;
};

/** The month and day that a date has beside its year: `2024-05-06`. */
export function parseFullDate(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})[-/](\d{1,2})(?:[-/](\d{1,2}))?(?![\d])/.exec(text.trim()) ?? [];
  if (year === undefined || Number(month) < 1 || Number(month) > 12) return undefined;
  return [year, month, day].flatMap((part) => part?.padStart(2, '0') ?? []).join('-');
}

/** A preprint has no venue yet. */
export const readVenue: Read = ([value = '']) =>
  isPreprintServer(value) ? undefined : foldSpace(value) || undefined;

export function isPreprintServer(venue: string): boolean {
  return /\barxiv\b|^corr\b/i.test(venue);
}

/** Names as people write them; "and others" says that the list goes on. */
export const readNames: Read = (values) => {
  const names = values.map(foldSpace).filter((name) => name !== '' && name !== 'others');
  return names.length > 0 ? names : undefined;
};

export const readSortedNames: Read = (values) => readNames(values.map(toPrintedName));

/** `Shepherd, Ann` is Ann Shepherd, `King, M. L., Jr.` is M. L. King Jr.; a comma at the end keeps a name whole. */
export function toPrintedName(name: string): string {
  const [family = '', given = '', suffix = ''] = foldSpace(name).split(/\s*,\s*/);
  if (given === '') return family;
  return [given, family, suffix].filter((part) => part !== '').join(' ');
}

export const readArxiv: Read = ([value = '']) => parseIdentifier('arxiv', value);
export const readDoi: Read = ([value = '']) => parseIdentifier('doi', value);
export const readOpenreview: Read = (values) =>
  values.map((value) => parseIdentifier('openreview', value)).find((id) => id !== undefined);

export const expectedYear = 'a year such as 2024';
export const expectedDoi = 'a DOI such as 10.1145/3544548';
