/** What stands before and behind the chapters of an EPUB. */
import type { Element } from 'hast';
import { capitalize, formatDate } from '../../src/contract/words.ts';
import { listColophon } from '../book/colophon.ts';
import type { Book, BookIndex, BookReference } from '../book/model.ts';
import { bookWords as words } from '../book/words.ts';
import { makeHeading } from './headings.ts';
import type { EpubDocument } from './page.ts';
import { bibliographyDocument, glossaryDocument, toPlaceId } from './places.ts';
import { setBlocks, setLine, type ProseSetting } from './prose.ts';
import { element, type Child } from './xml.ts';

export const titleDocument = 'title.xhtml';

export function setFrontMatter(book: Book, setting: ProseSetting): EpubDocument[] {
  const { preface } = book;
  const before = preface && setPart('preface', words.preface, setBlocks(preface, setting), 'preface');
  return [setTitlePage(book), ...(before ? [{ ...before, type: 'frontmatter' as const }] : [])];
}

export function setBackMatter(book: Book, setting: ProseSetting): EpubDocument[] {
  const { glossary, bibliography, indexes } = book;
  return [
    ...(glossary.length > 0 ? [setGlossary(book, setting)] : []),
    ...(bibliography.length > 0 ? [setBibliography(bibliography, setting)] : []),
    ...indexes.map((index) => setIndex(index, book, setting)),
    setPart('colophon', words.colophon.title, [setPairs(listColophon(book))], 'colophon'),
  ];
}

function setTitlePage({ title, part, description, version, released }: Book): EpubDocument {
  const edition = `${words.colophon.version} ${version}, ${formatDate(released)}`;
  return {
    name: titleDocument,
    title: part ?? title,
    type: 'frontmatter',
    children: [
      element('section', { 'epub:type': 'titlepage', class: 'title-page' }, [
        element('p', { class: 'title' }, [title]),
        part === undefined ? undefined : element('p', { class: 'subtitle', role: 'doc-subtitle' }, [part]),
        element('p', { class: 'scope' }, [capitalize(description)]),
        element('p', { class: 'count' }, [edition]),
      ]),
    ],
  };
} // prettier-ignore

/** Parts that have a role of their own in books. */
const roles: Readonly<Record<string, string>> = {
  preface: 'doc-preface',
  glossary: 'doc-glossary',
  bibliography: 'doc-bibliography',
  index: 'doc-index',
  colophon: 'doc-colophon',
};

/** @param kind in the vocabulary of EPUB */
function setPart(id: string, title: string, children: readonly Child[], kind: string): EpubDocument {
  const attributes = { 'epub:type': kind, role: roles[kind], 'aria-labelledby': id };
  return {
    name: `${id}.xhtml`,
    title,
    type: 'backmatter',
    children: [element('section', attributes, [makeHeading(1, id, [title], title), ...children])],
  };
}

function setGlossary({ glossary }: Book, setting: ProseSetting): EpubDocument {
  const list = glossary.flatMap(({ id, name, definition }) => [
    element('dt', { id: toPlaceId(`term:${id}`), 'epub:type': 'glossterm' }, [
      element('dfn', {}, setLine(name, setting)),
    ]),
    element('dd', { 'epub:type': 'glossdef' }, setLine(definition, setting)),
  ]);
  const id = glossaryDocument.replace('.xhtml', '');
  return setPart(id, words.glossary, [element('dl', { 'epub:type': 'glossary' }, list)], 'glossary');
}

function setBibliography(references: readonly BookReference[], setting: ProseSetting): EpubDocument {
  const list = references.map(({ name, authors, year, title, venue, address }) => {
    const head = authors.join(', ') + (authors.length > 0 && year ? ` (${year})` : '');
    return element('li', { id: toPlaceId(name) }, [
      head === '' ? '' : `${head}. `,
      element('cite', {}, setLine(title, setting)),
      venue ? `. ${venue}. ` : '. ',
      address && element('a', { href: new URL(address).href }, [address]),
    ]);
  });
  const id = bibliographyDocument.replace('.xhtml', '');
  return setPart(id, words.bibliography, [element('ul', { class: 'references' }, list)], 'bibliography');
}

function setIndex({ kind, entries }: BookIndex, { chapters }: Book, { places }: ProseSetting): EpubDocument {
  const numbers = new Map(
    chapters.flatMap(({ sections }) =>
      sections.flatMap(({ papers }) => papers.map(({ slug, number }) => [slug, number] as const)),
    ),
  );
  const list = entries.map(({ label, note, papers }) =>
    element('li', {}, [
      label,
      note === undefined ? undefined : element('span', { class: 'count' }, [` (${note})`]),
      ...papers.flatMap((slug): Child[] => [
        ', ',
        element('a', { href: places.get(`paper:${slug}`) }, [numbers.get(slug)]),
      ]),
    ]),
  );
  const body = element('ul', { class: 'index' }, list);
  return setPart(`index-of-${kind}`, words.indexes[kind], [body], 'index');
}

function setPairs(rows: readonly (readonly [string, string])[]): Element {
  const list = rows.flatMap(([label, value]) => [element('dt', {}, [label]), element('dd', {}, [value])]);
  return element('dl', { class: 'pairs' }, list);
}
