/** What can be read from an EPUB: the zip, the package, and every document with a parser of XML that did not write it. */
import { strFromU8, unzipSync } from 'fflate';
import { DOMParser, type Document, type Element } from '@xmldom/xmldom';

export type EpubDocumentReading = {
  name: string;
  language: string | undefined;
  title: string | undefined;
  /** Without what stands in formulas. */
  text: string;
  headings: { id: string; level: number }[];
  ids: string[];
  links: { href: string; resolves: boolean }[];
  /** What formulas and pictures have for those who do not see them. */
  alternatives: { role: string; text: string | undefined }[];
};

export type EpubReading = {
  /** Whether the zip begins with what it is, stored as it is. */
  isTyped: boolean;
  /** Where the files are no XML. */
  problems: { file: string; message: string }[];
  title: string | undefined;
  language: string | undefined;
  identifier: string | undefined;
  /** Values of the metadata by property. */
  metadata: ReadonlyMap<string, string[]>;
  /** In reading order, the navigation apart. */
  documents: EpubDocumentReading[];
  navigation: { title: string; href: string; resolves: boolean }[];
};

export function readEpub(bytes: Uint8Array): EpubReading {
  const entries = unzipSync(bytes);
  const problems: EpubReading['problems'] = [];
  const parse = (file: string): Document | undefined => {
    const source = entries[file];
    if (source) return parseXml(file, strFromU8(source), problems);
    problems.push({ file, message: 'it is not there' });
    return undefined;
  };
  const container = parse('META-INF/container.xml');
  const packageFile = container?.getElementsByTagName('rootfile')[0]?.getAttribute('full-path') ?? '';
  const book = parse(packageFile);
  const folder = packageFile.slice(0, packageFile.lastIndexOf('/') + 1);
  const items = listElements(book, 'item');
  const parsed = new Map(
    items
      .filter((item) => (item.getAttribute('media-type') ?? '').endsWith('xml'))
      .map((item) => [item.getAttribute('href') ?? '', parse(folder + (item.getAttribute('href') ?? ''))]),
  );
  const ids = new Map([...parsed].map(([name, document]) => [name, new Set(listIds(document))]));
  const resolves = (from: string, href: string): boolean => {
    if (/^[a-z][a-z0-9+.-]*:/i.test(href)) return true;
    const [file = '', id] = href.split('#');
    const target = ids.get(file === '' ? from : file);
    return target !== undefined && (id === undefined || target.has(id));
  };
  const navigationName = items.find((item) => item.getAttribute('properties')?.split(' ').includes('nav'))?.getAttribute('href') ?? '';
  const navigation = parsed.get(navigationName);
  const spine = listElements(book, 'itemref').map(
    (ref) => items.find((item) => item.getAttribute('id') === ref.getAttribute('idref'))?.getAttribute('href') ?? '',
  );
  const textOf = (name: string): string | undefined => listElements(book, name)[0]?.textContent ?? undefined;
  return {
    isTyped: isTyped(bytes),
    problems,
    title: textOf('dc:title'),
    language: textOf('dc:language'),
    identifier: textOf('dc:identifier'),
    metadata: readMetadata(book),
    documents: spine.flatMap((name) => {
      const document = parsed.get(name);
      return document && name !== navigationName ? [readDocument(name, document, (href) => resolves(name, href))] : [];
    }),
    navigation: listElements(navigation, 'nav')
      .filter((nav) => nav.getAttribute('epub:type') === 'toc')
      .flatMap((nav) => [...nav.getElementsByTagName('a')])
      .map((link) => {
        const href = link.getAttribute('href') ?? '';
        return { title: link.textContent ?? '', href, resolves: resolves(navigationName, href) };
      }),
  };
} // prettier-ignore

/** What the container format asks of the first file: its name, no compression, nothing between them. */
function isTyped(bytes: Uint8Array): boolean {
  const start = strFromU8(bytes.slice(0, 58), true);
  const isStored = bytes[8] === 0 && bytes[9] === 0 && bytes[28] === 0 && bytes[29] === 0;
  return isStored && start.startsWith('PK\u0003\u0004') && start.endsWith('mimetypeapplication/epub+zip');
}

function parseXml(file: string, source: string, problems: EpubReading['problems']): Document | undefined {
  try {
    const complain = (_level: string, message: string): void => void problems.push({ file, message });
    return new DOMParser({ onError: complain }).parseFromString(source, 'application/xml');
  } catch {
    // It told its complaint before it threw.
    return undefined;
  }
}

function readDocument(
  name: string,
  document: Document,
  resolves: (href: string) => boolean,
): EpubDocumentReading {
  const all = listElements(document, '*');
  const root = document.documentElement;
  return {
    name,
    language: root?.getAttribute('xml:lang') ?? undefined,
    title: document.getElementsByTagName('title')[0]?.textContent ?? undefined,
    text: readText(document.getElementsByTagName('body')[0]),
    headings: all.flatMap((one) => {
      const level = /^h([1-3])$/.exec(one.tagName)?.[1];
      return level === undefined ? [] : [{ id: one.getAttribute('id') ?? '', level: Number(level) }];
    }),
    ids: listIds(document),
    links: all
      .filter(({ tagName }) => tagName === 'a')
      .map((link) => {
        const href = link.getAttribute('href');
        return { href: href ?? '', resolves: href !== null && resolves(href) };
      }),
    alternatives: all.flatMap((one) => {
      const attribute = { math: 'alttext', img: 'alt' }[one.tagName];
      return attribute === undefined ? [] : [{ role: one.tagName, text: one.getAttribute(attribute) ?? undefined }];
    }),
  };
} // prettier-ignore

function readText(node: Element | undefined): string {
  if (!node || node.tagName === 'math') return '';
  const parts = [...node.childNodes].map((child) =>
    child.nodeType === child.ELEMENT_NODE ? readText(child as Element) : (child.nodeValue ?? ''),
  );
  return `${parts.join('')} `;
}

function readMetadata(book: Document | undefined): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const meta of listElements(book, 'meta')) {
    const property = meta.getAttribute('property') ?? '';
    found.set(property, [...(found.get(property) ?? []), meta.textContent ?? '']);
  }
  return found;
}

function listIds(document: Document | undefined): string[] {
  return listElements(document, '*').flatMap((one) => one.getAttribute('id') ?? []);
}

function listElements(document: Document | undefined, name: string): Element[] {
  return document ? [...document.getElementsByTagName(name)] : [];
}
