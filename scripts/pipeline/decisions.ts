/** What people decided: it teaches the classifier, and it stays. */
import { compareText } from '../../src/contract/findings.ts';
import type { Page } from '../../src/contract/page.ts';
import type { PaperRecord } from '../../src/contract/record.ts';
import type { FrontMatter } from '../../src/contract/schema.ts';
import { makeClassifier, type Classifier, type FiledPaper } from '../classify/index.ts';
import type { Content } from '../content.ts';
import type { Emitted } from '../emit/index.ts';

/** The classifier taught by people's decisions; how rare a word is, all papers tell. */
export function makeSettledClassifier(content: Content): Classifier {
  const corpus = [...content.records.values()].map(({ slug: id, title, abstract }) => ({
    id,
    title,
    abstract,
  }));
  return makeClassifier(content.chapters, findFiledByPeople(content).sort(byId), corpus.sort(byId));
}

/** Papers whose chapter or section people changed or confirmed: what they decided teaches the classifier. */
function findFiledByPeople({ pages, records }: Content): FiledPaper[] {
  return pages.flatMap((page) => {
    const record = records.get(page.slug);
    const last = record?.written?.fields;
    if (!record || !last) return [];
    const confirmed = record.confirmed?.includes('chapter') && record.confirmed.includes('section');
    const decided = confirmed || last.chapter !== page.data.chapter || last.section !== page.data.section;
    if (!decided) return [];
    const { chapter, section, also } = page.data;
    return [{ id: page.slug, title: record.title, abstract: record.abstract, chapter, section, also }];
  });
}

/** Takes what the generator would write as written, so that what the page has instead is an edit and no conflict. */
export function settle<
  Draft extends { record: PaperRecord; emitted: Emitted; draft: FrontMatter; words: { abstract: string[] } },
>(one: Draft): Draft {
  const { conflicts: _, ...record } = one.record;
  const settled = one.emitted.conflicts.flatMap(({ field, from }) => (from === undefined ? [field] : []));
  const fields = { ...one.emitted.written.fields };
  for (const field of settled.filter((name) => name !== 'abstract') as (keyof FrontMatter)[]) {
    if (one.draft[field] === undefined) delete fields[field];
    else Object.assign(fields, { [field]: one.draft[field] });
  }
  const abstract = settled.includes('abstract') ? one.words.abstract : one.emitted.written.abstract;
  const written = { ...one.emitted.written, fields, abstract };
  return { ...one, record: { ...record, written }, emitted: { ...one.emitted, written, conflicts: [] } };
}

/** Where people chose the chapter, the generator has no other opinion on section and further chapters than it had. */
export function followFiling(
  fields: FrontMatter,
  page: Page | undefined,
  { written, confirmed = [] }: PaperRecord,
): FrontMatter {
  if (!page || !written || page.data.chapter === fields.chapter) return fields;
  if (page.data.chapter === written.fields.chapter && !confirmed.includes('chapter')) return fields;
  const { also: _, ...rest } = fields;
  const { section = fields.section } = written.fields;
  const also = written.fields.also?.filter((id) => id !== page.data.chapter) ?? [];
  return { ...rest, section, ...(also.length > 0 ? { also } : {}) };
}

/** Sums of floating-point numbers depend on their order, so it is always the same. */
function byId(a: { id: string }, b: { id: string }): number {
  return compareText(a.id, b.id);
}
