/** The books of a chapter or of the whole survey, where there are any. */
import type { BookFormat } from '../contract/book-formats.ts';
import { bookPath, href } from './links.ts';
import type { LinkView } from './site-view.ts';
import { strings } from './strings.ts';
import type { Survey } from './survey.ts';

export type BookView = LinkView & { note: string; mediaType: string };

const mediaTypes: Readonly<Record<BookFormat, string>> = {
  pdf: 'application/pdf',
  epub: 'application/epub+zip',
};

/** @param id of a chapter, or `book` */
export function listBookViews(id: string, { survey }: Survey): BookView[] {
  const { label, note } = strings.book;
  return survey.books
    .filter((book) => book.id === id)
    .map(({ format, file, pages, bytes }) => ({
      label: label(id === 'book', format.toUpperCase()),
      href: href(bookPath(format, file)),
      note: note(pages, bytes),
      mediaType: mediaTypes[format],
    }));
}
