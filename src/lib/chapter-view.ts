/** A chapter's page as plain values. */
import { toReferences, type ReferenceView } from './bibliography-view.ts';
import { listBookViews, type BookView } from './book-view.ts';
import { toComparisonView, type ComparisonRow } from './comparison-view.ts';
import { besidePath, chapterPath, feedPath, href } from './links.ts';
import { toPaperLine, type PaperLine } from './paper-view.ts';
import type { LinkView } from './site-view.ts';
import { strings } from './strings.ts';
import type { Chapter, Survey } from './survey.ts';
import { capitalize } from '../contract/words.ts';
import { countByYear, type YearFigure } from '../contract/year-figure.ts';

export type ChapterHead = { title: string; scope: string; count: number; href: string };

export type ChapterView = ChapterHead & {
  id: string;
  hasNarrative: boolean;
  sections: { name: string; anchor: string; papers: PaperLine[] }[];
  also: PaperLine[];
  references: ReferenceView[];
  comparison: ComparisonRow[];
  years: YearFigure;
  /** The chapter in other forms. */
  files: LinkView[];
  books: BookView[];
};

/** A chapter in a table of contents. */
export function toChapterHead({ id, title, scope, count }: Chapter): ChapterHead {
  return {
    title,
    scope: capitalize(scope),
    count,
    href: href(chapterPath(id)),
  };
}

export function toChapterView(chapter: Chapter, survey: Survey): ChapterView {
  const { id, hasNarrative, sections, also, named } = chapter;
  const filled = sections.filter(({ papers }) => papers.length > 0);
  return {
    ...toChapterHead(chapter),
    id,
    hasNarrative,
    sections: filled.map(({ name, anchor, papers }) => ({ name, anchor, papers: papers.map(toPaperLine) })),
    also: also.map(toPaperLine),
    references: toReferences(named, survey),
    comparison: toComparisonView(chapter, survey),
    files: [
      { label: strings.cite.formats.bibtex, href: href(besidePath(chapterPath(id), 'bib')) },
      { label: strings.markdown, href: href(besidePath(chapterPath(id), 'md')) },
      { label: strings.feed, href: href(feedPath(id)) },
    ],
    books: listBookViews(id, survey),
    years: countByYear(
      filled.map(({ name, papers }) => ({ label: name, years: papers.map(({ data }) => data.year) })),
      strings.undated,
    ),
  };
}
