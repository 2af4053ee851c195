/** JSON Lines: one paper a line. The schema is the documentation: every line that fits it can be read. */
import { z } from 'astro/zod';
import type { Report } from '../../src/contract/findings.ts';
import { factSchema } from '../../src/contract/schema.ts';
import { listedSchema } from '../../src/contract/record.ts';
import { isCslJson } from './csl-json.ts';
import { toField, type Entry, type Field, type ListingFile } from './entry.ts';
import { isObject, openJson, toRawFields, type JsonFile, type JsonObject } from './json-papers.ts';
import { toLines } from './lines.ts';
import { readPaperFields, type FieldRow, type PaperFields } from './paper-fields.ts';
import {
  expectedDoi,
  expectedYear,
  readArxiv,
  readDoi,
  readNames,
  readOpenreview,
  readText,
  readVenue,
  readYear,
} from './readers.ts';

/** Does a text look like it? Each of its first lines is an object of its own. */
export function isJsonLines(text: string): boolean {
  const [first = '', second] = Array.from(toLines(text), ({ value }) => value);
  // One line alone may be an item of CSL-JSON.
  return /^\{.*"title"\s*:\s*"/.test(first) && (second?.startsWith('{') ?? !isCslJson(text));
}

const described = 'with formulas between dollars, or as the source prints them';

/** What a line may hold. Members with other names are kept as they are. `scholium export` writes lines that fit. */
export const listedPaperSchema = z.looseObject({
  title: z.string().min(1).describe(`Title, ${described}`),
  abstract: z.string().nullish().describe(`Abstract, ${described}`),
  authors: z.array(z.string()).nullish().describe('Names as printed, in order'),
  year: factSchema.shape.year.nullish().describe('Year of the first preprint, or of publication'),
  venue: z.string().nullish().describe('Where it was published: "HIVE 2023", "Journal of Wax 33(4), 2024"'),
  arxiv: z.string().nullish().describe('arXiv id, or its address'),
  doi: z.string().nullish().describe('DOI, or its address'),
  openreview: z.string().nullish().describe('OpenReview id, or its address'),
  repository: z.string().nullish().describe('Address of code that is known from elsewhere'),
  extra: listedSchema.shape.extra
    .unwrap()
    .nullish()
    .describe("More, under the names of CSL's variables: volume, page, publisher, …"),
});

const rows: readonly FieldRow[] = [
  { name: 'title', sources: ['title'], read: readText, why: 'as in the schema' },
  { name: 'abstract', sources: ['abstract'], read: readText, why: 'as in the schema' },
  { name: 'authors', sources: ['authors'], read: readNames, why: 'as in the schema' },
  { name: 'year', sources: ['year'], read: readYear, expected: expectedYear, why: 'as in the schema' },
  { name: 'venue', sources: ['venue'], read: readVenue, why: 'as in the schema' },
  { name: 'arxiv', sources: ['arxiv'], read: readArxiv, expected: 'an arXiv id such as 2306.06265', why: 'as in the schema' },
  { name: 'doi', sources: ['doi'], read: readDoi, expected: expectedDoi, why: 'as in the schema' },
  { name: 'openreview', sources: ['openreview'], read: ([id = '']) => (/^[\w-]{6,}$/.test(id) ? id : readOpenreview([id])), expected: 'an OpenReview id', why: 'as in the schema' },
  { name: 'repository', sources: ['repository'], read: ([address]) => address, expected: 'an address that starts with https://', why: 'as in the schema' },
]; // prettier-ignore

/** What a survey says of its own pages, in the lines that `scholium export` writes: another survey files for itself. */
const ofPages = new Set(
  'slug chapter section also method contribution benchmarks buildsOn headline published added code extra'.split(
    ' ',
  ),
);

export function parseJsonLines(file: ListingFile, captured: string | null, report: Report): Entry[] {
  const json = openJson(file, captured, report);
  const starts = findLines(file.text);
  return json.toEntries(starts.map(([from, to]) => toPaper(json, from, to)));
}

/** Offsets of the lines that hold something. */
function findLines(text: string): [number, number][] {
  return Array.from(text.matchAll(/[^\r\n]*\S[^\r\n]*/g), ({ 0: { length }, index }) => [
    index,
    index + length,
  ]);
}

function toPaper(json: JsonFile, from: number, to: number): PaperFields | undefined {
  const node = json.read(from, to);
  if (!node || node.broken) return undefined;
  if (!isObject(node)) {
    json.complain(json.placeOf(node), 'value', 'an object a line');
    return undefined;
  }
  if (!isFit(node, json)) return undefined;
  const raw = toRawFields(node, json);
  const extra = node.value.get('extra');
  const derived: Record<string, Field<string>> = {};
  for (const [name, [value]] of isObject(extra) ? toRawFields(extra, json) : []) {
    if (value) derived[name] = toField(value, value.value);
  }
  return readPaperFields(raw, { rows, toName: (name) => (ofPages.has(name) ? undefined : name) }, derived, json.complain);
} // prettier-ignore

/** Every way in which a line does not fit the schema is a finding at its place; without a title it is left out. */
function isFit(line: JsonObject, json: JsonFile): boolean {
  const { error } = listedPaperSchema.safeParse(JSON.parse(json.sourceOf(line)));
  for (const { path, message } of error?.issues ?? []) {
    const [name = ''] = path;
    const member = line.value.get(String(name)) ?? line;
    json.complain(json.placeOf(member), `value of "${path.join('.')}": ${message}`, 'a line that fits the schema in docs/ingest-formats.md');
    if (name !== 'title') line.value.delete(String(name));
  }
  return !error?.issues.some(({ path }) => path[0] === 'title');
} // prettier-ignore
