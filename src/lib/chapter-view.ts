/** A chapter's page as plain values. */
import { toReferences, type ReferenceView } from './bibliography-view.ts';
import { listBookViews, type BookView } from './book-view.ts';
import { isLarge, toSectionViews, type SectionView } from './chapter-lists.ts';
import { toComparisonView, type ComparisonRow } from './comparison-view.ts';
import { besidePath, chapterPath, feedPath, href } from './links.ts';
import type { LinkView } from './site-view.ts';
import { strings } from './strings.ts';
import type { Chapter, Survey } from './survey.ts';
import { capitalize } from '../contract/words.ts';
import { countByYear, type YearFigure } from '../contract/year-figure.ts';

export type ChapterHead = { title: string; scope: string; count: number; href: string };

export type ChapterView = ChapterHead & {
  id: string;
  hasNarrative: boolean;
  sections: SectionView[];
  also?: SectionView;
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
  const { id, hasNarrative, sections, named } = chapter;
  const views = toSectionViews(chapter);
  const also = views.find(({ anchor }) => anchor === 'also');
  const filled = sections.filter(({ papers }) => papers.length > 0);
  return {
    ...toChapterHead(chapter),
    id,
    hasNarrative,
    sections: views.filter((view) => view !== also),
    ...(also ? { also } : {}),
    references: toReferences(named, survey),
    // Of a large chapter, each section is compared on pages of its own.
    comparison: isLarge(chapter) ? [] : toComparisonView(sections, survey),
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
