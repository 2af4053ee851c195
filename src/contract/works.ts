/** Works outside the survey that its prose cites: `references.bib`. */
import { parse } from '@retorquere/bibtex-parser';
import { checkCharacters } from './characters.ts';
import type { Report } from './findings.ts';
import { findUnsafeAddress } from './links.ts';
import { toPoint } from './places.ts';

export type Work = {
  key: string;
  /** BibTeX entry type, such as `article`. */
  type: string;
  title: string;
  /** Names as printed, in order: `Ada Lovelace`. */
  authors: string[];
  /** Family names, for author–year citations. */
  familyNames: string[];
  year: string | undefined;
  /** Journal, proceedings or publisher. */
  venue: string | undefined;
  address: string | undefined;
};

const keyPattern = /^[A-Za-z0-9][\w:.+/-]*$/;

/** So many errors are reported; where one brace is missing, all that follows is wrong. */
const mostReported = 100;

/** So many works are read. */
const mostWorks = 2000;

/** The keys of a BibTeX file, as far as its lines show them: for those who only ask whether a work is there. */
export function listWorkKeys(source: string): Set<string> {
  return new Set(Array.from(source.matchAll(/@\w+\s*\{\s*([^\s,]+)\s*,/g), ([, key = '']) => key));
}

/** Reads a BibTeX file; an entry that cannot be read, or stands twice, is a finding and left out. */
export function readWorks(path: string, source: string, report: Report): Map<string, Work> {
  checkCharacters(path, source, report);
  const works = new Map<string, Work>();
  const count = source.match(/@\w+\s*[{(]/g)?.length ?? 0;
  if (count > mostWorks) {
    report.add('references-valid', path, undefined, {
      message: `Unexpected number of works: ${count}`,
      expected: `at most ${mostWorks}`,
      hint: 'Remove what nobody cites.',
    });
    return works;
  }
  const bibliography = parse(source, { sentenceCase: false });
  for (const { error, input } of bibliography.errors.slice(0, mostReported)) {
    report.add('references-valid', path, toPoint(source, Math.max(0, source.indexOf(input ?? ''))), {
      message: `Unexpected BibTeX: ${error}`,
      expected: '@type{key, field = {value}, …}',
      hint: 'Close every brace, and put a comma between fields.',
    });
  }
  for (const { key, type, fields, input } of bibliography.entries) {
    const place = toPoint(source, Math.max(0, source.indexOf(input ?? '')));
    if (works.has(key) || !fields.title) {
      report.add('references-valid', path, place, {
        message: works.has(key) ? `Unexpected second work "${key}"` : `Missing title of the work "${key}"`,
        expected: 'one entry a key, each with a title',
        hint: works.has(key) ? 'Remove one, or give it another key.' : 'Add title = {…}.',
      });
      continue;
    }
    const address = fields.doi ? `https://doi.org/${fields.doi}` : first(fields.url);
    const unsafe = address === undefined ? undefined : findUnsafeAddress(address);
    if (!keyPattern.test(key) || unsafe !== undefined) {
      report.add('references-valid', path, place, {
        message:
          unsafe === undefined ? `Unexpected key "${key}"` : `Unexpected address of "${key}": ${unsafe}`,
        expected: 'a key of ASCII letters and digits, and an address that starts with https://',
        hint: 'Correct the entry.',
      });
      continue;
    }
    const creators = fields.author ?? fields.editor ?? [];
    works.set(key, {
      key,
      type,
      title: toText(fields.title),
      authors: creators.map(
        ({ name, firstName, prefix, lastName }) => name ?? joinWords(firstName, prefix, lastName),
      ),
      familyNames: creators.map(({ name, prefix, lastName }) => name ?? joinWords(prefix, lastName)),
      year: fields.year ?? fields.date?.slice(0, 4),
      venue: first(fields.journal ?? fields.booktitle ?? fields.publisher),
      address,
    });
  }
  return works;
}

function joinWords(...words: (string | undefined)[]): string {
  return words.filter(Boolean).join(' ');
}

function first(value: string | string[] | undefined): string | undefined {
  const single = Array.isArray(value) ? value[0] : value;
  return single === undefined ? undefined : toText(single);
}

/** The parser marks italics and the like with HTML tags; a citation has plain text. */
function toText(markup: string): string {
  return markup.replace(/<\/?[a-z]+(?: [^>]*)?>/g, '');
}
