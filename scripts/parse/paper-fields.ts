/**
 * The fields of a work, as a format of bibliographies names them, as those of an entry. Each format has a table of which
 * of its fields tells what; all else is kept as `extra`, so that nothing of it is lost.
 */
import type { Point } from 'unist';
import type { z } from 'astro/zod';
import { findUnsafeAddress } from '../../src/contract/links.ts';
import { getVariable } from '../../src/contract/citations/variables.ts';
import { listedSchema } from '../../src/contract/record.ts';
import { toExcerpt, toField, type Entry, type Field } from './entry.ts';

/** The fields of a work by name, in the order of the file; a field that comes several times has several values. */
export type RawFields = ReadonlyMap<string, readonly Field<string>[]>;

export type PaperFields = Omit<Entry, 'listing' | 'path' | 'captured'>;

type FieldName = Exclude<keyof PaperFields, 'extra'>;
type Value = string | number | string[];

export type FieldRow = {
  name: FieldName;
  /** Fields that tell this and nothing else, the best first: the first that can be read counts. */
  sources: readonly string[];
  /** Fields that may tell it among other things; they stay in `extra`. */
  glimpses?: readonly string[];
  read: (values: readonly string[]) => Value | undefined;
  /** What the first source should hold. */
  expected?: string;
  why: string;
};

/** Says what is unexpected at a place, and what was expected. */
export type Complain = (place: Point, unexpected: string, expected: string) => void;

/** Bounds that no work of people reaches: a record stays something that can be read and compared. */
const longestValue = 5000;
const mostExtras = 100;

/** How a format is read. */
export type FieldTable = {
  rows: readonly FieldRow[];
  /** What `extra` calls a field; `undefined` for one that says nothing of the work. */
  toName: (field: string) => string | undefined;
};

/**
 * @param derived what the format says otherwise than by a field, under the names of `extra`
 * @returns `undefined` where there is no title
 */
export function readPaperFields(
  raw: RawFields,
  { rows, toName }: FieldTable,
  derived: Record<string, Field<string>>,
  complain: Complain,
): PaperFields | undefined {
  const fields: Partial<Record<FieldName, Field<Value>>> = {};
  const spent = new Set<string>();
  for (const row of rows) {
    const found = findValue(raw, row);
    if (!found) continue;
    const { field, value, place } = found;
    if (value === undefined) {
      complain(place, field, row.expected ?? 'a value');
      continue;
    }
    fields[row.name] = toField(place, value);
    if (row.sources.includes(field)) spent.add(field);
  }
  const title = fields.title;
  if (!title || isTooLong(title as Field<string>, 'title', complain)) return undefined;
  const rest = [...raw].filter(([field]) => !spent.has(field));
  const said = Object.entries(derived).filter(([name, field]) => !isTooLong(field, name, complain));
  const extra = gatherExtra(new Map(rest), Object.fromEntries(said), toName, complain);
  // What is at arXiv and nowhere else is a preprint, which BibTeX has no word for.
  const { type, publisher } = extra;
  if (type?.value === 'document' && fields.arxiv && !fields.venue)
    extra['type'] = { ...type, value: 'article' };
  if (extra['type']?.value === 'article' && publisher?.value === 'arXiv') delete extra['publisher'];
  return { ...(fields as unknown as PaperFields), ...(Object.keys(extra).length > 0 ? { extra } : {}) };
}

type Found = { field: string; place: Point; value?: Value };

function findValue(
  raw: RawFields,
  { name, sources, glimpses = [], read, expected }: FieldRow,
): Found | undefined {
  const present = [...sources, ...glimpses].filter((field) => raw.has(field));
  for (const field of present) {
    const values = raw.get(field) ?? [];
    const value = read(values.map((one) => one.value));
    if (value !== undefined && isFit(name, value)) return { field, value, place: values[0] ?? start };
  }
  const [field] = present;
  const isWrong = expected !== undefined && field !== undefined && field === sources[0];
  return isWrong ? { field, place: raw.get(field)?.[0] ?? start } : undefined;
}

/** Whether a record may hold the value. */
function isFit(name: FieldName, value: Value): boolean {
  const schemas: Partial<Record<FieldName, z.ZodType>> = listedSchema.shape;
  return schemas[name]?.safeParse(value).success ?? true;
}

const start: Point = { line: 1, column: 1 };

function gatherExtra(
  raw: RawFields,
  extra: Record<string, Field<string>>,
  toName: (field: string) => string | undefined,
  complain: Complain,
): Record<string, Field<string>> {
  for (const [field, values] of raw) {
    const [first] = values;
    const named = toName(field);
    if (named === undefined || !first) continue;
    const name = getFreeName([named, field, `${field}-2`, `${field}-3`], extra);
    const value = join(values, name);
    if (value === '') continue;
    if (Object.keys(extra).length === mostExtras) {
      complain(first, `field ${toExcerpt(field)}`, `at most ${mostExtras} fields beside those of ours`);
      break;
    }
    if (name === undefined) complain(first, `second ${toExcerpt(field)}`, 'every field once');
    else if (name === 'URL' && isUnsafe(value)) complain(first, `address "${toExcerpt(value)}"`, 'an address that starts with https:// or http://');
    else if (!isTooLong({ ...first, value }, field, complain)) extra[name] = toField(first, value);
  }
  return extra;
} // prettier-ignore

/** A name that can be a field of any format; the first that is not taken. */
function getFreeName(names: readonly string[], taken: Record<string, unknown>): string | undefined {
  return names
    .map((name) => name.replace(/[^\w:.+-]/g, '-').replace(/^[^A-Za-z]+/, ''))
    .find((name) => name !== '' && !Object.hasOwn(taken, name));
}

function join(values: readonly Field<string>[], name = ''): string {
  const kind = getVariable(name)?.kind;
  const texts = values.map(({ value }) => foldSpace(value)).filter((text) => text !== '');
  return texts.join(kind === 'words' ? ', ' : '; ');
}

function isUnsafe(address: string): boolean {
  return /^\s*[a-z][a-z0-9+.-]*:/i.test(address) && findUnsafeAddress(address) !== undefined;
}

function isTooLong({ value, line, column }: Field<string>, name: string, complain: Complain): boolean {
  if (value.length <= longestValue) return false;
  complain({ line, column }, `${toExcerpt(name)} of ${value.length} characters`, `at most ${longestValue}`);
  return true;
}

export function foldSpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
