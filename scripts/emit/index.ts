/** Emission: a record's draft becomes its page, and what people changed on the page stays. */
import { isDeepStrictEqual } from 'node:util';
import type { Page } from '../../src/contract/page.ts';
import type { Conflict, Written } from '../../src/contract/record.ts';
import type { FrontMatter } from '../../src/contract/schema.ts';
import { toSentences, type Draft } from './draft.ts';
import { mergeFields } from './merge-fields.ts';
import { mergeSentences } from './merge-sentences.ts';
import { printPage, replaceFields, replaceSentences } from './print-page.ts';

export { toDraft, toSentences, type Draft, type DraftText } from './draft.ts';

export type Emitted = {
  path: string;
  source: string;
  /** The front matter as the page has it now. */
  fields: FrontMatter;
  written: Written;
  /** Fields (and `abstract`) where the page has people's own words. */
  edited: string[];
  conflicts: Conflict[];
};

/** Writes a page that does not exist. */
export function emitNewPage(slug: string, draft: Draft): Emitted {
  const path = pagePath(draft.fields.chapter, slug);
  const source = printPage(draft.fields, draft.abstract);
  return { path, source, fields: draft.fields, written: { path, ...draft }, edited: [], conflicts: [] };
}

/** What a record remembers of its page. */
export type Remembered = {
  written?: Written | undefined;
  confirmed?: readonly string[] | undefined;
  conflicts?: readonly Conflict[] | undefined;
};

/** The abstract of a page after the merge: what stands there now, and what the next merge starts from. */
export type MergedAbstract = { source: string; written: string[]; edited: boolean; conflicts: Conflict[] };

/** Merges the abstract on a page with the drafted sentences. */
export function mergeAbstract(
  page: Page,
  { written }: Remembered,
  drafted: readonly string[],
): MergedAbstract {
  const onPage = page.source.slice(page.abstractRange.start, page.abstractRange.end);
  const sentences = toSentences(onPage);
  const base = written?.abstract ?? sentences;
  const chunks = mergeSentences(base, sentences, drafted).map((chunk) =>
    written || chunk.take !== 'draft' ? chunk : { ...chunk, take: 'conflict' as const },
  );
  return {
    source: replaceSentences(onPage, chunks, drafted),
    written: chunks.flatMap((chunk) =>
      chunk.take === 'draft' ? drafted.slice(...chunk.draft) : base.slice(...chunk.base),
    ),
    edited: chunks.some(
      (chunk) => chunk.take !== 'draft' && !isSame(base.slice(...chunk.base), sentences.slice(...chunk.page)),
    ),
    conflicts: chunks
      .filter(({ take }) => take === 'conflict')
      .map(({ page: p, draft: d }) => ({
        field: 'abstract',
        page: sentences.slice(...p).join(' '),
        generated: drafted.slice(...d).join(' '),
      })),
  };
}

/** Brings a page up to date with its draft. Running it on its own result changes nothing. */
export function emitKnownPage(
  page: Page,
  remembered: Remembered,
  draft: Draft,
  abstract = mergeAbstract(page, remembered, draft.abstract),
): Emitted {
  const fields = mergeFields(remembered.written?.fields, page.data, draft.fields, remembered.confirmed);
  const { start, end } = page.abstractRange;
  const source = page.source.slice(0, start) + abstract.source + page.source.slice(end);
  const chapter = fields.fields.chapter ?? page.data.chapter;
  const path = chapter === page.data.chapter ? page.path : pagePath(chapter, page.slug);
  return {
    path,
    source: replaceFields({ ...page, source }, fields.fields),
    fields: { ...page.data, ...fields.fields },
    written: { path, fields: fields.written, abstract: abstract.written },
    edited: [...fields.edited, ...(abstract.edited ? ['abstract'] : [])].sort(),
    conflicts: [
      ...fields.conflicts,
      ...abstract.conflicts,
      ...findOpen(remembered, fields.fields, toSentences(abstract.source)),
    ],
  };
}

/** Conflicts with a page that was merged into this one: open while what people wrote there first still stands. */
function findOpen(
  { conflicts = [] }: Remembered,
  fields: Partial<FrontMatter>,
  sentences: readonly string[],
): Conflict[] {
  return conflicts.filter(({ from, field, page }) => {
    if (from === undefined) return false;
    if (field === 'abstract') return sentences.join(' ').includes(String(page));
    return isDeepStrictEqual(fields[field as keyof FrontMatter] ?? null, page);
  });
}

export function pagePath(chapter: string, slug: string): string {
  return `papers/${chapter}/${slug}.mdx`;
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((sentence, index) => sentence === b[index]);
}
