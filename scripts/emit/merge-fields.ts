/** Keeping people's edits, field by field: what was last written, what stands on the page, what would be written now. */
import { isDeepStrictEqual } from 'node:util';
import type { Conflict } from '../../src/contract/record.ts';
import type { FrontMatter } from '../../src/contract/schema.ts';

export type FieldName = keyof FrontMatter;

export type MergedFields = {
  fields: Partial<FrontMatter>;
  written: Partial<FrontMatter>;
  /** Fields whose page value is people's own. */
  edited: FieldName[];
  conflicts: Conflict[];
};

/**
 * Unchanged by people: refreshed. Changed by people: kept. Changed on both sides: kept, and a conflict names both.
 * What was last written moves on only when the page follows, so that what people decided stays theirs even where the
 * generator comes to agree for a while.
 * @param written what was last written; `undefined` where nobody knows, then the page is right
 * @param confirmed fields that people found right as they stand; the generator has no say in them
 */
export function mergeFields(
  written: Partial<FrontMatter> | undefined,
  page: Partial<FrontMatter>,
  draft: Partial<FrontMatter>,
  confirmed: readonly string[] = [],
): MergedFields {
  const merged: MergedFields = { fields: {}, written: {}, edited: [], conflicts: [] };
  // A section without its chapter is none, so people who change one of them decide on both.
  const isFiled = filing.some(
    (field) => confirmed.includes(field) || !isDeepStrictEqual(page[field], (written ?? draft)[field]),
  );
  for (const field of unionOfKeys(written ?? {}, page, draft)) {
    if (field === 'aliases') {
      // An address that once worked never stops working, whoever gave it.
      merged.fields.aliases = [...new Set([...(page.aliases ?? []), ...(draft.aliases ?? [])])];
      merged.written.aliases = merged.fields.aliases;
      continue;
    }
    const base = written ? written[field] : draft[field];
    const settled = confirmed.includes(field);
    const own = isFiling(field) ? isFiled : !isDeepStrictEqual(page[field], base);
    const kept = settled || own;
    assign(merged.fields, field, kept ? page[field] : draft[field]);
    assign(merged.written, field, kept ? base : draft[field]);
    if (!kept) continue;
    if (!isDeepStrictEqual(page[field], base)) merged.edited.push(field);
    if (settled) continue;
    const moved = !written || !isDeepStrictEqual(draft[field], base);
    if (moved && !isDeepStrictEqual(page[field], draft[field])) {
      merged.conflicts.push({ field, page: page[field] ?? null, generated: draft[field] ?? null });
    }
  }
  return merged;
}

const filing: readonly FieldName[] = ['chapter', 'section'];

export const isFiling = (field: FieldName): boolean => filing.includes(field);

export function unionOfKeys(...objects: readonly Partial<FrontMatter>[]): FieldName[] {
  return [...new Set(objects.flatMap((object) => Object.keys(object) as FieldName[]))];
}

function assign<Field extends FieldName>(
  target: Partial<FrontMatter>,
  field: Field,
  value: FrontMatter[Field] | undefined,
): void {
  if (value !== undefined) target[field] = value;
}
