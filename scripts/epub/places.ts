/** Where things stand in an EPUB: the names of its documents, and addresses of what is named. */
import { toId } from '../../src/contract/names.ts';
import type { Book, BookChapter } from '../book/model.ts';

export const chapterDocument = ({ id }: BookChapter): string => `chapter-${id}.xhtml`;
export const sectionDocument = ({ id }: BookChapter, index: number): string =>
  `chapter-${id}-${index + 1}.xhtml`;
export const comparisonDocument = ({ id }: BookChapter): string => `chapter-${id}-comparison.xhtml`;
export const glossaryDocument = 'glossary.xhtml';
export const bibliographyDocument = 'bibliography.xhtml'; // prettier-ignore

/** The id of what a book names, such as `paper:slug`. */
export function toPlaceId(name: string): string {
  return toId(name.replace(':', ' '));
}

/** Addresses by name: papers, terms, works. */
export function listPlaces({ chapters, glossary, bibliography }: Book): ReadonlyMap<string, string> {
  const inDocument = (document: string, names: readonly string[]): [string, string][] =>
    names.map((name) => [name, `${document}#${toPlaceId(name)}`]);
  return new Map([
    ...chapters.flatMap((chapter) =>
      chapter.sections.flatMap(({ papers }, i) =>
        inDocument(
          sectionDocument(chapter, i),
          papers.map(({ slug }) => `paper:${slug}`),
        ),
      ),
    ),
    ...inDocument(
      glossaryDocument,
      glossary.map(({ id }) => `term:${id}`),
    ),
    ...inDocument(
      bibliographyDocument,
      bibliography.map(({ name }) => name),
    ),
  ]);
}
