/** The part of CBOR (RFC 8949) that Pagefind 1.6 writes, after a signature: numbers, texts and lists. */

/** What comes before the data in a file of Pagefind's. */
export const signature = 'pagefind_dcd';

export type Kind = 'number' | 'text' | 'list';

/** The kinds of values, by the first bits of their heads. */
export const kinds: Readonly<Record<Kind, number>> = { number: 0, text: 3, list: 4 };

export type Reader = {
  /** How many bytes were read. */
  at(): number;
  /** The kind of the next value. */
  kind(): Kind | undefined;
  /** Reads the head of a value: a number itself, the length of a list. @throws where the value is of another kind */
  head(kind: Kind): number;
  /** Reads a text: a letter for each of its bytes. */
  text(): string;
  skipNumbers(count: number): void;
};

/**
 * @param letters all bytes as text, a letter for each: a call for each text takes long
 * @throws where the signature is another
 */
export function openReader(bytes: Uint8Array, letters: string): Reader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = signature.length;
  if (!letters.startsWith(signature)) throw new Error('Unexpected file of Pagefind');

  /** The number of a head, and past it. */
  function next(): number {
    const short = view.getUint8(at) & 31;
    at += 1;
    if (short < 24) return short;
    const length = 2 ** (short - 24);
    if (length > 4) throw new Error('Unexpected number in a file of Pagefind');
    at += length;
    if (length === 1) return view.getUint8(at - 1);
    return length === 2 ? view.getUint16(at - 2) : view.getUint32(at - 4);
  }
  function head(kind: Kind): number {
    if (view.getUint8(at) >> 5 !== kinds[kind]) throw new Error('Unexpected value in a file of Pagefind');
    return next();
  }
  return {
    at: () => at,
    head,
    kind: () => (Object.keys(kinds) as Kind[]).find((kind) => kinds[kind] === view.getUint8(at) >> 5),
    text: () => {
      const length = head('text');
      at += length;
      return letters.slice(at - length, at);
    },
    skipNumbers: (count) => {
      for (let left = count; left > 0; left -= 1) next();
    },
  };
}
