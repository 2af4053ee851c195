/** Two records found to be one paper: one record with all sightings, one page with what people wrote on both. */
import { isDeepStrictEqual } from 'node:util';
import { compareText } from '../../src/contract/findings.ts';
import type { Page } from '../../src/contract/page.ts';
import type { Conflict, PaperRecord } from '../../src/contract/record.ts';
import type { FrontMatter } from '../../src/contract/schema.ts';
import { pagePath } from './index.ts';
import { replaceFields } from './print-page.ts';
import { printRecord, recordPath } from './print-record.ts';
import { uniteAbstracts, uniteFields, type Side } from './unite-pages.ts';

export type Union = {
  /** In the order of writing: first what stays, last what goes. */
  changes: Map<string, string | null>;
  /** The page that stays, where there is one. */
  path: string | undefined;
  /** Whether the page that goes had notes, which are now on the page that stays. */
  body: boolean;
  /** What people wrote otherwise on the two pages. */
  conflicts: Conflict[];
};

/** What a record remembers of its page. */
type Memory = Pick<PaperRecord, 'written' | 'edited' | 'confirmed' | 'conflicts'>;

type UnitedPage = { path: string; source: string; memory: Memory; body: boolean; conflicts: Conflict[] };

/** Unites `drop` with `keep`; what people wrote on either page stays. */
export function uniteRecords(keep: PaperRecord, drop: PaperRecord, pages: readonly Page[]): Union {
  const [kept, dropped] = [findPage(keep, pages), findPage(drop, pages)];
  const united = unitePages({ page: kept, record: keep }, { page: dropped, record: drop });
  const record = { ...uniteKnown(keep, drop), ...(united?.memory ?? toMemory(keep)) };
  const changes = new Map<string, string | null>([
    ...(united ? [[united.path, united.source] as const] : []),
    [recordPath(keep.slug), printRecord(record)],
    ...[kept, dropped].flatMap((page) =>
      page && page.path !== united?.path ? [[page.path, null] as const] : [],
    ),
    [recordPath(drop.slug), null],
  ]);
  return {
    changes,
    path: united?.path,
    body: united?.body ?? false,
    conflicts: united?.conflicts ?? [],
  };
}

/** What listings and facts say of the paper, and the names it had. */
function uniteKnown(keep: PaperRecord, drop: PaperRecord): PaperRecord {
  const { written: _, edited: __, confirmed: ___, conflicts: ____, ...rest } = keep;
  const theirs = drop.sightings.filter((seen) => !keep.sightings.some((one) => isDeepStrictEqual(one, seen)));
  const sightings = [...keep.sightings, ...theirs].sort(
    (a, b) => compareText(a.listing, b.listing) || a.title.line - b.title.line,
  );
  const added = [keep.added, drop.added].filter((date) => date !== undefined).sort()[0];
  const merged = [...new Set([...(keep.merged ?? []), drop.slug, ...(drop.merged ?? [])])].sort(compareText);
  const facts = keep.facts ?? drop.facts;
  return {
    ...rest,
    sightings,
    merged,
    ...(facts ? { facts } : {}),
    ...(added === undefined ? {} : { added }),
  };
}

type MaybePaged = { page: Page | undefined; record: PaperRecord };

function unitePages(keep: MaybePaged, drop: MaybePaged): UnitedPage | undefined {
  const memory = toMemory(keep.record);
  const aliases = uniteAliases(keep.page, drop);
  const alone = { body: false, conflicts: [] };
  if (keep.page && drop.page)
    return uniteBoth({ ...keep, page: keep.page }, { ...drop, page: drop.page }, aliases);
  // A run that was stopped may have come so far.
  if (keep.page) return { ...alone, ...readdress(keep.page, keep.page.path, aliases), memory };
  if (!drop.page) return undefined;
  const path = pagePath(drop.page.data.chapter, keep.record.slug);
  const { written, ...theirs } = toMemory(drop.record);
  return {
    ...alone,
    ...readdress(drop.page, path, aliases),
    memory: { ...theirs, ...(written ? { written: { ...written, path } } : {}) },
  };
}

function uniteBoth(keep: Side, drop: Side, aliases: string[]): UnitedPage {
  const fields = uniteFields(keep, drop);
  const abstract = uniteAbstracts(keep, drop);
  const { start, end } = keep.page.abstractRange;
  const whole = keep.page.source.slice(0, start) + abstract.source + keep.page.source.slice(end);
  const source = replaceFields({ ...keep.page, source: whole }, { ...fields.fields, aliases });
  const written = drop.page.source.slice(drop.page.abstractRange.end).trim();
  // A run that was stopped may have put them there already.
  const notes = keep.page.source.includes(written) ? '' : written;
  const chapter = fields.fields.chapter ?? keep.page.data.chapter;
  const conflicts = [...fields.conflicts, ...abstract.conflicts];
  const before = toMemory(keep.record);
  const edited = union(before.edited, fields.edited, abstract.edited ? ['abstract'] : []);
  const open = (before.conflicts ?? []).filter(
    (one) => !conflicts.some((two) => isDeepStrictEqual(one, two)),
  );
  const memory: Memory = {
    ...(before.written ? { written: { ...before.written, fields: fields.written } } : {}),
    ...(edited.length > 0 ? { edited } : {}),
    ...(fields.confirmed.length > 0 ? { confirmed: fields.confirmed } : {}),
    ...(open.length + conflicts.length > 0 ? { conflicts: [...open, ...conflicts] } : {}),
  };
  return {
    path: chapter === keep.page.data.chapter ? keep.page.path : pagePath(chapter, keep.record.slug),
    source: notes === '' ? source : `${source.trimEnd()}\n\n${notes}\n`,
    memory,
    body: notes !== '',
    conflicts,
  };
}

function readdress(page: Page, path: string, aliases: string[]): { path: string; source: string } {
  const fields: FrontMatter = { ...page.data, aliases };
  return { path, source: replaceFields(page, fields) };
}

/** An address that once worked never stops working. */
function uniteAliases(kept: Page | undefined, { page, record }: MaybePaged): string[] {
  return [...new Set([...(kept?.data.aliases ?? []), record.slug, ...(page?.data.aliases ?? [])])];
}

function toMemory({ written, edited, confirmed, conflicts }: PaperRecord): Memory {
  return {
    ...(written ? { written } : {}),
    ...(edited ? { edited } : {}),
    ...(confirmed ? { confirmed } : {}),
    ...(conflicts ? { conflicts } : {}),
  };
}

/** The page that the record was last written to, of several that people may have made of it. */
function findPage({ slug, written }: PaperRecord, pages: readonly Page[]): Page | undefined {
  const named = pages.filter((page) => page.slug === slug);
  return named.find(({ path }) => path === written?.path) ?? named[0];
}

function union(...lists: readonly (readonly string[] | undefined)[]): string[] {
  return [...new Set(lists.flatMap((list) => list ?? []))].sort();
}
