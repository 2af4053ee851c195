/** The papers of an export, in reading order: by chapter, then section, then newest first. */
import { compareText } from '../../src/contract/findings.ts';
import type { Page } from '../../src/contract/page.ts';
import type { PaperRecord } from '../../src/contract/record.ts';
import type { Content } from '../content.ts';

export type ExportedPaper = { page: Page; record: PaperRecord | undefined };

export type Selection = { chapter?: string };

export function selectPapers(content: Content, { chapter }: Selection): ExportedPaper[] {
  const places = new Map(
    content.chapters.flatMap(({ id, sections }, c) =>
      sections.map(({ name }, s) => [`${id}/${name}`, c * 1000 + s]),
    ),
  );
  const placeOf = ({ data }: Page): number => places.get(`${data.chapter}/${data.section}`) ?? Infinity;
  return content.pages
    .filter(({ data }) => chapter === undefined || data.chapter === chapter)
    .map((page) => ({ page, record: content.records.get(page.slug) }))
    .sort(
      (a, b) =>
        placeOf(a.page) - placeOf(b.page) ||
        compareText(b.record?.published ?? '', a.record?.published ?? '') ||
        compareText(a.page.slug, b.page.slug),
    );
}
