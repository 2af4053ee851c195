/** The frame of every document of an EPUB. */
import type { Element, ElementContent } from 'hast';
import { element } from './xml.ts';

export type EpubDocument = {
  /** The name of its file. */
  name: string;
  title: string;
  /** What it is, in the vocabulary of EPUB: of its `body`. */
  type: 'cover' | 'frontmatter' | 'bodymatter' | 'backmatter';
  children: ElementContent[];
};

export const styleName = 'book.css';

export function toPage({ title, type, children }: EpubDocument, language: string): Element {
  const namespaces = { xmlns: 'http://www.w3.org/1999/xhtml', 'xmlns:epub': 'http://www.idpf.org/2007/ops' };
  return element('html', { ...namespaces, lang: language, 'xml:lang': language }, [
    element('head', {}, [
      element('meta', { charset: 'utf-8' }),
      element('title', {}, [title]),
      element('link', { rel: 'stylesheet', type: 'text/css', href: styleName }),
    ]),
    element('body', { 'epub:type': type }, children),
  ]);
}
