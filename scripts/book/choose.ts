/** What of the survey a book holds. */
import { wholeBookId } from '../../src/contract/book-sources.ts';
import { foldPerson, toId } from '../../src/contract/names.ts';
import type { Chapter } from '../../src/contract/content.ts';
import type { BookPaper } from './model.ts';
import { bookWords } from './words.ts';

export type Choice = {
  /** The name of the book's files. */
  id: string;
  /** What part of the survey it is, as its title page says. */
  part?: string;
  description?: string;
  /** Whether the chapter's own text is in it. */
  hasChapter(id: string): boolean;
  hasPaper(paper: BookPaper): boolean;
};

export const wholeBook: Choice = { id: wholeBookId, hasChapter: () => true, hasPaper: () => true };

export function chooseChapter({ id, title, scope }: Chapter): Choice {
  return {
    id,
    part: title,
    description: scope,
    hasChapter: (name) => name === id,
    hasPaper: ({ data }) => data.chapter === id,
  };
}

export function choosePapers(slugs: readonly string[], id: string, part: string): Choice {
  const chosen = new Set(slugs);
  return {
    id,
    part,
    description: bookWords.selection(chosen.size),
    hasChapter: () => false,
    hasPaper: ({ slug }) => chosen.has(slug),
  };
}

/** Sections of that name, whatever its case, in all chapters. @returns `undefined` where there is none */
export function chooseSection(name: string, chapters: readonly Chapter[]): Choice | undefined {
  const wanted = foldPerson(name);
  const found = chapters.flatMap(({ sections }) => sections.filter((one) => foldPerson(one.name) === wanted));
  const [first] = found;
  return (
    first && {
      id: `section-${toId(first.name)}`,
      part: first.name,
      hasChapter: () => false,
      hasPaper: ({ data }) => foldPerson(data.section) === wanted,
    }
  );
}
