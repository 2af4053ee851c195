/**
 * CSL-JSON (the schema of CSL 1.0.2), as Zotero and Pandoc write it, and as Crossref answers: an envelope with one work,
 * whose titles are lists and whose types have names of their own (https://api.crossref.org/swagger-ui/).
 */
import type { Report } from '../../src/contract/findings.ts';
import { getVariable } from '../../src/contract/citations/variables.ts';
import { toField, type Entry, type Field, type ListingFile } from './entry.ts';
import type { JsonNode } from './json.ts';
import {
  isObject,
  openJson,
  takeObjects,
  toRawFields,
  type JsonFile,
  type JsonObject,
} from './json-papers.ts';
import { readPaperFields, type FieldRow, type PaperFields } from './paper-fields.ts';
import { readMarkup } from './markup.ts';
import {
  expectedDoi,
  expectedYear,
  readArxiv,
  readDoi,
  readNames,
  readOpenreview,
  readVenue,
  readYear,
} from './readers.ts';

/** Does a text look like it? Items have a type; so has the envelope of Crossref. */
export function isCslJson(text: string): boolean {
  return /^\s*[[{]/.test(text) && /"(?:type|message-type)"\s*:\s*"/.test(text);
}

const rows: readonly FieldRow[] = [
  { name: 'title', sources: ['title'], read: readMarkup, why: 'with the tags that CSL allows in titles' },
  { name: 'abstract', sources: ['abstract'], read: readMarkup, why: 'Crossref gives it as JATS' },
  { name: 'authors', sources: ['author'], read: readNames, why: 'put together from their parts' },
  { name: 'year', sources: ['year'], glimpses: ['issued'], read: readYear, expected: expectedYear, why: 'the date of publication' },
  { name: 'venue', sources: ['container-title'], read: readVenue, why: 'proceedings or journal' },
  { name: 'arxiv', sources: ['arxiv'], glimpses: ['archive_location', 'DOI', 'number', 'URL', 'note', 'id'], read: readArxiv, why: 'CSL has no variable for it' },
  { name: 'doi', sources: ['DOI'], glimpses: ['URL'], read: readDoi, expected: expectedDoi, why: 'the variable made for it' },
  { name: 'openreview', sources: ['openreview'], glimpses: ['URL', 'note'], read: readOpenreview, why: 'CSL has no variable for it' },
]; // prettier-ignore

/** Types of Crossref, which are none of CSL. */
const crossrefTypes: Record<string, string> = {
  'journal-article': 'article-journal',
  'proceedings-article': 'paper-conference',
  'posted-content': 'article',
  'book-chapter': 'chapter',
  'book-section': 'chapter',
  'reference-entry': 'entry',
  monograph: 'book',
  'edited-book': 'book',
  'reference-book': 'book',
  proceedings: 'book',
  dissertation: 'thesis',
  'report-component': 'report',
  'peer-review': 'review',
};

/** Members that tell of the record at Crossref and not of the work, or that hold other works. */
const records = new Set(
  'indexed reference-count reference references-count is-referenced-by-count content-domain created deposited score prefix member resource relation license link funder assertion update-policy update-to updated-by alternative-id clinical-trial-number journal-issue published published-print published-online published-other accepted approved content-created content-updated crossmark'.split(' '),
); // prettier-ignore

export function parseCslJson(file: ListingFile, captured: string | null, report: Report): Entry[] {
  const json = openJson(file, captured, report);
  const root = json.read();
  const message = isObject(root) ? root.value.get('message') : undefined;
  const isCrossref = message !== undefined;
  return json.toEntries(takeObjects(message ?? root, json).map((item) => toPaper(item, json, isCrossref)));
}

function toPaper(item: JsonObject, json: JsonFile, isCrossref: boolean): PaperFields | undefined {
  const raw = toRawFields(item, json);
  const derived: Record<string, Field<string>> = {};
  for (const [name, node] of item.value) {
    const texts = toTexts(name, node);
    if (texts === undefined) continue;
    const values = texts.flatMap((text) => (text === '' ? [] : [toField(json.placeOf(node), text)]));
    if (values.length > 0) raw.set(name, values);
    else raw.delete(name);
  }
  // The envelope's lists of titles: the first is the title.
  for (const name of ['title', 'container-title']) raw.set(name, (raw.get(name) ?? []).slice(0, 1));
  const [type] = raw.get('type') ?? [];
  const [container] = raw.get('container-title') ?? [];
  if (type) derived['type'] = { ...type, value: crossrefTypes[type.value] ?? type.value };
  if (container) derived['container-title'] = container;
  const custom = item.value.get('custom');
  for (const [name, values] of isObject(custom) ? toRawFields(custom, json) : []) if (!raw.has(name)) raw.set(name, values);
  const [[key], [more]] = [raw.get('id') ?? [], raw.get('ids') ?? []];
  if (key && more) raw.set('id', [{ ...key, value: `${key.value},${more.value}` }]);
  if (key) raw.delete('ids');
  const paper = readPaperFields(raw, { rows, toName: (name) => toName(name, isCrossref) }, derived, json.complain);
  if (!paper) json.complain(json.placeOf(item), 'work without a title', '"title": "…"');
  return paper;
} // prettier-ignore

/** Already told by other fields, or by what we know anyway. */
const told = new Set(['type', 'container-title', 'title', 'custom', 'archive', 'citation-key']);

function toName(name: string, isCrossref: boolean): string | undefined {
  if (told.has(name) || (isCrossref && records.has(name))) return undefined;
  return name === 'id' ? 'ids' : name;
}

/** Names and dates as texts; nothing for values of other kinds. */
function toTexts(name: string, node: JsonNode): string[] | undefined {
  const kind = name === 'author' ? 'names' : getVariable(name)?.kind;
  if (kind === 'names' && Array.isArray(node.value)) return node.value.map(toPrintedName);
  return kind === 'date' && isObject(node) ? [toDate(node)] : undefined;
}

function toPrintedName(node: JsonNode): string {
  if (!isObject(node)) return typeof node.value === 'string' ? node.value : '';
  const part = (name: string): string => {
    const value = node.value.get(name)?.value;
    return typeof value === 'string' ? value.trim() : '';
  };
  const literal = part('literal') || part('name');
  const parts = ['given', 'dropping-particle', 'non-dropping-particle', 'family', 'suffix'].map(part);
  return literal || parts.filter((text) => text !== '').join(' ');
}

/** `[[2024, 6, 12]]` is 2024-06-12; two lists are a period. */
function toDate({ value }: JsonObject): string {
  const dates = value.get('date-parts')?.value;
  if (!Array.isArray(dates)) return ['raw', 'literal'].map((name) => value.get(name)?.value).find((text) => typeof text === 'string') ?? '';
  const parts = dates.map(({ value: date }) => (Array.isArray(date) ? date.map((part) => String(part.value ?? '')) : []));
  return parts.map((date) => date.filter((part) => /^\d+$/.test(part)).map((part) => part.padStart(2, '0')).join('-')).filter((date) => date !== '').join('/');
} // prettier-ignore
