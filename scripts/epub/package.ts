/** The package document: what an EPUB is, what it holds, in which order; and where it lies. */
import { createHash } from 'node:crypto';
import type { Element } from 'hast';
import type { Book } from '../book/model.ts';
import { bookWords as words } from '../book/words.ts';
import { coverName } from './cover.ts';
import { navigationName } from './navigation.ts';
import type { EpubDocument } from './page.ts';
import { styleName } from './page.ts';
import { element } from './xml.ts';

export const packageName = 'package.opf';
export const packageFolder = 'EPUB';

export function setContainer(): Element {
  const namespace = 'urn:oasis:names:tc:opendocument:xmlns:container';
  return element('container', { xmlns: namespace, version: '1.0' }, [
    element('rootfiles', {}, [
      element('rootfile', {
        'full-path': `${packageFolder}/${packageName}`,
        'media-type': 'application/oebps-package+xml',
      }),
    ]),
  ]);
}

/** @param documents in reading order */
export function setPackage(book: Book, documents: readonly EpubDocument[], hasMath: (name: string) => boolean): Element {
  const namespaces = { xmlns: 'http://www.idpf.org/2007/opf', 'xml:lang': book.language };
  return element('package', { ...namespaces, version: '3.0', 'unique-identifier': 'identifier' }, [
    setMetadata(book, documents.some(({ name }) => hasMath(name))),
    element('manifest', {}, [
      ...documents.map(({ name }) => {
        const properties = [name === navigationName ? 'nav' : '', hasMath(name) ? 'mathml' : ''].join(' ').trim();
        return element('item', { id: toItemId(name), href: name, 'media-type': 'application/xhtml+xml', ...(properties ? { properties } : {}) });
      }),
      element('item', { id: 'cover-image', href: coverName, 'media-type': 'image/svg+xml', properties: 'cover-image' }),
      element('item', { id: 'style', href: styleName, 'media-type': 'text/css' }),
    ]),
    element('spine', {}, documents.map(({ name }) => element('itemref', { idref: toItemId(name) }))),
  ]);
} // prettier-ignore

function toItemId(name: string): string {
  return name.replace(/\.xhtml$/, '').replace(/^(?=\d)/, 'n');
}

function setMetadata(book: Book, hasMath: boolean): Element {
  const { title, part, language, description, licences, site, released, captured } = book;
  const { accessibility } = words;
  const properties: [property: string, value: string][] = [
    ['dcterms:modified', `${captured}T00:00:00Z`],
    ['schema:accessMode', 'textual'],
    ['schema:accessModeSufficient', 'textual'],
    ...accessibilityFeatures(hasMath).map((feature): [string, string] => ['schema:accessibilityFeature', feature]),
    ['schema:accessibilityHazard', 'none'],
    ['schema:accessibilitySummary', hasMath ? `${accessibility.summary} ${accessibility.math}` : accessibility.summary],
  ];
  return element('metadata', { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' }, [
    element('dc:identifier', { id: 'identifier' }, [toIdentifier(book)]),
    element('dc:title', {}, [part === undefined ? title : `${title}: ${part}`]),
    element('dc:language', {}, [language]),
    element('dc:description', {}, [description]),
    element('dc:date', {}, [released]),
    element('dc:rights', {}, [licences.map(({ label, text }) => `${label}: ${text.replace(/\.$/, '')}.`).join(' ')]),
    element('dc:source', {}, [site]),
    ...properties.map(([property, value]) => element('meta', { property }, [value])),
  ]);
} // prettier-ignore

function accessibilityFeatures(hasMath: boolean): string[] {
  const always = ['alternativeText', 'structuralNavigation', 'tableOfContents', 'readingOrder'];
  return hasMath ? [...always, 'MathML', 'describedMath'] : always;
}

/** Version 8 of RFC 9562: bits of our own, here of a digest, so that the same book has the same name. */
function toIdentifier({ id, version, digest }: Book): string {
  const hex = createHash('sha256').update(`${id}\n${version}\n${digest}`).digest('hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, variant + hex.slice(17, 20), hex.slice(20, 32)]; // prettier-ignore
  return `urn:uuid:${parts.join('-')}`;
}
