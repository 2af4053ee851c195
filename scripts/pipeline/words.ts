/** The words of a paper: restored, cut into sentences, merged with what people made of them on the page. */
import { foldAbstract, type Page } from '../../src/contract/page.ts';
import { phrasingToMarkdown } from '../../src/contract/phrasing.ts';
import type { PaperRecord } from '../../src/contract/record.ts';
import { mergeAbstract, toSentences, type DraftText, type MergedAbstract } from '../emit/index.ts';
import { restorePaper } from '../restore/index.ts';

/** The words of a record: what restoration gives, merged with what people made of it on the page. */
export type Words = DraftText & {
  /** The abstract as exported. */
  shipped: string;
  merged: MergedAbstract | undefined;
  restoration: NonNullable<PaperRecord['restoration']>;
};

export function readWords(record: PaperRecord, page: Page | undefined): Words {
  const restored = restorePaper(record);
  const abstract = toSentences(phrasingToMarkdown(restored.abstract.tree));
  const merged = page && mergeAbstract(page, record, abstract);
  return {
    title: phrasingToMarkdown(restored.title.tree),
    abstract,
    merged,
    shipped: merged ? foldAbstract(merged.source) : abstract.join(' '),
    restoration: {
      changes: [...restored.title.changes, ...restored.abstract.changes],
      doubts: [...restored.title.doubts, ...restored.abstract.doubts],
    },
  };
}
