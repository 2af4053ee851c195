/** The PDF of a chapter or of the whole survey, where there is one. */
import { bookPath, href } from './links.ts';
import type { LinkView } from './site-view.ts';
import { strings } from './strings.ts';
import type { Survey } from './survey.ts';

export type BookView = LinkView & { note: string };

/** @param id of a chapter, or `book` */
export function toBookView(id: string, { survey }: Survey): BookView | undefined {
  const book = survey.books.find((one) => one.id === id);
  if (!book) return undefined;
  const { label, note } = strings.book;
  return { label: label(id === 'book'), href: href(bookPath(book.file)), note: note(book.pages, book.bytes) };
}
