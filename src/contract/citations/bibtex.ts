/**
 * A paper as BibTeX. Citation.js puts names in order; titles are written here, for it would drop formulas and brace
 * every capital, and fields are, for it drops those that it has no row for.
 */
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { parsePhrasing } from '../phrasing.ts';
import { isNumbered, isOfPreprint, type CslItem } from './csl.ts';
import type { CslName } from './csl-name.ts';
import { fromCslType } from './entry-types.ts';
import { printDate } from './extra.ts';
import { toTexTitle } from './tex-title.ts';
import { escapeTex } from './tex.ts';
import { variables, type Variable, type VariableRow } from './variables.ts';

// What it is given is LaTeX already, and a key may hold hyphens.
Object.assign(plugins.config.get('@bibtex').format, { asciiOnly: false, checkLabel: false });

export type BibtexSource = {
  item: CslItem;
  /** Markdown with `$math$`. */
  title: string;
  /** As plain text: a word of the title that is a name there keeps its capital. */
  abstract: string;
};

type Fields = Record<string, string | undefined>;

/** One entry, with a line end after it. */
export function toBibtex({ item, title, abstract }: BibtexSource): string {
  const { custom: { 'entry-type': former, ...custom } = {} } = item;
  const type = fromCslType('bibtex', item.type, former);
  const [year, month, day] = item.issued?.['date-parts'][0] ?? [];
  const container = item['container-title'] && escapeTex(item['container-title']);
  const archive = item.archive && toArchive(item.archive, item.archive_location ?? '');
  const isPeriod = item.issued?.['date-parts'][1] !== undefined;
  const fields: Fields = {
    title: toTexTitle(parsePhrasing(title), abstract),
    author: item.author && toNames(item.author),
    [type === 'article' ? 'journal' : 'booktitle']: container,
    volume: item.volume && escapeTex(item.volume),
    [isNumbered(item) ? 'issue' : 'number']: item.issue && escapeTex(item.issue),
    year: year?.toString(),
    month: month?.toString(),
    day: day?.toString(),
    ...(isPeriod && item.issued ? { date: printDate(item.issued) } : {}),
    ...archive,
    doi: item.DOI,
    url: item.URL,
  };
  addVariables(fields, item, type);
  if (former !== undefined && former !== type) custom['entry-type'] = former;
  for (const [name, text] of Object.entries(custom)) add(fields, name, writeText(name, text));
  const lines = Object.entries(fields).flatMap(([name, value]) =>
    value ? [`  ${name} = {${value}},\n`] : [],
  );
  return `@${type}{${item.id},\n${lines.join('')}}\n`;
}

/** What the lines above have written already, or say in another way. */
const written: readonly string[] = ['volume', 'issue', 'issued', 'URL'];

function addVariables(fields: Fields, item: CslItem, type: string): void {
  for (const [name, row] of Object.entries(variables) as [Variable, VariableRow][]) {
    const value = item[name];
    if (value === undefined || written.includes(name) || isOfPreprint(item, name)) continue;
    add(fields, toFieldName(name, row, type), typeof value === 'string' ? writeText(name, value) : Array.isArray(value) ? toNames(value) : printDate(value));
  }
} // prettier-ignore

function toFieldName(name: Variable, { bibtex: [first = name.toLowerCase()] = [] }: VariableRow, type: string): string {
  if (name !== 'publisher') return first;
  return type.endsWith('thesis') ? 'school' : type.endsWith('report') ? 'institution' : first;
} // prettier-ignore

/** A name that a field has already is not given twice. */
function add(fields: Fields, name: string, value: string): void {
  fields[fields[name] === undefined ? name : `listed-${name}`] = value;
}

/** Fields whose values are no LaTeX. */
const verbatim = /^(?:ids|file|files|pdf|groups|keywords?|verb[abc]|url|bdsk-url-\d+)$/;

function writeText(name: string, text: string): string {
  return verbatim.test(name) ? text.replace(/[{}]/g, '') : escapeTex(text);
}

function toNames(names: readonly CslName[]): string {
  const author = names.map((name) =>
    Object.fromEntries(Object.entries(name).map(([part, text]) => [part, escapeTex(text)])),
  );
  const works = [{ id: 'names', type: 'document' as const, author }];
  const [entry] = plugins.output.format('bibtex', works, { format: 'object' }) as { properties: Fields }[];
  return entry?.properties['author'] ?? '';
}

/** The fields of BibTeX styles that know arXiv; the older ids name their class. */
function toArchive(archive: string, id: string): Fields {
  const [, primaryClass] = /^([a-z-]+(?:\.[A-Z]{2})?)\/\d{7}$/.exec(id) ?? [];
  return { eprint: id, archivePrefix: archive, ...(primaryClass ? { primaryClass } : {}) };
}
