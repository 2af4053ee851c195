/** The page of changes as plain values. */
import type { ListedField } from '../contract/changes.ts';
import type { SurveyEntry } from './entries.ts';
import { changesPath, chapterPath, href, paperPath } from './links.ts';
import type { LinkView } from './site-view.ts';
import { formatDate } from '../contract/words.ts';
import { strings } from './strings.ts';
import type { Survey } from './survey.ts';

/** Of many papers the titles are not listed; the page of the chapter has them. */
type ChapterOfPapers = { anchor: string; chapter: LinkView; papers: LinkView[]; unlisted: number };

/** So many titles are listed, the newest first. */
const mostTitles = 500;

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

/** What was corrected on one page. */
export type CorrectionView = {
  fields: string;
  settled: SurveyEntry['changes']['corrected'][number]['settled'];
  /** The version up to which this holds, with its date. */
  until: string;
  href: string;
};

/** `undefined` where nothing was corrected. */
export function toCorrectionView(slug: string, { survey, corrected }: Survey): CorrectionView | undefined {
  const correction = corrected.get(slug);
  if (!correction) return undefined;
  return {
    fields: toFields(correction.fields),
    settled: correction.settled,
    until: toVersion(survey),
    href: `${href(changesPath())}#${toAnchor(slug)}`,
  };
}

/** The version of the survey, with its date. */
export function toVersion({ version, released }: Pick<SurveyEntry, 'version' | 'released'>): string {
  return `${version} (${formatDate(released)})`;
}

const toAnchor = (slug: string): string => `corrected-${slug}`;

function toFields(fields: readonly ListedField[]): string {
  return fields.map((field) => strings.aboutPage.fields[field]).join(', ');
}

/** Labels of papers are HTML: their titles have formulas. */
export function toChangesView({ survey, bySlug, chapters }: Survey): ChangesView {
  const { added, corrected, withdrawn } = survey.changes;
  const toPaper = (slug: string): LinkView => ({
    label: bySlug.get(slug)?.title.html ?? slug,
    href: href(paperPath(slug)),
  });
  let left = mostTitles;
  return {
    added: added.map(({ date, slugs }) => ({
      anchor: `added-${date ?? 'unknown'}`,
      heading: date ? strings.changes.addedOn(formatDate(date)) : strings.changes.addedUnknown,
      count: strings.papers(slugs.length),
      chapters: chapters.flatMap(({ id, title }): ChapterOfPapers[] => {
        const own = slugs.filter((slug) => bySlug.get(slug)?.data.chapter === id);
        if (own.length === 0) return [];
        const listed = own.slice(0, left);
        left -= listed.length;
        return [
          {
            anchor: `added-${date ?? 'unknown'}-${id}`,
            chapter: { label: title, href: href(chapterPath(id)) },
            papers: listed.map(toPaper),
            unlisted: own.length - listed.length,
          },
        ];
      }),
    })),
    corrected: corrected.map(({ slug, fields, settled }) => ({
      anchor: toAnchor(slug),
      paper: toPaper(slug),
      fields: toFields(fields),
      settled,
    })),
    withdrawn: withdrawn.map(({ slug, why }) => ({ slug, href: href(paperPath(slug)), why })),
  };
}
