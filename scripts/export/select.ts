/** The papers of an export, in reading order. */
import type { Page } from '../../src/contract/page.ts';
import type { PaperRecord } from '../../src/contract/record.ts';
import { makePlaceOrder } from '../../src/contract/survey-files.ts';
import type { Content } from '../content.ts';

export type SelectedPaper = { page: Page; record: PaperRecord | undefined };

export type Selection = { chapter?: string };

export function selectPapers(content: Content, { chapter }: Selection): SelectedPaper[] {
  const compare = makePlaceOrder(content.chapters);
  const toPlaced = ({ page: { slug, data }, record }: SelectedPaper) => ({
    slug,
    data,
    published: record?.published,
  });
  return content.pages
    .filter(({ data }) => chapter === undefined || data.chapter === chapter)
    .map((page) => ({ page, record: content.records.get(page.slug) }))
    .sort((a, b) => compare(toPlaced(a), toPlaced(b)));
}
