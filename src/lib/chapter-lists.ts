/**
 * The papers of a chapter, section by section. A large chapter has on its page the first papers of each section, and all
 * of them on pages of their own: no page grows with the survey.
 */
import { toComparisonView, type ComparisonRow } from './comparison-view.ts';
import { partSize, type ListView } from './index-view.ts';
import { chapterPath, href } from './links.ts';
import { toPaperLine, type PaperLine } from './paper-view.ts';
import { toPartPath, toParts } from './parts.ts';
import type { LinkView } from './site-view.ts';
import { strings } from './strings.ts';
import type { Chapter, Section, Survey } from './survey.ts';

/** So many papers are listed on the page of a chapter; of a larger one, so many of each section. */
const listed = { chapter: 200, section: 20 };

export type SectionView = {
  name: string;
  anchor: string;
  count: number;
  papers: PaperLine[];
  /** Where all of them are. */
  more?: LinkView;
};

export type ChapterListView = ListView & { chapter: string; comparison: ComparisonRow[] };

export const isLarge = ({ count, also }: Chapter): boolean => count + also.length > listed.chapter;

/** What the chapter page lists; those that belong to it and are filed elsewhere come last. */
export function toSectionViews(chapter: Chapter): SectionView[] {
  return listSections(chapter).map((section) => {
    const { name, anchor, papers } = section;
    const isWhole = !isLarge(chapter) || papers.length <= listed.section;
    const shown = isWhole ? papers : papers.slice(0, listed.section);
    const more = {
      label: strings.allPapers(papers.length),
      href: href(toPartPath(toAddress(chapter, section), 0)),
    };
    return {
      name,
      anchor,
      count: papers.length,
      papers: shown.map(toPaperLine),
      ...(isWhole ? {} : { more }),
    };
  });
}

const known = new WeakMap<Survey, ChapterListView[]>();

/** The pages with all papers of each section, side by side too. */
export function toChapterLists(survey: Survey): ChapterListView[] {
  let lists = known.get(survey);
  if (!lists) known.set(survey, (lists = makeChapterLists(survey)));
  return lists;
}

function makeChapterLists(survey: Survey): ChapterListView[] {
  return survey.chapters.filter(isLarge).flatMap((chapter) =>
    listSections(chapter)
      .filter(({ papers }) => papers.length > listed.section)
      .flatMap((section) =>
        toParts(toAddress(chapter, section), section.papers, partSize.papers, (papers) => ({
          chapter: chapter.id,
          title: section.name,
          up: { label: chapter.title, href: href(chapterPath(chapter.id)) },
          count: strings.papers(section.papers.length),
          letters: [],
          groups: [],
          papers: [{ papers: papers.map(toPaperLine) }],
          beside: [],
          comparison: toComparisonView([{ ...section, papers }], survey),
        })),
      ),
  );
}

const toAddress = ({ id }: Chapter, { anchor }: Section): [string, ...string[]] => ['chapters', id, anchor];

function listSections({ sections, also }: Chapter): Section[] {
  return [...sections, { name: strings.alsoHere, anchor: 'also', papers: also }].filter(
    ({ papers }) => papers.length > 0,
  );
}
