/** The only maker of addresses within the site, so that it works below any path of its host. */
import type { BookFormat } from '../contract/book-formats.ts';
import { settings } from './settings.ts';

/** The address of a page of the site. @param path from the root of the site, `/papers/stepmix/` */
export function href(path: `/${string}`): string {
  return settings.base + path.slice(1);
}

export const paperPath = (slug: string) => `/papers/${slug}/` as const;
export const chapterPath = (id: string) => `/chapters/${id}/` as const;
/** What stands beside a page for machines: `/papers/<slug>/` as `/papers/<slug>.md`. */
export const besidePath = (path: `/${string}/`, extension: 'bib' | 'md' | 'xml') =>
  `${path.slice(0, -1)}.${extension}` as `/${string}`;
export const dataPath = (name = '') => `/data/${name}` as const;
export const feedPath = (chapter?: string) =>
  chapter === undefined ? '/feed.xml' : besidePath(chapterPath(chapter), 'xml');
/** @param part none for the page, `feed` for its feed */
export const changesPath = (part?: 'feed') => (part === undefined ? '/changes/' : '/changes.xml');
/** @param chapter none for the picture of the survey */
export const imagePath = (chapter = 'survey') => `/og/${chapter}.png` as const;
/** A list of an index, one of its entries, or a further part of either. */
export const indexPath = (kind: string, ...parts: (string | number)[]) =>
  `/${[kind, ...parts].join('/')}/` as const;
/** @param id of a term; none for the page itself */
export const glossaryPath = (id?: string) =>
  id === undefined ? '/glossary/' : (`/glossary/#term-${id}` as const);
/** A book made of the survey. */
export const bookPath = (format: BookFormat, file: string) => `/${format}/${file}` as const;
export const docPath = (id: string) => (id === '' ? '/docs/' : (`/docs/${id}/` as const));
/** @param chosen what the results are narrowed down to */
export const searchPath = (chosen: Record<string, string> = {}) =>
  `/search/${Object.keys(chosen).length > 0 ? `?${new URLSearchParams(chosen)}` : ''}` as const;
