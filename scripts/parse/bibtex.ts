/** BibTeX: each entry by @retorquere/bibtex-parser, with its place in the file. */
import { parse as parseLibrary, type Entry as LibraryEntry, type Options } from '@retorquere/bibtex-parser';
import type { Report } from '../../src/contract/findings.ts';
import { isBibtex, toChunks, toPlace, toSpan, type Chunk } from './bibtex-chunks.ts';
import { readBibtexFields, type ReadField } from './bibtex-fields.ts';
import { toExcerpt, toField, type Entry, type ListingFile } from './entry.ts';

export { isBibtex };

/** The parser's cost grows with the square of an entry; no paper needs more characters. */
const longestChunk = 50_000;

/** Titles and abstracts stay LaTeX; names and venues become plain text. */
const options: Options = {
  english: false,
  sentenceCase: false,
  caseProtection: false,
  unsupported: 'ignore',
  fieldMode: { title: 'verbatim', abstract: 'verbatim' },
};

/** Says what is unexpected between two offsets of a chunk, and what was expected. */
type Complain = (chunk: Chunk, start: number, end: number, unexpected: string, expected: string) => void;

/** Reads the entries of a file. What the parser cannot read, entries without a title and stray text are findings. */
export function parseBibtex(file: ListingFile, captured: string | null, report: Report): Entry[] {
  const complain: Complain = (chunk, start, end, unexpected, expected) =>
    report.add('listing-understood', file.path, toSpan(chunk, start, end), {
      message: `Unexpected ${unexpected}`,
      expected,
      hint: 'It is left out: mend the listing.',
    });
  const origin = { listing: file.name, path: file.path, ...(captured === null ? {} : { captured }) };
  const strings: Record<string, string> = {};
  return toChunks(file.text)
    .flatMap((chunk) => parseChunk(chunk, strings, complain))
    .map((fields) => ({ ...origin, ...fields }));
}

type Fields = Omit<Entry, 'listing' | 'path' | 'captured'>;

/** `strings` learns what an `@string` abbreviates in all entries after it. */
function parseChunk(chunk: Chunk, strings: Record<string, string>, complain: Complain): Fields[] {
  const { text } = chunk;
  if (text.length > longestChunk) {
    complain(chunk, 0, text.length, `entry of ${text.length} characters`, `at most ${longestChunk}`);
    return [];
  }
  if (!isBibtex(text)) {
    reportStray(chunk, 0, complain);
    return [];
  }
  const library = parseLibrary(text, { ...options, strings });
  Object.assign(strings, library.strings);
  for (const { error } of library.errors) reportError(chunk, error, complain);
  if (library.errors.length > 0 && library.entries.length === 0) reportUnread(chunk, 0, complain);

  const found: Fields[] = [];
  let end = 0;
  for (const entry of library.entries) {
    // An entry that could not be read has no input.
    const start = entry.input === '' ? -1 : text.indexOf(entry.input, end);
    const fields = start < 0 ? undefined : toFields(chunk, start, entry, complain);
    if (fields) found.push(fields);
    else reportUnread(chunk, end, complain);
    end = start < 0 ? text.length : start + entry.input.length;
  }
  if (library.entries.length > 0) reportStray(chunk, end, complain);
  return found;
}

function toFields(chunk: Chunk, start: number, entry: LibraryEntry, complain: Complain): Fields | undefined {
  const fields: Partial<Record<ReadField['name'], unknown>> = {};
  for (const field of readBibtexFields(entry)) {
    const offset = start + findValue(entry.input, field.source);
    if ('value' in field) fields[field.name] = toField(toPlace(chunk, offset), field.value);
    else complain(chunk, offset, offset, field.source, field.expected);
  }
  return fields.title ? (fields as Fields) : undefined;
}

/** Where the value of a field starts in the source of its entry, which the parser does not tell. */
function findValue(source: string, field: string): number {
  return new RegExp(String.raw`[,{(]\s*${field}\s*=\s*["{]*\s*`, 'id').exec(source)?.indices?.[0]?.[1] ?? 0;
}

/** "Unterminated brace-value … at line 3, column 1 in "article"" at its place. */
function reportError(chunk: Chunk, error: string, complain: Complain): void {
  const [, message = error, line = '1', column = '1'] =
    /^(.*?) at line (\d+), column (\d+)/s.exec(error) ?? [];
  const before = chunk.text
    .split(/(?<=\n)/)
    .slice(0, Number(line) - 1)
    .join('').length;
  const offset = Math.min(before + Number(column) - 1, chunk.text.length);
  complain(
    chunk,
    offset,
    offset,
    `BibTeX: ${toExcerpt(message)}`,
    'fields with balanced braces, and commas between them',
  );
}

function reportUnread(chunk: Chunk, from: number, complain: Complain): void {
  const rest = chunk.text.slice(from).trimEnd();
  complain(
    chunk,
    from,
    from + rest.length,
    `entry "${toExcerpt(rest.trimStart())}"`,
    'one that can be read and has a title',
  );
}

/** BibTeX passes over text between entries; a `%` says that it is meant so. */
function reportStray(chunk: Chunk, from: number, complain: Complain): void {
  const rest = chunk.text.slice(from);
  const stray = rest.search(/^[ \t]*[^%\s]/m);
  if (stray >= 0) {
    complain(
      chunk,
      from + stray,
      chunk.text.trimEnd().length,
      `text "${toExcerpt(rest.slice(stray).trim())}"`,
      'an entry',
    );
  }
}
