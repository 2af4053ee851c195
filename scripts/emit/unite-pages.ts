/**
 * Two pages found to be one paper's: what people wrote on the page that goes is put where nobody wrote on the one that
 * stays. Where people wrote on both, the page that stays is right, and a conflict names both.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Page } from '../../src/contract/page.ts';
import type { Conflict, PaperRecord } from '../../src/contract/record.ts';
import type { FrontMatter } from '../../src/contract/schema.ts';
import { toSentences } from './draft.ts';
import { isFiling, unionOfKeys, type FieldName } from './merge-fields.ts';
import { mergeSentences, type Chunk } from './merge-sentences.ts';
import { replaceSentences } from './print-page.ts';

/** A page and its record. */
export type Side = { page: Page; record: PaperRecord };

export type UnitedFields = {
  fields: Partial<FrontMatter>;
  /** What was last written, so that what people wrote still differs from it. */
  written: Partial<FrontMatter>;
  /** Fields whose value on the page is people's own. */
  edited: FieldName[];
  /** Fields that people found right as they now stand. */
  confirmed: string[];
  conflicts: Conflict[];
};

export function uniteFields(keep: Side, drop: Side): UnitedFields {
  const united: UnitedFields = {
    fields: { ...keep.page.data },
    written: { ...keep.record.written?.fields },
    edited: [],
    confirmed: [],
    conflicts: [],
  };
  const { fields, written } = united;
  for (const field of unionOfKeys(keep.page.data, drop.page.data, drop.record.written?.fields ?? {})) {
    if (field === 'aliases' || !isOwn(drop, field)) continue;
    const [mine, theirs] = [keep.page.data[field], drop.page.data[field]];
    if (!isOwn(keep, field)) {
      put(fields, field, theirs);
      if (isDeepStrictEqual(written[field], theirs)) put(written, field, drop.record.written?.fields[field]);
    } else if (!isDeepStrictEqual(mine, theirs)) {
      const { slug: from } = drop.record;
      united.conflicts.push({ field, page: mine ?? null, generated: theirs ?? null, from });
    }
  }
  if (fields.also) fields.also = fields.also.filter((chapter) => chapter !== fields.chapter);
  if (fields.also?.length === 0) delete fields.also;
  if (keep.record.written) {
    united.edited = unionOfKeys(fields, written).filter(
      (field) => field !== 'aliases' && !isDeepStrictEqual(fields[field], written[field]),
    );
  }
  const theirs = (drop.record.confirmed ?? []).filter((field) =>
    isDeepStrictEqual(fields[field as FieldName], drop.page.data[field as FieldName]),
  );
  united.confirmed = [...new Set([...(keep.record.confirmed ?? []), ...theirs])].sort();
  return united;
}

/** Whether people changed or confirmed a field. A section without its chapter is none, so both are theirs or none is. */
function isOwn(side: Side, field: FieldName): boolean {
  const { page, record } = side;
  const decided = (one: FieldName): boolean =>
    (record.confirmed ?? []).includes(one) || !isDeepStrictEqual(page.data[one], record.written?.fields[one]);
  return isFiling(field) ? decided('chapter') || decided('section') : decided(field);
}

function put<Field extends FieldName>(
  fields: Partial<FrontMatter>,
  field: Field,
  value: FrontMatter[Field] | undefined,
): void {
  if (value === undefined) delete fields[field];
  else fields[field] = value;
}

export type UnitedAbstract = { source: string; edited: boolean; conflicts: Conflict[] };

export function uniteAbstracts(keep: Side, drop: Side): UnitedAbstract {
  const onPage = toAbstract(keep.page);
  const [mine, theirs] = [toSentences(onPage), toSentences(toAbstract(drop.page))];
  const edits = findEdits(keep.record.written?.abstract ?? [], mine);
  const base = drop.record.written?.abstract ?? [];
  const chunks = mergeSentences(base, mine, theirs).map((chunk): Chunk => {
    if (chunk.take !== 'conflict' || edits.some((edit) => meets(edit, chunk.page))) return chunk;
    // Where the two texts have nothing in common, sentences that nobody wrote stand among those that people did.
    const isByPeople = theirs.slice(...chunk.draft).every((sentence) => !base.includes(sentence));
    return isByPeople ? { ...chunk, take: 'draft' } : chunk;
  });
  const { written } = keep.record;
  const source = replaceSentences(onPage, chunks, theirs);
  return {
    source,
    edited: written !== undefined && !isDeepStrictEqual(toSentences(source), written.abstract),
    conflicts: chunks
      .filter(({ take }) => take === 'conflict')
      .map(({ page, draft }) => ({
        field: 'abstract',
        page: mine.slice(...page).join(' '),
        generated: theirs.slice(...draft).join(' '),
        from: drop.record.slug,
      })),
  };
}

function toAbstract({ source, abstractRange: { start, end } }: Page): string {
  return source.slice(start, end);
}

/** The sentences that people changed, added (or, where the range is empty, removed). */
function findEdits(written: readonly string[], onPage: readonly string[]): Chunk['page'][] {
  return mergeSentences(written, onPage, written)
    .filter(({ base, page }) => !isDeepStrictEqual(written.slice(...base), onPage.slice(...page)))
    .map(({ page }) => page);
}

/** Whether two ranges share a sentence; an empty one meets what it stands in or beside. */
function meets([a, b]: Chunk['page'], [c, d]: Chunk['page']): boolean {
  return a === b || c === d ? a <= d && c <= b : a < d && c < b;
}
