/** The fields of a BibTeX entry as those of ours: which of its fields tells what, and how it is read. */
import type { Entry as LibraryEntry } from '@retorquere/bibtex-parser';
import type { Entry } from './entry.ts';
import { parseIdentifier } from './identifiers.ts';

type Value = string | number | string[];

/** A field of the entry, the field of the file that tells it, and its value, or what should stand there instead. */
export type ReadField = {
  name: Exclude<keyof Entry, 'listing' | 'path' | 'captured'>;
  source: string;
} & ({ value: Value } | { expected: string });

type Row = {
  name: ReadField['name'];
  /** Fields of the file, the best first: the first that can be read counts. */
  sources: readonly string[];
  read: (value: string, entry: LibraryEntry) => Value | undefined;
  /** What the first source should hold: it means this and nothing else. */
  expected?: string;
  why: string;
};

const rows: readonly Row[] = [
  { name: 'title', sources: ['title'], read: readLatex, why: 'LaTeX, restored by a later stage' },
  { name: 'abstract', sources: ['abstract'], read: readLatex, why: 'LaTeX, restored by a later stage' },
  {
    name: 'authors',
    sources: ['author'],
    read: (_, { fields }) => toNames(fields.author),
    why: 'names as people write them',
  },
  {
    name: 'year',
    sources: ['year', 'date'],
    read: readYear,
    expected: 'a year such as 2024',
    why: 'BibLaTeX has dates',
  },
  {
    name: 'venue',
    sources: ['booktitle', 'journal', 'journaltitle'],
    read: readVenue,
    why: 'proceedings or journal',
  },
  {
    name: 'arxiv',
    sources: ['eprint', 'arxiv', 'arxivid', 'doi', 'url', 'journal', 'journaltitle', 'note'],
    read: (value) => parseIdentifier('arxiv', value),
    why: 'eprint is made for it; Google Scholar writes "arXiv preprint arXiv:…" as the journal',
  },
  {
    name: 'doi',
    sources: ['doi', 'url'],
    read: (value) => parseIdentifier('doi', value),
    expected: 'a DOI such as 10.1145/3544548',
    why: 'some files have only its address',
  },
  {
    name: 'openreview',
    sources: ['url', 'note'],
    read: (value) => parseIdentifier('openreview', value),
    why: 'OpenReview has no field of its own',
  },
];

/** All fields of an entry that tell something of ours, or should. */
export function readBibtexFields(entry: LibraryEntry): ReadField[] {
  return rows.flatMap(({ name, sources, read, expected }): ReadField[] => {
    const present = sources.filter((source) => entry.fields[source] !== undefined);
    for (const source of present) {
      const value = read(String(entry.fields[source]), entry);
      if (value !== undefined) return [{ name, source, value }];
    }
    const [source] = present;
    return expected !== undefined && source !== undefined && source === sources[0]
      ? [{ name, source, expected }]
      : [];
  });
}

/** Outside of formulas, braces around plain letters only protect them from a change of case: `{D}eep` is `Deep`. */
function readLatex(value: string): string | undefined {
  const parts = value.split(/((?<!\\)\$[^$]*\$)/);
  const bare = parts.map((part, index) => (index % 2 === 1 ? part : unprotect(part))).join('');
  return bare.replace(/\s+/g, ' ').trim() || undefined;
}

function unprotect(text: string): string {
  return text.replace(/(?<!\\[a-zA-Z]*|\\.|[_^}])\{([^\\{}][^{}]*)\}/g, '$1');
}

function readYear(value: string): number | undefined {
  const year = Number(/^\d{4}(?!\d)/.exec(value.trim())?.[0]);
  return year >= 1900 && year <= 2100 ? year : undefined;
}

function readVenue(value: string): string | undefined {
  // A preprint has no venue yet.
  return /\barxiv\b|^corr\b/i.test(value) ? undefined : toPlainText(value) || undefined;
}

function toNames(authors: LibraryEntry['fields']['author']): string[] | undefined {
  const names = (authors ?? [])
    .map(({ name, firstName, prefix, lastName, suffix }) =>
      toPlainText(name ?? [firstName, prefix, lastName, suffix].filter(Boolean).join(' ')),
    )
    // BibTeX writes "and others" where the list goes on.
    .filter((name) => name !== '' && name !== 'others');
  return names.length > 0 ? names : undefined;
}

/** The parser writes accents as characters of their own. */
function toPlainText(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}
