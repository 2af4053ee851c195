/**
 * The order of the stages. Everything here is pure: files in, changes of files out; the commands read and write them.
 */
import type { ContentFiles } from '../src/contract/content.ts';
import type { Report } from '../src/contract/findings.ts';
import type { PaperRecord } from '../src/contract/record.ts';
import type { FrontMatter } from '../src/contract/schema.ts';
import { annotatePaper, type Annotation } from './annotate/index.ts';
import type { Filing } from './classify/index.ts';
import { reportConflict } from './conflicts.ts';
import { readContent, type Content } from './content.ts';
import type { FileChanges } from './disk.ts';
import { emitKnownPage, emitNewPage, toDraft, type Emitted } from './emit/index.ts';
import { printRecord, recordPath } from './emit/print-record.ts';
import { mergeRecords } from './merge/merge-records.ts';
import { tallyIngest, type Tally } from './merge/tally.ts';
import { parseListing } from './parse/parse-listing.ts';
import { followFiling, makeSettledClassifier, settle } from './pipeline/decisions.ts';
import { gatherKnowledge, toRelated, toVocabulary } from './pipeline/knowledge.ts';
import { adoptRenames, findKnown, type Known } from './pipeline/known.ts';
import { reportTakenPath } from './pipeline/reports.ts';
import { readWords, type Words } from './pipeline/words.ts';
import { relatePapers } from './relate/index.ts';

export type Progress = (done: number, of: number) => void;

export type Ingested = { changes: FileChanges; tallies: Tally[]; records: number };

/**
 * Listings and facts into records: parse each listing by itself, then merge all entries with the records there are.
 * @param wanted paths of the listings to read; all when empty
 */
export function ingest(files: ContentFiles, wanted: readonly string[], report: Report): Ingested {
  const content = readContent(files, report);
  if (hasBroken(report, /^(?:survey\.yml|facts\/|records\/|listings\/captures\.yml)/))
    return { changes: new Map(), tallies: [], records: content.records.size };
  const listings = content.listings.filter(({ path }) => wanted.length === 0 || wanted.includes(path));
  const entries = listings.flatMap(({ path, text }) => {
    const name = path.replace(/^listings\//, '');
    return parseListing({ path, name, text }, getCapture(content, name), report);
  });
  const previous = [...content.records.values()];
  const facts = content.facts.map(({ value }) => value);
  const records = mergeRecords({ entries, facts, previous }, report);
  return {
    changes: new Map(records.map((record) => [recordPath(record.slug), printRecord(record)])),
    tallies: tallyIngest(entries, previous, records),
    records: records.length,
  };
}

/** Where what all papers depend on cannot be read, nothing is written: less would follow from it than people wrote. */
function hasBroken(report: Report, names: RegExp): boolean {
  return report.findings.some(({ severity, file }) => severity === 'error' && names.test(file));
}

/** The day of a capture; a listing may be called like something that every object has. */
function getCapture({ captures }: Content, name: string): string | null {
  return (Object.hasOwn(captures, name) && captures[name]) || null;
}

export type GenerateOptions = {
  progress?: Progress;
  /** Pages whose conflicts people have settled: what stands there is right. */
  isSettled?: (slug: string) => boolean;
};

export type Generated = {
  changes: FileChanges;
  counts: { pages: number; created: number; changed: number; kept: number; withdrawn: number };
};

/**
 * Records into pages: restore; annotate the restored words, twice, for what one paper builds on is told by the names that
 * the others introduce; classify; emit what all of them found; relate the papers as
 * their pages now describe them. A page is written before its record: killed between the two, the next run finds on the
 * page what it would write.
 */
export function generate(
  files: ContentFiles,
  report: Report,
  { progress = () => {}, isSettled = () => false }: GenerateOptions = {},
): Generated {
  const content = readContent(files, report);
  const counts = { pages: 0, created: 0, changed: 0, kept: 0, withdrawn: 0 };
  if (hasBroken(report, /^(?:survey|glossary|benchmarks)\.yml$|^chapters\//))
    return { changes: new Map(), counts };
  const { renamed, leftovers } = adoptRenames(content);
  const { known, withdrawn } = findKnown(files, content, report);
  const words = known.map(({ record, page }, index) => {
    progress(index, known.length);
    return readWords(record, page);
  });
  const knowledge = gatherKnowledge(content, known, words);
  const classify = makeSettledClassifier(content);

  const drafts = known.map(({ record, page }, index) => {
    const text = words[index]!;
    const { slug: id } = record;
    const filing = classify({ id, title: record.title, abstract: record.abstract });
    const annotation = annotatePaper({ id, title: text.title, abstract: text.shipped }, knowledge);
    const former = renamed.get(id);
    return {
      page,
      words: text,
      ...emitRecord({ record, page, words: text, filing, annotation }, former === undefined ? [] : [former]),
    };
  });
  const relations = relatePapers(
    drafts.map(({ record, words: text, emitted }) =>
      toRelated(record, text.shipped, emitted.fields, knowledge),
    ),
    toVocabulary(content),
  );

  const changes = new Map<string, string | null>();
  Object.assign(counts, { pages: known.length, withdrawn });
  for (const { page, record, emitted } of drafts.map((one) =>
    isSettled(one.record.slug) ? settle(one) : one,
  )) {
    if (
      page &&
      page.path !== emitted.path &&
      (files.get(emitted.path) ?? emitted.source) !== emitted.source
    ) {
      reportTakenPath(page, emitted.path, report);
      continue;
    }
    if (!page) counts.created++;
    else if (emitted.source !== page.source || emitted.path !== page.path) counts.changed++;
    if (emitted.edited.length > 0) counts.kept++;
    for (const conflict of emitted.conflicts) reportConflict(emitted.path, conflict, report, page);
    const { usedBy = [], related = [] } = relations.get(record.slug) ?? {};
    changes.set(emitted.path, emitted.source);
    if (page && page.path !== emitted.path) changes.set(page.path, null);
    changes.set(recordPath(record.slug), printRecord({ ...record, relations: { usedBy, related } }));
  }
  for (const slug of [...renamed.values(), ...leftovers]) changes.set(recordPath(slug), null);
  progress(known.length, known.length);
  return { changes, counts };
}

function emitRecord(
  {
    record,
    page,
    words,
    filing,
    annotation,
  }: Known & { words: Words; filing: Filing; annotation: Annotation },
  formerSlugs: readonly string[],
): { record: PaperRecord; emitted: Emitted; draft: FrontMatter } {
  const { roles, evidence, ...fields } = annotation;
  const drafted = toDraft({ ...record, filing }, words, fields, [...(record.merged ?? []), ...formerSlugs]);
  const draft = { ...drafted, fields: followFiling(drafted.fields, page, record) };
  const emitted = page ? emitKnownPage(page, record, draft, words.merged) : emitNewPage(record.slug, draft);
  const { edited: _, conflicts: __, ...rest } = record;
  return {
    draft: draft.fields,
    emitted,
    record: {
      ...rest,
      restoration: words.restoration,
      filing,
      annotation: { roles, evidence: evidence as NonNullable<PaperRecord['annotation']>['evidence'] },
      written: emitted.written,
      ...(emitted.edited.length > 0 ? { edited: emitted.edited } : {}),
      ...(emitted.conflicts.length > 0 ? { conflicts: emitted.conflicts } : {}),
    },
  };
}
