/** The fields of a BibTeX entry as those of ours: which of its fields tells what, and how it is read. */
import type { Entry as LibraryEntry } from '@retorquere/bibtex-parser';
import { fromCslType, toCslType } from '../../src/contract/citations/entry-types.ts';
import { findVariable } from '../../src/contract/citations/variables.ts';
import type { FieldRow } from './paper-fields.ts';
import {
  expectedDoi,
  expectedYear,
  isPreprintServer,
  parseFullDate,
  readArxiv,
  readDoi,
  readNames,
  readOpenreview,
  readVenue,
  readYear,
} from './readers.ts';

const latex = 'LaTeX, restored by a later stage';

export const bibtexRows: readonly FieldRow[] = [
  { name: 'title', sources: ['title'], read: readLatex, why: latex },
  { name: 'abstract', sources: ['abstract'], read: readLatex, why: latex },
  { name: 'authors', sources: ['author'], read: readNames, why: 'names as people write them' },
  { name: 'year', sources: ['year', 'date'], read: readYear, expected: expectedYear, why: 'BibLaTeX has dates' },
  { name: 'venue', sources: ['booktitle', 'journal', 'journaltitle'], read: readVenue, why: 'proceedings or journal' },
  {
    name: 'arxiv',
    sources: ['eprint', 'arxiv', 'arxivid'],
    glimpses: ['doi', 'url', 'journal', 'journaltitle', 'note'],
    read: readArxiv,
    why: 'eprint is made for it; Google Scholar writes "arXiv preprint arXiv:…" as the journal',
  },
  { name: 'doi', sources: ['doi'], glimpses: ['url'], read: readDoi, expected: expectedDoi, why: 'some files have only its address' },
  { name: 'openreview', sources: ['openreview'], glimpses: ['url', 'note'], read: readOpenreview, why: 'OpenReview has no field of its own' },
]; // prettier-ignore

/** Fields that stay as they are written. */
export const verbatimFields: ReadonlySet<string> = new Set(['title', 'abstract']);

/** Fields that say again what another one says. */
const implied: Record<string, (entry: LibraryEntry) => boolean> = {
  archiveprefix: ({ fields }) => fields.eprint !== undefined && /^arxiv$/i.test(text(fields.archiveprefix)),
  eprinttype: ({ fields }) => fields.eprint !== undefined && /^arxiv$/i.test(text(fields.eprinttype)),
};

/** A name of `extra`, its text, and the field where it stands; without one it is said by the entry as a whole. */
type Derived = [name: string, text: string, field?: string];

/** What an entry says otherwise than field by field: its type and key, the container as written, its date. */
export function toDerivedFields(entry: LibraryEntry): Derived[] {
  const { fields, key } = entry;
  const derived: Derived[] = [];
  const containerField = ['booktitle', 'journal', 'journaltitle'].find(
    (field) => fields[field] !== undefined,
  );
  const container = text(fields[containerField ?? '']);
  const isPreprint = isPreprintServer(container);
  const type = entry.type.toLowerCase();
  const csl = isPreprint && type === 'article' ? 'article' : toCslType('bibtex', type);
  derived.push(['type', csl]);
  if (fromCslType('bibtex', csl) !== type && !isPreprint) derived.push(['entry-type', type]);
  if (key !== '') derived.push(['ids', [key, ...(fields.ids ? [text(fields.ids)] : [])].join(',')]);
  if (container !== '' && !isPreprint) derived.push(['container-title', container, containerField!]);
  const issued = toIssued(entry);
  if (issued !== undefined) derived.push(['issued', issued, fields.date ? 'date' : 'month']);
  return derived;
}

/** What `extra` calls a field. */
export function nameBibtexField(field: string, entry: LibraryEntry): string | undefined {
  if (implied[field]?.(entry)) return undefined;
  const isDated = toIssued(entry) !== undefined;
  if (isDated && ['date', 'month', 'day', 'year'].includes(field)) return undefined;
  if (field === 'ids' && entry.key !== '') return undefined;
  // The type of a thesis or a report; CSL has a type of its own.
  if (field === 'type') return 'genre';
  // Only articles of journals have issues; of a report it is the number.
  if (field === 'number' && entry.type.toLowerCase() !== 'article') return 'number';
  return findVariable('bibtex', field) ?? field;
}

function toIssued({ fields }: LibraryEntry): string | undefined {
  const date = text(fields.date);
  if (/^\d{4}(?:-\d{2}(?:-\d{2})?)?(?:\/\d{4}(?:-\d{2}(?:-\d{2})?)?)?$/.test(date) && /-|\//.test(date)) return date;
  const month = text(fields.month);
  if (!/^\d{1,2}$/.test(month)) return undefined;
  const day = /^\d{1,2}$/.test(text(fields.day)) ? `-${text(fields.day)}` : '';
  return parseFullDate(`${text(fields.year)}-${month}${day}`);
} // prettier-ignore

function text(value: string | string[] | undefined): string {
  return toPlainText(Array.isArray(value) ? value.join(' and ') : (value ?? ''));
}

/** The values of a field as the library gives them: one text, a list of texts, a list of names. */
export function toValues(field: string, value: string | (string | Creator)[]): string[] {
  const values = Array.isArray(value) ? value : [value];
  if (verbatimFields.has(field)) return values.map(String);
  return values.map((one) => toPlainText(typeof one === 'string' ? one : toName(one)));
}

type Creator = NonNullable<LibraryEntry['fields']['author']>[number];

function toName({ name, firstName, prefix, lastName, suffix }: Creator): string {
  if (name !== undefined) return name;
  const printed = [firstName, prefix, lastName].filter(Boolean).join(' ');
  return suffix ? `${printed} ${suffix}` : printed;
}

/** The parser writes accents as characters of their own, and italics and the like as HTML. */
function toPlainText(value: string): string {
  return value
    .normalize('NFC')
    .replace(/<\/?[a-z]+(?: [^>]*)?>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Outside of formulas, braces around plain letters only protect them from a change of case: `{D}eep` is `Deep`. */
function readLatex([value = '']: readonly string[]): string | undefined {
  const parts = value.split(/((?<!\\)\$[^$]*\$)/);
  const bare = parts.map((part, index) => (index % 2 === 1 ? part : unprotect(part))).join('');
  return bare.replace(/\s+/g, ' ').trim() || undefined;
}

function unprotect(text: string): string {
  return text.replace(/(?<!\\[a-zA-Z]*|\\.|[_^}])\{([^\\{}][^{}]*)\}/g, '$1');
}
