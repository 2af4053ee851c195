/** The page of changes as plain values. */
import type { ListedField } from '../contract/changes.ts';
import type { SurveyEntry } from './entries.ts';
import { chapterPath, href, paperPath } from './links.ts';
import type { LinkView } from './site-view.ts';
import { formatDate } from '../contract/words.ts';
import { strings } from './strings.ts';
import type { Survey } from './survey.ts';

type ChapterOfPapers = { chapter: LinkView; papers: LinkView[] };

export type ChangesView = {
  added: { anchor: string; heading: string; count: string; chapters: ChapterOfPapers[] }[];
  corrected: {
    anchor: string;
    paper: LinkView;
    fields: string;
    settled: SurveyEntry['changes']['corrected'][number]['settled'];
  }[];
  withdrawn: { slug: string; href: string; why: string }[];
};

/** Labels of papers are HTML: their titles have formulas. */
export function toChangesView({ survey, bySlug, chapters }: Survey): ChangesView {
  const { added, corrected, withdrawn } = survey.changes;
  const toPaper = (slug: string): LinkView => ({
    label: bySlug.get(slug)?.title.html ?? slug,
    href: href(paperPath(slug)),
  });
  return {
    added: added.map(({ date, slugs }) => ({
      anchor: `added-${date ?? 'unknown'}`,
      heading: date ? strings.changes.addedOn(formatDate(date)) : strings.changes.addedUnknown,
      count: strings.papers(slugs.length),
      chapters: chapters.flatMap(({ id, title }): ChapterOfPapers[] => {
        const own = slugs.filter((slug) => bySlug.get(slug)?.data.chapter === id);
        return own.length === 0
          ? []
          : [{ chapter: { label: title, href: href(chapterPath(id)) }, papers: own.map(toPaper) }];
      }),
    })),
    corrected: corrected.map(({ slug, fields, settled }) => ({
      anchor: `corrected-${slug}`,
      paper: toPaper(slug),
      fields: fields.map((field: ListedField) => strings.aboutPage.fields[field]).join(', '),
      settled,
    })),
    withdrawn: withdrawn.map(({ slug, why }) => ({ slug, href: href(paperPath(slug)), why })),
  };
}
