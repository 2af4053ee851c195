/** Pagefind's CBOR as Node reads and writes it: texts are strings of bytes where they are only compared and copied. */
import { kinds, openReader, type Kind, type Reader } from '../contract/search/cbor.ts';

export type Value = number | string | Value[];

export function openBytes(bytes: Uint8Array): Reader {
  return openReader(bytes, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'));
}

/** Any value, its texts as text. */
export function readValue(reader: Reader): Value {
  const kind = reader.kind();
  if (kind === 'text') return fromBytes(reader.text());
  if (kind === 'number') return reader.head('number');
  return Array.from({ length: reader.head('list') }, () => readValue(reader));
}

/** A string of bytes as text. */
export function fromBytes(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString();
}

export type Writer = ReturnType<typeof openWriter>;

export function openWriter() {
  let target = Buffer.alloc(1 << 16);
  let at = 0;
  const reserve = (length: number): void => {
    if (at + length <= target.length) return;
    target = Buffer.concat([target], 2 * (at + length));
  };
  const head = (kind: Kind, value: number): void => {
    reserve(5);
    const length = value < 24 ? 0 : value < 2 ** 8 ? 1 : value < 2 ** 16 ? 2 : 4;
    target[at] = (kinds[kind] << 5) | (length === 0 ? value : 24 + Math.log2(length));
    if (length > 0) target.writeUIntBE(value, at + 1, length);
    at += 1 + length;
  };
  const text = (one: string): void => {
    reserve(one.length);
    at += target.write(one, at, 'latin1');
  };
  const bytes = (one: string): void => {
    head('text', one.length);
    text(one);
  };
  const value = (one: Value): void => {
    if (typeof one === 'number') return head('number', one);
    if (typeof one === 'string') return bytes(Buffer.from(one).toString('latin1'));
    head('list', one.length);
    one.forEach(value);
  };
  return {
    head,
    text,
    bytes,
    value,
    copy: (source: Uint8Array, start: number, end: number): void => {
      reserve(end - start);
      target.set(source.subarray(start, end), at);
      at += end - start;
    },
    /** How many bytes were written since they were last taken. */
    size: () => at,
    /** What was written since it was last taken, or the first so many bytes of it. */
    take: (length = at): Uint8Array => {
      const taken = new Uint8Array(target.subarray(0, length));
      target.copyWithin(0, length, at);
      at -= length;
      return taken;
    },
  };
}
