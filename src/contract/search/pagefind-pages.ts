/**
 * The list of Pagefind's pages, in the order in which they were given to it: what it calls each, and how many words it has.
 * Its client loads this list and keeps it to itself, so it is read here once more (from the browser's cache): an array of the
 * version, of the pages as [name, words, ...], and of more that is not needed.
 */
import { openReader } from './cbor.ts';

export type PagefindPage = { name: string; words: number };

/** @throws where it is not such a list */
export function readPages(bytes: Uint8Array): PagefindPage[] {
  // Names are of ASCII, where each byte is a letter.
  const reader = openReader(bytes, new TextDecoder('latin1').decode(bytes));
  reader.head('list');
  reader.text();
  return Array.from({ length: reader.head('list') }, () => {
    const fields = reader.head('list');
    const page = { name: reader.text(), words: reader.head('number') };
    for (let field = 2; field < fields; field += 1) reader.text();
    return page;
  });
}
