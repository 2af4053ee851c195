/** The form "Add a paper" as a listing of one paper: `scholium apply-issue` keeps the issue as it was written. */
import type { Report } from '../../src/contract/findings.ts';
import { toField, toPoint, type Entry, type ListingFile } from './entry.ts';
import { parseIdentifier } from './identifiers.ts';
import { forms } from './issue-forms.ts';
import { readForm, type Answer } from './read-issue.ts';

export function isIssueForm(text: string): boolean {
  return text.trimStart().startsWith(`### ${forms['add-paper'][0].label}`);
}

export function parseIssueListing(file: ListingFile, captured: string | null, report: Report): Entry[] {
  const issue = readForm(file.path, file.text, report);
  if (issue?.form !== 'add-paper') return [];
  const { identifier, title, authors, year, abstract } = issue.answers;
  if (!identifier || !title || !abstract) return [];
  const ids = readIdentifiers(identifier);
  if (Object.keys(ids).length === 0)
    complain(identifier, 'identifier', 'an arXiv id, a DOI or an address that holds one');
  const written = year === undefined ? undefined : readYear(year);
  return [
    {
      listing: file.name,
      path: file.path,
      ...(captured === null ? {} : { captured }),
      title: toField(toPoint(title.place), fold(title.text)),
      abstract: toField(toPoint(abstract.place), fold(abstract.text)),
      ...ids,
      ...(authors && { authors: toField(toPoint(authors.place), readAuthors(authors.text)) }),
      ...(year && written !== undefined && { year: toField(toPoint(year.place), written) }),
    },
  ];

  function readYear({ text }: Answer): number | undefined {
    const number = /^(?:19|20)\d\d$/.test(text) ? Number(text) : undefined;
    if (number === undefined && year) complain(year, 'year', 'a year such as 2024');
    return number;
  }

  function complain({ text, place }: Answer, what: string, expected: string): void {
    report.add('listing-understood', file.path, place, {
      message: `Unexpected ${what} "${text.slice(0, 60)}"`,
      expected,
      hint: 'It is left out: mend the listing.',
    });
  }
}

type Identifiers = Pick<Entry, 'arxiv' | 'doi' | 'openreview'>;

/** The DOI that arXiv gives says no more than the arXiv id. */
function readIdentifiers({ text, place }: Answer): Identifiers {
  const kinds = ['arxiv', 'openreview', 'doi'] as const;
  const kind = kinds.find((one) => parseIdentifier(one, text) !== undefined);
  return kind === undefined ? {} : { [kind]: toField(toPoint(place), parseIdentifier(kind, text) ?? '') };
}

/** One a line, or between semicolons; a name may hold a comma. Where no line or semicolon parts them, commas do. */
function readAuthors(text: string): string[] {
  const names = text.split(/[;\n]/).map(fold).filter(Boolean);
  return names.length === 1 ? (names[0] ?? '').split(/\s*,\s*|\s+and\s+/).filter(Boolean) : names;
}

const fold = (text: string): string => text.replace(/\s+/g, ' ').trim();
