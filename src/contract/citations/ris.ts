/**
 * A paper as RIS. The writer of Citation.js breaks words at column 80, cuts keys at 20 characters and files preprints as
 * articles of journals, so the lines are written here.
 */
import { isOfPreprint, type CslItem } from './csl.ts';
import { printName, type CslName } from './csl-name.ts';
import { fromCslType } from './entry-types.ts';
import { printDate } from './extra.ts';
import { variables, type Variable, type VariableRow } from './variables.ts';

type Line = readonly [tag: string, value: string | undefined];

/** One entry, with a line end after it. */
export function toRis(item: CslItem): string {
  const { custom: { 'entry-type': former, ...custom } = {} } = item;
  const type = fromCslType('ris', item.type, former);
  const [year] = item.issued?.['date-parts'][0] ?? [];
  const container = item['container-title'];
  const rows: Line[] = [
    ['TY', type],
    ['ID', item.id],
    ['TI', item.title],
    ...(item.author ?? []).map((name) => ['AU', toRisName(name)] as const),
    ['PY', year?.toString()],
    ['DA', item.issued && toRisDate(printDate(item.issued))],
    // Half of the readers look for proceedings in one, half in the other.
    ['T2', container],
    ['C3', item.type === 'paper-conference' ? container : undefined],
    ['VL', item.volume],
    ['IS', item.issue],
    ['PB', item.publisher],
    ['AN', item.archive_location && `arXiv:${item.archive_location}`],
    ['DO', item.DOI],
    ['UR', item.URL],
    ...(Object.entries(variables) as [Variable, VariableRow][]).flatMap(([name, row]) => toLines(item, name, row)),
    ...(former === undefined || former === type ? [] : [['N1', `entry-type: ${former}`] as const]),
    ...Object.entries(custom).map(toCustomLine),
  ]; // prettier-ignore
  const lines = rows.flatMap(([tag, value]) => (value ? [`${tag}  - ${value.replace(/\s+/g, ' ')}\n`] : []));
  return `${lines.join('')}ER  - \n`;
}

/** What the lines above have written already. */
const written: readonly string[] = ['volume', 'issue', 'issued', 'publisher', 'URL'];

function toLines(item: CslItem, name: Variable, { ris: [tag] = [], kind }: VariableRow): Line[] {
  const value = item[name];
  if (value === undefined || written.includes(name) || isOfPreprint(item, name)) return [];
  const write = (text: string): Line => (tag === undefined ? ['N1', `${name}: ${text}`] : [tag, text]);
  if (Array.isArray(value)) return tag === undefined ? [write(value.map(printName).join('; '))] : value.map((one) => write(toRisName(one)));
  if (typeof value !== 'string') return [write(toRisDate(printDate(value)))];
  if (name === 'page') return toPages(value);
  if (name === 'ISBN' || name === 'ISSN') return [['SN', value]];
  return kind === 'words' ? value.split(/\s*[,;]\s*/).map(write) : [write(value)];
} // prettier-ignore

/** The first and the last page; what is no range of two stays whole. */
function toPages(pages: string): Line[] {
  const [, first, last] = /^([^\s,–-]+)\s*[–-]+\s*([^\s,–-]+)$/.exec(pages) ?? [];
  return first === undefined ? [['SP', pages]] : [['SP', first], ['EP', last]];
} // prettier-ignore

const toRisDate = (date: string): string =>
  /^\d{4}(?:-\d{2}){0,2}$/.test(date) ? date.replaceAll('-', '/') : date;

/** RIS has no room for names of others but in a note: `name: value`, as Zotero reads and writes it. */
function toCustomLine([name, text]: [string, string]): Line {
  return /^[A-Z][A-Z0-9]$/.test(name) ? [name, text] : ['N1', `${name}: ${text}`];
}

/** Family name first; a comma after it keeps the name of an organisation whole. */
function toRisName(name: CslName): string {
  if (name.literal) return name.literal.includes(' ') ? `${name.literal},` : name.literal;
  const family = [name['non-dropping-particle'], name.family].filter(Boolean).join(' ');
  return [family, name.given, name.suffix].filter(Boolean).join(', ');
}
