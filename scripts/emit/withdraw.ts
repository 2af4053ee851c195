/** A record without its page: it keeps what names the paper, and every address that the page had. */
import { compareText } from '../../src/contract/findings.ts';
import type { Page } from '../../src/contract/page.ts';
import type { PaperRecord } from '../../src/contract/record.ts';

/** @param pages those of the record, as they stand; none where people deleted them before */
export function withdrawRecord(record: PaperRecord, pages: readonly Page[], why: string): PaperRecord {
  const { written, withdrawn, edited: _, conflicts: __, ...rest } = record;
  const lists = [
    record.merged,
    written?.fields.aliases,
    withdrawn?.aliases,
    ...pages.map(({ data }) => data.aliases),
  ];
  const aliases = [...new Set(lists.flatMap((list) => list ?? []))].sort(compareText);
  return { ...rest, withdrawn: { why, ...(aliases.length > 0 ? { aliases } : {}) } };
}
