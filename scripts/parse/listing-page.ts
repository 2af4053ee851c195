/**
 * A page of papers, copied as text: a head, then for each paper a title, an abstract and sometimes a block
 * (author count or organisation, separator, date with comments). With or without blank lines, which mean nothing.
 */
import type { Complaint, Report } from '../../src/contract/findings.ts';
import { assignKinds, type Kind, type ReadPart } from './alternation.ts';
import { toExcerpt, toField, toPosition, type Entry, type ListingFile } from './entry.ts';
import { untangle } from './interleaving.ts';
import { parseListingDate, resolveListingDate } from './listing-date.ts';
import { parseAuthorCount, toParts } from './page-parts.ts';

/** Does a text look like such a page? Its beginning holds a line that only these pages have. */
export function isListingPage(text: string): boolean {
  return toParts(text.slice(0, 5000)).some(({ kind }) => kind === 'furniture' || kind === 'author-count');
}

/** Reads the entries of a page. What has no place in an entry is a finding. */
export function parseListingPage(file: ListingFile, captured: string | null, report: Report): Entry[] {
  const complain = (part: ReadPart, complaint: Complaint): void =>
    report.add('listing-understood', file.path, toPosition(part), complaint);
  const parts = untangle(assignKinds(toParts(file.text)), ([first, ...others]) => {
    if (first) complain(first, toRunComplaint(first, others.length));
  });
  const entries: Entry[] = [];
  let entry: Entry | undefined;
  for (const [index, part] of parts.entries()) {
    if (part.kind === 'title') {
      entry = startEntry(file, captured, part);
      entries.push(entry);
      continue;
    }
    const before = parts[index - 1]?.kind ?? 'furniture';
    const complaint = placements[part.kind](part, { entry, before, captured });
    if (complaint === undefined) continue;
    complain(part, complaint);
    // What follows an abstract without its title belongs to that paper.
    if (part.kind === 'abstract') entry = undefined;
  }
  return entries;
}

type Context = { entry: Entry | undefined; before: Kind; captured: string | null };

function startEntry({ name, path }: ListingFile, captured: string | null, title: ReadPart): Entry {
  const entry: Entry = { listing: name, path, title: toField(title, title.value) };
  return captured === null ? entry : { ...entry, captured };
}

/** Puts a part into the entry above it, where it belongs to that one, or says why it does not. */
type Placement = (part: ReadPart, context: Context) => Complaint | undefined;

const placements: Record<Exclude<Kind, 'title'>, Placement> = {
  furniture: () => undefined,

  oversized: (part) => toComplaint('long line', part, 'a line for each title and each abstract'),

  abstract(part, { entry, before }) {
    if (entry === undefined || before !== 'title') return toComplaint('abstract', part, 'a title before it');
    entry.abstract = toField(part, part.value);
    return undefined;
  },

  organisation(part, { entry, before }) {
    if (entry === undefined || before !== 'abstract')
      return toComplaint('line', part, 'an abstract before it');
    entry.organisation = toField(part, part.value);
    return undefined;
  },

  'author-count'(part, { entry, before }) {
    const count = parseAuthorCount(part.value);
    if (
      entry === undefined ||
      count === undefined ||
      entry.authorCount ||
      (before !== 'abstract' && before !== 'title')
    ) {
      return toComplaint('author count', part, 'an abstract before it');
    }
    entry.authorCount = toField(part, count);
    return undefined;
  },

  separator(part, { before }) {
    if (before === 'author-count' || before === 'organisation') return undefined;
    return toComplaint('separator', part, 'an author count or an organisation before it');
  },

  date(part, { entry, before, captured }) {
    // The head of the page prints the day of the page.
    if (before === 'furniture') return undefined;
    const written = parseListingDate(part.value);
    const isBelow = before === 'separator' && !entry?.date && !entry?.comments;
    if (entry === undefined || written === undefined || !isBelow) {
      return toComplaint('date', part, 'an abstract with its author count before it');
    }
    if (written.comments !== undefined) entry.comments = toField(part, written.comments);
    const date = resolveListingDate(written, captured);
    if (date === undefined) {
      const isYearUnknown = captured === null && written.year === undefined;
      return toComplaint(
        'date',
        part,
        isYearUnknown ? 'its year, or a capture of known date' : 'a day that exists',
      );
    }
    entry.date = toField(part, date);
    return undefined;
  },
};

function toComplaint(noun: string, part: ReadPart, expected: string): Complaint {
  return {
    message: `Unexpected ${noun} "${toExcerpt(part.value)}"`,
    expected,
    hint: 'It is left out. Compare the place with the page that was captured, and mend the listing or capture it again.',
  };
}

function toRunComplaint(part: ReadPart, others: number): Complaint {
  return {
    message: `Unexpected ${others + 1} titles in a row from "${toExcerpt(part.value)}"`,
    expected: 'each title before its abstract',
    hint: 'They were joined with the abstracts behind them in the same order. Compare the place with the page captured.',
  };
}
