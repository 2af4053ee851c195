/** A draft is what the generator would write on a page if nobody had edited it. */
import { toParagraph } from '../../src/contract/phrasing.ts';
import { toKnown, type PaperRecord } from '../../src/contract/record.ts';
import type { FrontMatter } from '../../src/contract/schema.ts';
import { splitSentences } from '../../src/contract/sentences.ts';

export type Draft = {
  fields: FrontMatter;
  /** The abstract, one sentence of Markdown an item. */
  abstract: string[];
};

/** The restored words of a paper: Markdown, the abstract a sentence an item. */
export type DraftText = { title: string; abstract: string[] };

/** The annotation that a page shows in its front matter; fields that are not known are absent. */
export type PageAnnotation = Partial<
  Pick<FrontMatter, 'method' | 'contribution' | 'benchmarks' | 'buildsOn' | 'code' | 'headline'>
>;

/** Composes the draft of a record that has been filed. Facts fill what the listing does not give. */
export function toDraft(
  record: PaperRecord & { filing: NonNullable<PaperRecord['filing']> },
  text: DraftText,
  annotation: PageAnnotation,
  formerSlugs: readonly string[] = [],
): Draft {
  const { filing } = record;
  const known = toKnown(record);
  const fields: { [Field in keyof FrontMatter]?: FrontMatter[Field] | undefined } = {
    title: text.title,
    authors: known.authors,
    year: known.year,
    venue: known.venue,
    arxiv: known.arxiv,
    doi: known.doi,
    openreview: known.openreview,
    code: annotation.code,
    repository: known.repository === annotation.code ? undefined : known.repository,
    chapter: filing.chapter,
    section: filing.section,
    also: filing.also,
    method: annotation.method,
    contribution: annotation.contribution,
    benchmarks: annotation.benchmarks,
    buildsOn: annotation.buildsOn,
    headline: annotation.headline === undefined ? undefined : toParagraph(annotation.headline),
    aliases: [...formerSlugs],
  };
  const present = Object.entries(fields).filter(([, value]) => value !== undefined && !isEmptyList(value));
  return {
    fields: Object.fromEntries(present) as FrontMatter,
    abstract: text.abstract,
  };
}

/** Cuts Markdown into sentences, white space folded: what is compared when a page is generated again. */
export function toSentences(markdown: string): string[] {
  return splitSentences(markdown).map(({ start, end }) => markdown.slice(start, end).replace(/\s+/g, ' '));
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
