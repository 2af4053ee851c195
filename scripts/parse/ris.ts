/**
 * RIS, as reference managers write it: a line a field, with a tag of two characters, two spaces and a hyphen; `TY` opens a
 * work and `ER` closes it. A line without a tag goes on with the field above (Research Information Systems, "RIS format
 * specifications", 2001).
 */
import type { Report } from '../../src/contract/findings.ts';
import { fromCslType, toCslType } from '../../src/contract/citations/entry-types.ts';
import { findVariable, getVariable } from '../../src/contract/citations/variables.ts';
import {
  openListing,
  toExcerpt,
  toField,
  toPosition,
  type Entry,
  type Field,
  type ListingFile,
} from './entry.ts';
import { toLines } from './lines.ts';
import { readPaperFields, type FieldRow, type PaperFields } from './paper-fields.ts';
import {
  expectedDoi,
  expectedYear,
  parseFullDate,
  readArxiv,
  readDoi,
  readOpenreview,
  readSortedNames,
  readText,
  readVenue,
  readYear,
  toPrintedName,
} from './readers.ts';

/** Does a text look like it? A line of it opens a work. */
export function isRis(text: string): boolean {
  return /^\s*TY {1,2}- ?\S/m.test(text);
}

const rows: readonly FieldRow[] = [
  { name: 'title', sources: ['TI', 'T1', 'CT', 'BT'], read: readText, why: 'four tags, by writer and type' },
  { name: 'abstract', sources: ['AB', 'N2'], read: readText, why: 'two tags, by writer' },
  { name: 'authors', sources: ['AU', 'A1'], read: readSortedNames, why: 'family name first' },
  { name: 'year', sources: ['PY'], glimpses: ['Y1', 'DA'], read: readYear, expected: expectedYear, why: 'a date may stand for it' },
  { name: 'venue', sources: ['T2', 'JO', 'JF', 'C3', 'BT'], glimpses: ['JA', 'J2'], read: readVenue, why: 'the whole name first, abbreviations last' },
  { name: 'arxiv', sources: ['AN'], glimpses: ['DO', 'UR', 'M1', 'N1', 'T2', 'JO', 'PB'], read: readArxiv, why: 'RIS has no tag for it' },
  { name: 'doi', sources: ['DO'], glimpses: ['UR', 'L3', 'M3'], read: readDoi, expected: expectedDoi, why: 'the tag made for it' },
  { name: 'openreview', sources: [], glimpses: ['UR', 'N1'], read: readOpenreview, why: 'RIS has no tag for it' },
]; // prettier-ignore

/** The lines of one work. */
type Block = { opens: Field<string>; fields: Map<string, Field<string>[]> };

export function parseRis(file: ListingFile, captured: string | null, report: Report): Entry[] {
  const { origin, complain: complainAt } = openListing(file, captured, report);
  const complain: ComplainOf = (field, unexpected, expected) =>
    complainAt(toPosition(field), unexpected, expected);
  return toBlocks(file.text, complain).flatMap((block) => {
    const fields = toPaper(block, complain);
    return fields ? [{ ...origin, ...fields }] : [];
  });
}

type ComplainOf = (field: Field<string>, unexpected: string, expected: string) => void;

const tagged = /^([A-Z][A-Z0-9]) {1,2}-(?: (.*)|)$/;

function toBlocks(text: string, complain: ComplainOf): Block[] {
  const blocks: Block[] = [];
  let open: Block | undefined;
  let last: Field<string> | undefined;
  for (const line of toLines(text)) {
    const [source, tag, rest = ''] = tagged.exec(line.value) ?? [];
    const value = rest.trim();
    const field = { value, line: line.line, column: line.column + (source?.indexOf(value, 4) ?? 0) };
    if (tag === 'TY') {
      if (open) complain(open.opens, 'work that is not closed', '"ER  -" before the next "TY  -"');
      open = { opens: line, fields: new Map([['TY', [field]]]) };
      blocks.push(open);
      last = undefined;
    } else if (tag === 'ER') {
      if (!open) complain(line, 'end of a work', '"TY  -" before it');
      open = last = undefined;
    } else if (tag !== undefined && open) {
      last = field;
      const values = open.fields.get(tag);
      if (values) values.push(field);
      else open.fields.set(tag, [field]);
    } else if (last && open) last.value = `${last.value} ${line.value}`.trim();
    else complain(line, `line "${toExcerpt(line.value)}"`, 'a work that starts with "TY  -"');
  }
  if (open) complain(open.opens, 'work that is not closed', '"ER  -" at its end');
  return blocks;
}

function toPaper({ opens, fields }: Block, complain: ComplainOf): PaperFields | undefined {
  const raw = new Map([...fields].map(([tag, values]) => [tag, values.filter(({ value }) => value !== '')] as const).filter(([, values]) => values.length > 0));
  const derived: Record<string, Field<string>> = {};
  const [type] = raw.get('TY') ?? [];
  if (type) {
    const csl = toCslType('ris', type.value);
    derived['type'] = toField(type, csl);
    if (fromCslType('ris', csl) !== type.value) derived['entry-type'] = type;
  }
  const container = rows.find(({ name }) => name === 'venue')?.sources.find((tag) => readVenue(raw.get(tag)?.map(({ value }) => value) ?? []) !== undefined);
  const [named] = raw.get(container ?? '') ?? [];
  if (named) derived['container-title'] = named;
  // The same name again, for readers that look for it elsewhere.
  for (const tag of ['T2', 'C3', 'JO', 'JF', 'BT']) if (tag !== container && raw.get(tag)?.[0]?.value === named?.value) raw.delete(tag);
  readPages(raw, derived);
  readNumbers(raw, derived);
  readDates(raw, derived);
  readNotes(raw, derived);
  readOthers(raw);
  const [key] = raw.get('ID') ?? [];
  if (key && derived['ids']) {
    derived['ids'] = { ...key, value: `${key.value},${derived['ids'].value}` };
    raw.delete('ID');
  }
  const paper = readPaperFields(raw, { rows, toName }, derived, ({ line, column }, ...words) => complain({ value: '', line, column }, ...words));
  if (!paper) complain(opens, 'work without a title', 'a line "TI  - …"');
  return paper;
} // prettier-ignore

type Raw = Map<string, Field<string>[]>;
type Derived = Record<string, Field<string>>;

function toName(tag: string): string | undefined {
  return tag === 'TY' ? undefined : tag === 'ID' ? 'ids' : (findVariable('ris', tag) ?? tag);
}

/** First and last page in two tags. */
function readPages(raw: Raw, derived: Derived): void {
  const [first] = raw.get('SP') ?? [];
  const [last] = raw.get('EP') ?? [];
  if (!first || !last) return;
  derived['page'] = { ...first, value: `${first.value}–${last.value}` };
  raw.delete('SP');
  raw.delete('EP');
}

/** One tag for the numbers of books and of journals. */
function readNumbers(raw: Raw, derived: Derived): void {
  const left = (raw.get('SN') ?? []).filter((field) => {
    const name = /^\d{4}-?\d{3}[\dXx]\b/.test(field.value) ? 'ISSN' : 'ISBN';
    if (derived[name]) return true;
    derived[name] = field;
    return false;
  });
  if (left.length > 0) raw.set('SN', left);
  else raw.delete('SN');
}

/** `2024/06/12/`: what says more than the year is kept. */
function readDates(raw: Raw, derived: Derived): void {
  for (const [tag, name] of [['DA', 'issued'], ['Y1', 'issued'], ['PY', 'issued'], ['Y2', 'accessed']] as const) {
    const [date] = raw.get(tag) ?? [];
    if (!date) continue;
    const value = parseFullDate(date.value.replace(/\/+$/, ''));
    if (value !== undefined && !derived[name]) derived[name] = { ...date, value };
    const isTold = value !== undefined || (name === 'issued' && /^\d{4}\/*$/.test(date.value));
    if (isTold && tag !== 'PY' && (tag !== 'Y1' || raw.has('PY'))) raw.delete(tag);
  }
} // prettier-ignore

/** `name: value`, as this survey and Zotero write what has no tag. */
function readNotes(raw: Raw, derived: Derived): void {
  const left = (raw.get('N1') ?? []).filter(({ value, line, column }) => {
    const [, name, rest = ''] = /^([a-zA-Z][\w.+-]*): (\S.*)$/.exec(value) ?? [];
    if (name === undefined || derived[name] || !(/^[a-z]/.test(name) || getVariable(name))) return true;
    derived[name] = { value: rest, line, column: column + name.length + 2 };
    return false;
  });
  if (left.length > 0) raw.set('N1', left);
  else raw.delete('N1');
}

/** Names of people other than authors, family name first. */
function readOthers(raw: Raw): void {
  for (const tag of ['ED', 'A2', 'A3', 'A4']) {
    const names = raw.get(tag);
    if (names) raw.set(tag, names.map((name) => ({ ...name, value: toPrintedName(name.value) })));
  }
} // prettier-ignore
