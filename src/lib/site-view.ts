/** What stands around every page. */
import { indexKinds } from '../contract/indexes.ts';
import {
  changesPath,
  chapterPath,
  dataPath,
  docPath,
  feedPath,
  glossaryPath,
  href,
  indexPath,
  searchPath,
} from './links.ts';
import { formatCount } from '../contract/words.ts';
import { strings } from './strings.ts';
import type { Survey } from './survey.ts';

export type LinkView = { label: string; href: string };

export type SiteView = {
  title: string;
  language: string;
  home: string;
  menu: LinkView[];
  chapters: LinkView[];
  indexes: LinkView[];
  /** What is there for those who follow the survey, or take it away. */
  files: LinkView[];
  search: string;
  rights: string;
  colophon: string;
};

/** The indexes that have anything in them, and the glossary. */
export function toIndexLinks({ survey, indexes }: Survey): (LinkView & { count: string })[] {
  const { glossary } = survey;
  return [
    ...indexKinds
      .filter((kind) => indexes.entries[kind].length > 0)
      .map((kind) => ({
        label: strings.indexes[kind].title,
        href: href(indexPath(kind)),
        count: formatCount(indexes.entries[kind].length),
      })),
    ...(glossary.length > 0
      ? [{ label: strings.glossary.title, href: href(glossaryPath()), count: formatCount(glossary.length) }]
      : []),
  ];
}

export function toSiteView(whole: Survey): SiteView {
  const { survey, chapters, docs } = whole;
  const { title, language, version, released, licences } = survey;
  return {
    title,
    language,
    home: href('/'),
    menu: [
      { label: strings.chapters, href: `${href('/')}#chapters` },
      { label: strings.about, href: href('/about/') },
      ...(docs.length > 0 ? [{ label: strings.docs, href: href(docPath('')) }] : []),
    ],
    indexes: toIndexLinks(whole).map(({ label, href: address }) => ({ label, href: address })),
    chapters: chapters.map((chapter) => ({ label: chapter.title, href: href(chapterPath(chapter.id)) })),
    files: [
      { label: strings.changes.title, href: href(changesPath()) },
      { label: strings.dataPage.title, href: href(dataPath()) },
      { label: strings.feed, href: href(feedPath()) },
      { label: strings.reading.title, href: href('/reading-list/') },
      { label: strings.reading.offline.title, href: `${href('/reading-list/')}#offline` },
    ],
    search: href(searchPath()),
    rights: `${href('/about/')}#rights`,
    colophon: `Version ${version}, ${released}. Text and data ${licences.prose}; code ${licences.code}.`,
  };
}
