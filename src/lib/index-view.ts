/** The pages of the indexes as plain values: lists from A to Z, and a page for each entry; long ones in several parts. */
import type { PaperEntry } from './entries.ts';
import { indexKinds, type IndexEntry as Entry, type IndexKind } from '../contract/indexes.ts';
import { href, indexPath } from './links.ts';
import { toPaperLine, type PaperLine } from './paper-view.ts';
import { toPartPath, toParts } from './parts.ts';
import type { LinkView } from './site-view.ts';
import { strings } from './strings.ts';
import type { Survey } from './survey.ts';

type IndexEntry = Entry<PaperEntry>;

/** So many papers or names are on one page. */
export const partSize = { papers: 100, names: 400 };

/** Of so many names a list is one page; longer ones have a page a letter. */
const wholeList = partSize.names;

export type IndexLine = LinkView & { anchor?: string; note?: string; count: number; paper?: LinkView };

export type IndexView = ListView & { kind: IndexKind };

/** A list that may be one part of a longer one. */
export type ListView = {
  path: `/${string}`;
  title: string;
  /** The list that an entry or a letter belongs to. */
  up?: LinkView;
  note?: string;
  lead?: string;
  count: string;
  letters: LinkView[];
  groups: { heading?: string; anchor?: string; lines: IndexLine[] }[];
  papers: { heading?: string; anchor?: string; papers: PaperLine[] }[];
  beside: { heading: string; anchor: string; lines: IndexLine[] }[];
  previous?: LinkView;
  next?: LinkView;
};

type Frame = Omit<IndexView, 'path' | 'groups' | 'papers' | 'previous' | 'next'>;

const known = new WeakMap<Survey, IndexView[]>();

/** All pages of all indexes that have anything in them. */
export function toIndexViews(survey: Survey): IndexView[] {
  let views = known.get(survey);
  if (!views) known.set(survey, (views = makeIndexViews(survey)));
  return views;
}

function makeIndexViews(survey: Survey): IndexView[] {
  return indexKinds.flatMap((kind) => {
    const entries = survey.indexes.entries[kind];
    if (entries.length === 0) return [];
    const own = entries.filter((entry) => hasPage(kind, entry));
    return [...toListViews(kind, entries), ...own.flatMap((entry) => toEntryViews(kind, entry, survey))];
  });
}

/** A page of its own says more than the list only from so many papers on. */
const fewestPapers: Readonly<Record<IndexKind, number>> = { methods: 2, benchmarks: 2, authors: 3, years: 1 };

function hasPage(kind: IndexKind, { papers }: IndexEntry): boolean {
  return papers.length >= fewestPapers[kind];
}

/** Where a name on a page leads; `undefined` where it is in no index. */
export function toIndexLink(kind: IndexKind, name: string, { indexes }: Survey): LinkView | undefined {
  const entry = indexes.find(kind, name);
  return entry && { label: name, href: href(toEntryPath(kind, entry, indexes.entries[kind])) };
}

function toEntryPath(kind: IndexKind, entry: IndexEntry, all: readonly IndexEntry[]): `/${string}` {
  if (hasPage(kind, entry)) return indexPath(kind, toPageId(entry));
  const anchor = `#${entry.id}` as const;
  if (all.length <= wholeList) return `${indexPath(kind)}${anchor}`;
  return `${toPartPath([kind, toLetter(entry)], toPart(entry, all))}${anchor}`;
}

const places = new WeakMap<readonly IndexEntry[], Map<IndexEntry, number>>();

/** The part of its letter's list that an entry is in, from 0. */
function toPart(entry: IndexEntry, all: readonly IndexEntry[]): number {
  let known = places.get(all);
  if (!known) {
    known = new Map(
      [...Map.groupBy(all, toLetter).values()].flatMap((some) => some.map((one, at) => [one, at])),
    );
    places.set(all, known);
  }
  return Math.floor((known.get(entry) ?? 0) / partSize.names);
}

/** A single letter is the page of the letter. */
function toPageId({ id }: IndexEntry): string {
  return /^(?:[a-z]|other)$/.test(id) ? `${id}-1` : id;
}

function toListViews(kind: IndexKind, entries: readonly IndexEntry[]): IndexView[] {
  const words = strings.indexes[kind];
  const title = words.title;
  const count = words.count(entries.length);
  const lines = (some: readonly IndexEntry[]) => some.map((entry) => toLine(kind, entry, entries));
  if (kind === 'years') {
    const groups = [{ lines: lines(entries.toReversed()) }];
    return [{ path: indexPath(kind), kind, title, lead: words.lead, count, letters: [], groups, papers: [], beside: [] }];
  } // prettier-ignore
  const letters = [...Map.groupBy(entries, toLetter)];
  const isWhole = entries.length <= wholeList;
  const toLetterLink = ([letter]: [string, unknown]): LinkView => ({
    label: toHeading(letter),
    href: isWhole ? `#${toLetterAnchor(letter)}` : href(indexPath(kind, letter)),
  });
  const frame: Frame = {
    kind,
    title,
    lead: words.lead,
    count,
    letters: letters.map(toLetterLink),
    beside: [],
  };
  if (isWhole) {
    const groups = letters.map(([letter, some]) => ({
      heading: toHeading(letter),
      anchor: toLetterAnchor(letter),
      lines: lines(some),
    }));
    return [{ ...frame, path: indexPath(kind), groups, papers: [] }];
  }
  const most = entries
    .filter(({ papers }) => papers.length > 1)
    .sort((a, b) => b.papers.length - a.papers.length)
    .slice(0, partSize.papers);
  return [
    {
      ...frame,
      path: indexPath(kind),
      groups: [{ heading: words.most, anchor: 'most', lines: lines(most) }],
      papers: [],
    },
    ...letters.flatMap(([letter, some]) =>
      toParts([kind, letter], lines(some), partSize.names, (part) => ({
        ...frame,
        title: `${title}: ${toHeading(letter)}`,
        up: { label: title, href: href(indexPath(kind)) },
        count: words.count(some.length),
        groups: [{ lines: part }],
        papers: [],
      })),
    ),
  ];
}

function toEntryViews(kind: IndexKind, entry: IndexEntry, survey: Survey): IndexView[] {
  const { label, note, papers } = entry;
  const words = strings.indexes[kind];
  const users = kind === 'methods' ? toUsers(papers, survey) : [];
  return toParts([kind, toPageId(entry)], papers.map(toPaperLine), partSize.papers, (part, at) => ({
    kind,
    title: label,
    up: { label: words.title, href: href(indexPath(kind)) },
    ...(note ? { note } : {}),
    count: strings.papers(papers.length),
    letters: [],
    groups: [],
    papers: [
      {
        ...(users.length > 0 ? { heading: strings.indexes.introducedBy, anchor: 'introduced-by' } : {}),
        papers: part,
      },
      ...(users.length > 0 && at === 0
        ? [
            {
              heading: strings.usedBy,
              anchor: 'used-by',
              papers: users.slice(0, partSize.papers).map(toPaperLine),
            },
          ]
        : []),
    ],
    beside: at === 0 ? toBeside(kind, entry, survey) : [],
  }));
}

function toUsers(papers: readonly PaperEntry[], { usedBy }: Survey): PaperEntry[] {
  return [...new Set(papers.flatMap(({ slug }) => usedBy.get(slug) ?? []))];
}

/** What the papers of an entry share most: the methods and benchmarks that stand near it. */
function toBeside(kind: IndexKind, entry: IndexEntry, survey: Survey): IndexView['beside'] {
  const { indexes } = survey;
  const most = 12;
  const gather = (other: IndexKind, names: readonly string[]): IndexView['beside'] => {
    const counts = new Map<IndexEntry, number>();
    for (const name of names) {
      const found = indexes.find(other, name);
      if (found && found !== entry && found.label !== entry.label && hasPage(other, found)) counts.set(found, (counts.get(found) ?? 0) + 1);
    }
    const lines = [...counts]
      .sort(([a, m], [b, n]) => n - m || (a.sortKey < b.sortKey ? -1 : 1))
      .slice(0, most)
      .map(([found, count]) => ({ ...toLine(other, found, indexes.entries[other]), count }));
    return lines.length > 0 ? [{ heading: strings.indexes.beside[other], anchor: `beside-${other}`, lines }] : [];
  };
  const papers = entry.papers;
  const methods = papers.flatMap(({ method }) => method ?? []);
  const benchmarks = papers.flatMap(({ data }) => data.benchmarks ?? []);
  if (kind === 'methods') return gather('benchmarks', benchmarks);
  if (kind === 'benchmarks') return [...gather('methods', methods), ...gather('benchmarks', benchmarks)];
  return kind === 'years' ? gather('benchmarks', benchmarks) : gather('authors', papers.flatMap(({ data }) => data.authors ?? []));
} // prettier-ignore

function toLine(kind: IndexKind, entry: IndexEntry, all: readonly IndexEntry[]): IndexLine {
  const { id, label, note, papers } = entry;
  const [only] = papers;
  const line = { label, ...(note ? { note } : {}), count: papers.length };
  if (hasPage(kind, entry) || !only) return { ...line, href: href(toEntryPath(kind, entry, all)) };
  const paper = toPaperLine(only);
  return { ...line, anchor: id, href: paper.href, paper: { label: paper.title, href: paper.href } };
}

function toLetter({ sortKey }: IndexEntry): string {
  const [first = ''] = sortKey;
  return /[a-z]/.test(first) ? first : 'other';
}

const toLetterAnchor = (letter: string): string => `letter-${letter}`;
const toHeading = (letter: string): string =>
  letter === 'other' ? strings.indexes.other : letter.toUpperCase();
