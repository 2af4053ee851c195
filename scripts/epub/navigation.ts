/** The navigation document: a tree of all headings, and the landmarks. */
import type { Element } from 'hast';
import type { Book } from '../book/model.ts';
import { bookWords as words } from '../book/words.ts';
import { coverDocument } from './cover.ts';
import { listHeadings } from './headings.ts';
import { titleDocument } from './matter.ts';
import type { EpubDocument } from './page.ts';
import { chapterDocument, bibliographyDocument, glossaryDocument } from './places.ts';
import { element } from './xml.ts';

export const navigationName = 'nav.xhtml';

type Entry = { level: number; label: string; href: string };

export function setNavigation(book: Book, documents: readonly EpubDocument[]): EpubDocument {
  const entries = documents.flatMap(({ name, children }) =>
    listHeadings(children).map(({ level, id, label }) => ({ level, label, href: `${name}#${id}` })),
  );
  return {
    name: navigationName,
    title: words.contents,
    type: 'frontmatter',
    children: [
      element('nav', { 'epub:type': 'toc', role: 'doc-toc', id: 'toc', 'aria-labelledby': 'contents' }, [
        element('h1', { id: 'contents' }, [words.contents]),
        setTree(entries),
      ]),
      setLandmarks(book, documents),
    ],
  };
}

/** Entries below an entry are those that follow it with a deeper level. */
function setTree(entries: readonly Entry[]): Element {
  const top = Math.min(...entries.map(({ level }) => level));
  const tops = entries.flatMap(({ level }, i) => (i === 0 || level === top ? [i] : []));
  return element('ol', {}, tops.map((start, i) => {
    const { href, label } = entries[start] ?? { href: '', label: '' };
    const below = entries.slice(start + 1, tops[i + 1]);
    return element('li', {}, [element('a', { href }, [label]), below.length > 0 ? setTree(below) : undefined]);
  }));
} // prettier-ignore

function setLandmarks({ chapters }: Book, documents: readonly EpubDocument[]): Element {
  const [first] = chapters;
  const marks: [kind: string, label: string, href: string | undefined][] = [
    ['cover', words.cover, coverDocument],
    ['titlepage', words.titlePage, titleDocument],
    ['toc', words.contents, `${navigationName}#toc`],
    ['bodymatter', words.bodyMatter, first && chapterDocument(first)],
    ['glossary', words.glossary, glossaryDocument],
    ['bibliography', words.bibliography, bibliographyDocument],
  ];
  const isThere = (href: string): boolean =>
    href.startsWith(navigationName) || documents.some(({ name }) => name === href);
  const list = marks.flatMap(([kind, label, href]) =>
    href !== undefined && isThere(href)
      ? [element('li', {}, [element('a', { 'epub:type': kind, href }, [label])])]
      : [],
  );
  return element('nav', { 'epub:type': 'landmarks', 'aria-label': words.landmarks, hidden: 'hidden' }, [
    element('ol', {}, list),
  ]);
}
