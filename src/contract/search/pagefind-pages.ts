/**
 * The list of Pagefind's pages, in the order in which they were given to it: what it calls each, and how many words it has.
 * Its client loads this list and keeps it to itself, so it is read here once more (from the browser's cache). CBOR
 * (RFC 8949): an array of the version, of the pages as [name, words, ...], and of more that is not needed.
 */

export type PagefindPage = { name: string; words: number };

/** What comes before the data in a file of Pagefind's. */
export const signature = 'pagefind_dcd';

/** @throws where it is not such a list */
export function readPages(bytes: Uint8Array): PagefindPage[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // All at once, as every byte is a letter of what is read of it: a call for each name takes long.
  const letters = new TextDecoder('latin1').decode(bytes);
  let at = signature.length;
  if (!letters.startsWith(signature)) throw new Error('Unexpected list of pages');
  expect(4);
  readText();
  return Array.from({ length: expect(4) }, () => {
    const fields = expect(4);
    const page = { name: readText(), words: expect(0) };
    for (let field = 2; field < fields; field += 1) readText();
    return page;
  });

  /** Reads the head of a value of a kind: its number, its length. */
  function expect(kind: number): number {
    const head = view.getUint8(at);
    at += 1;
    if (head >> 5 !== kind) throw new Error('Unexpected value in the list of pages');
    const short = head & 31;
    if (short < 24) return short;
    const length = 2 ** (short - 24);
    const value = length === 1 ? view.getUint8(at) : length === 2 ? view.getUint16(at) : view.getUint32(at);
    at += length;
    return value;
  }

  function readText(): string {
    const length = expect(3);
    at += length;
    return letters.slice(at - length, at);
  }
}
