/**
 * Notes of OpenReview as its API gives them (https://docs.openreview.net/reference/api-v2/entities/note/fields): an object
 * with a list of notes, the list, or one note. In version 2 every member of the content holds its `value`.
 */
import type { Report } from '../../src/contract/findings.ts';
import { toExcerpt, toField, type Entry, type Field, type ListingFile } from './entry.ts';
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
import { readArxiv, readDoi, readNames, readText, readYear } from './readers.ts';

/** Does a text look like it? Notes have a content, and belong to a forum or answer an invitation. */
export function isOpenreview(text: string): boolean {
  return /^\s*[[{]/.test(text) && /"content"\s*:\s*\{/.test(text) && /"(?:forum|invitations?|notes)"\s*:/.test(text);
} // prettier-ignore

const rows: readonly FieldRow[] = [
  { name: 'title', sources: ['title'], read: readText, why: 'Markdown with TeX between dollars' },
  { name: 'abstract', sources: ['abstract'], read: readText, why: 'the same' },
  { name: 'authors', sources: ['authors'], read: readNames, why: 'names as printed' },
  { name: 'openreview', sources: ['forum', 'id'], read: ([id]) => id, why: 'the forum is the address of a paper' },
  { name: 'venue', sources: ['venue'], read: readAcceptance, why: 'absent where a paper was not accepted' },
  { name: 'year', sources: [], glimpses: ['pdate', 'odate', 'cdate', 'tcdate'], read: readMilliseconds, why: 'when it was published, made public, created' },
  { name: 'arxiv', sources: ['arxiv'], glimpses: ['preprint', 'html', '_bibtex'], read: readArxiv, why: 'some venues ask for it' },
  { name: 'doi', sources: ['doi'], glimpses: ['html'], read: readDoi, why: 'some venues give it' },
]; // prettier-ignore

/** Members of a note that tell of the note and not of the paper. */
const administration = new Set(
  'id forum replyto invitation invitations signatures readers writers nonreaders domain license parentInvitations details version tmdate mdate ddate original number tcdate odate venueid authorids paperhash pdf _bibtex supplementary_material'.split(' '),
); // prettier-ignore

export function parseOpenreview(file: ListingFile, captured: string | null, report: Report): Entry[] {
  const json = openJson(file, captured, report);
  const root = json.read();
  const notes = (isObject(root) && root.value.get('notes')) || root;
  return json.toEntries(takeObjects(notes, json).map((note) => toPaper(note, json)));
}

function toPaper(note: JsonObject, json: JsonFile): PaperFields | undefined {
  const place = json.placeOf(note);
  const content = note.value.get('content');
  const replyTo = note.value.get('replyto')?.value;
  if (typeof replyTo === 'string' && replyTo !== '') {
    json.complain(place, `note that answers ${toExcerpt(replyTo)}`, 'the note of a paper');
    return undefined;
  }
  if (!isObject(content)) {
    json.complain(place, 'note without a content', '"content": {"title": …}');
    return undefined;
  }
  const members = new Map([...content.value].map(([name, member]) => [name, unwrap(member)]));
  const raw = toRawFields({ ...content, value: new Map([...note.value, ...members]) }, json);
  raw.delete('content');
  const status = raw.get('venue')?.[0];
  const derived: Record<string, Field<string>> = {};
  const venue = status && readAcceptance([status.value]);
  if (status && venue === undefined) derived['status'] = status;
  else if (status && venue !== status.value) derived['genre'] = toField(status, status.value.slice(venue?.length).trim());
  if (venue === undefined) raw.delete('venue');
  const paper = readPaperFields(raw, { rows, toName }, derived, json.complain);
  if (!paper) json.complain(place, 'note without a title', '"title" in its content');
  return paper;
} // prettier-ignore

/** `{"value": …}` of version 2, or the value itself as in version 1. */
function unwrap(member: JsonNode): JsonNode {
  return (isObject(member) && member.value.get('value')) || member;
}

function toName(name: string): string | undefined {
  if (administration.has(name)) return undefined;
  return name === 'keywords' ? 'keyword' : name === 'pdate' || name === 'cdate' ? undefined : name;
}

/** "HIVE 2024 poster" was published in HIVE 2024; "Submitted to HIVE 2024" was not. */
function readAcceptance([venue = '']: readonly string[]): string | undefined {
  if (/\b(?:submitted|submission|reject|withdrawn|under review|desk)/i.test(venue)) return undefined;
  return venue.replace(/\s+(?:conference\s+)?(?:poster|oral|spotlight|talk|notable.*|invite to .*)$/i, '').trim() || undefined;
} // prettier-ignore

/** OpenReview counts milliseconds since 1970. */
function readMilliseconds([value = '']: readonly string[]): number | undefined {
  const year = /^\d{12,13}$/.test(value) ? new Date(Number(value)).toISOString() : '';
  return readYear([year]) as number | undefined;
}
