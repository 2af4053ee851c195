/** The same page in other forms, for `<link rel="alternate">`. */
import { besidePath, feedPath, href } from './links.ts';

export type Alternate = { type: string; title: string; href: string };

/** A paper or chapter as Markdown and BibTeX. */
export function toAlternates(path: `/${string}/`, title: string): Alternate[] {
  return [
    { type: 'text/markdown', title, href: href(besidePath(path, 'md')) },
    { type: 'application/x-bibtex', title, href: href(besidePath(path, 'bib')) },
  ];
}

/** @param chapter none for the feed of the survey */
export function toFeedLink(title: string, chapter?: string): Alternate {
  return { type: 'application/rss+xml', title, href: href(feedPath(chapter)) };
}
