/** Papers that somebody gives: kept as a listing, ingested and generated as all others are, unless they are known. */
import type { ContentFiles } from '../../src/contract/content.ts';
import { compareText, makeReport, type Report } from '../../src/contract/findings.ts';
import type { Page } from '../../src/contract/page.ts';
import type { PaperRecord } from '../../src/contract/record.ts';
import { readContent, type Content } from '../content.ts';
import type { FileChanges } from '../disk.ts';
import { groupEntries } from '../merge/grouping.ts';
import { matchGroups } from '../merge/matching.ts';
import { parseListing } from '../parse/parse-listing.ts';
import type { Entry } from '../parse/entry.ts';
import { generate, ingest, type Progress } from '../pipeline.ts';
import { addCaptures } from './captures.ts';

/** What somebody gives, and what to call it below `listings/added/`. */
export type GivenListing = { name: string; text: string };

/** A paper that the survey has: its page, or why it was taken out. */
export type KnownPaper = { entry: Entry; slug: string; path?: string; withdrawn?: string };

export type AddedPapers = {
  /** Empty where anything speaks against it; the findings and `known` say what. */
  changes: FileChanges;
  /** Path of each listing given, in order. */
  listings: string[];
  entries: number;
  known: KnownPaper[];
  /** Slugs of the new pages. */
  created: string[];
  /** Pages of other papers that changed because generating found something to change. */
  others: number;
};

/** @param captured the day on which the papers were given */
export function addPapers(
  files: ContentFiles,
  given: readonly GivenListing[],
  captured: string,
  report: Report,
  progress?: Progress,
): AddedPapers {
  const content = readContent(files, makeReport());
  const listings = nameListings(given, files);
  const entries = [...listings].flatMap(([path, text]) =>
    parseListing({ path, name: toName(path), text }, captured, makeReport()),
  );
  const known = findKnown(entries, content);
  const added = { changes: new Map(), listings: [...listings.keys()], entries: entries.length, known, created: [], others: 0 };
  if (known.length > 0) return added;

  const rows = [...listings.keys()].map((path) => [toName(path), captured] as const);
  const captures = addCaptures(files.get(capturesPath) ?? '', rows);
  const kept: FileChanges = new Map([...listings, [capturesPath, captures]]);
  const withListings = apply(files, kept);
  const ingested = ingest(withoutPages(withListings), [...listings.keys()], report);
  const created = [...ingested.changes.keys()].filter((path) => !files.has(path)).map(toSlug);
  if (created.length === 0) return added;

  const generated = generate(apply(withListings, ingested.changes), report, progress ? { progress } : {});
  const records = [...ingested.changes].filter(([path]) => !generated.changes.has(path));
  const { counts } = generated;
  return {
    ...added,
    // Without pages, records would only be in the way of the next attempt.
    changes: counts.created < created.length ? new Map() : new Map([...kept, ...records, ...generated.changes]),
    created: counts.created < created.length ? [] : created,
    others: counts.changed,
  };
} // prettier-ignore

const capturesPath = 'listings/captures.yml';

const toName = (path: string): string => path.replace(/^listings\//, '');
const toSlug = (path: string): string => path.replace(/^records\/|\.json$/g, '');

/** Ingesting reads no pages, and those of a whole survey take seconds. */
function withoutPages(files: ContentFiles): ContentFiles {
  return new Map([...files].filter(([path]) => !/^(?:papers|chapters)\//.test(path)));
}

/** The files after changes, in order of path. */
export function apply(files: ContentFiles, changes: FileChanges): ContentFiles {
  const all = new Map<string, string | null>([...files, ...changes]);
  const present = [...all].flatMap(([path, text]) => (text === null ? [] : [[path, text] as const]));
  return new Map(present.sort(([a], [b]) => compareText(a, b)));
}

/** Names that no other listing has: a second `x.bib` is `x-2.bib`. */
function nameListings(given: readonly GivenListing[], files: ContentFiles): Map<string, string> {
  const listings = new Map<string, string>();
  for (const { name, text } of given) {
    const [, stem = name, end = ''] = /^(.*?)((?:\.pasted)?\.[^.]+)?$/.exec(name) ?? [];
    const toPath = (count: number): string => `listings/added/${stem}${count === 1 ? '' : `-${count}`}${end}`;
    let count = 1;
    while (files.has(toPath(count)) || listings.has(toPath(count))) count++;
    listings.set(toPath(count), text);
  }
  return listings;
}

/** Papers are known by what records say of them, and by what people made of that on the pages. */
function findKnown(entries: readonly Entry[], { facts, records, pages }: Content): KnownPaper[] {
  const groups = groupEntries(entries, facts.map(({ value }) => value), makeReport());
  const asShown = pages.flatMap((page) => {
    const record = records.get(page.slug);
    return record ? [{ ...record, title: page.data.title, listed: { ...record.listed, ...pickIds(page) } }] : [];
  });
  const pageOf = new Map(pages.map((page) => [page.slug, page]));
  const found = [[...records.values()], asShown].map((previous: PaperRecord[]) => matchGroups(groups, previous, makeReport()));
  return groups.flatMap((group) => {
    const record = found.map((matches) => matches.get(group)?.record).find((match) => match !== undefined);
    if (!record) return [];
    const path = pageOf.get(record.slug)?.path;
    const { slug, withdrawn } = record;
    return [{ entry: group[0], slug, ...(path ? { path } : {}), ...(withdrawn ? { withdrawn: withdrawn.why } : {}) }];
  });
} // prettier-ignore

function pickIds({ data: { arxiv, doi, openreview } }: Page): PaperRecord['listed'] {
  return {
    ...(arxiv ? { arxiv } : {}),
    ...(doi ? { doi } : {}),
    ...(openreview ? { openreview } : {}),
  };
}
