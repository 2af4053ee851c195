/**
 * The files of Pagefind's index, read and written, as its version 1.6 has them: CBOR (RFC 8949) after a signature. A file of
 * words has, for each word, the pages that it stands on, each as the distance from the one before with its places there; and
 * the same again for each form with accents. Places are never looked at here, so they are copied as they are.
 */
import { signature, type Reader } from '../contract/search/cbor.ts';
import { openBytes, openWriter, readValue, type Writer } from './cbor.ts';

/**
 * Where a word stands on the pages of a block: the bytes from its places on the first page to those on the last, and which
 * pages these two are among all.
 */
export type Run = {
  bytes: Uint8Array;
  start: number;
  end: number;
  pages: number;
  first: number;
  last: number;
};

export type WordRuns = { word: string; run: Run; forms: { form: string; run: Run }[] };

export type Metadata = {
  version: string;
  pages: { name: string; words: number }[];
  /** Files of words: the beginnings of the first and the last word, as far as they part them from the next file's. */
  chunks: { from: string; to: string; name: string }[];
  fields: string[];
};

/** @throws where it is no list of pages as this version writes it */
export function readMetadata(bytes: Uint8Array): Metadata {
  const value = readValue(openBytes(bytes)) as [string, [string, number][], string[][], [], [], string[]];
  const [version, pages, chunks, filters, sorts, fields] = value;
  if (value.length !== 6 || filters.length > 0 || sorts.length > 0) {
    throw new Error('Unexpected list of the pages of Pagefind');
  }
  return {
    version,
    pages: pages.map(([name, words]) => ({ name, words })),
    chunks: chunks.map(([from = '', to = '', name = '']) => ({ from, to, name })),
    fields,
  };
}

export function writeMetadata({ version, pages, chunks, fields }: Metadata): Uint8Array {
  const writer = openWriter();
  writer.text(signature);
  writer.value([
    version,
    pages.map(({ name, words }) => [name, words, '']),
    chunks.map(({ from, to, name }) => [from, to, name]),
    [],
    [],
    fields,
  ]);
  return writer.take();
}

/**
 * The words of one file, in the order in which they stand there; words are strings of bytes, which sort as Pagefind sorts them.
 * @param offset of the first page of the block among all
 */
export function* readWords(bytes: Uint8Array, offset: number): Generator<WordRuns> {
  const reader = openBytes(bytes);
  reader.head('list');
  for (let left = reader.head('list'); left > 0; left -= 1) {
    reader.head('list');
    const word = reader.text();
    const run = readRun(reader, bytes, offset);
    const forms: WordRuns['forms'] = [];
    for (let others = reader.head('list'); others > 0; others -= 1) {
      reader.head('list');
      forms.push({ form: reader.text(), run: readRun(reader, bytes, offset) });
    }
    yield { word, run, forms };
  }
}

function readRun(reader: Reader, bytes: Uint8Array, offset: number): Run {
  const pages = reader.head('list');
  let [start, first, last] = [0, 0, 0];
  for (let page = 0; page < pages; page += 1) {
    reader.head('list');
    const distance = reader.head('number');
    if (page === 0) [start, first] = [reader.at(), distance];
    last += distance;
    reader.skipNumbers(reader.head('list'));
    reader.skipNumbers(reader.head('list'));
  }
  return { bytes, start, end: reader.at(), pages, first: offset + first, last: offset + last };
}

/** A word with the runs of all blocks, in their order. */
export type JoinedWord = {
  word: string;
  runs: readonly Run[];
  forms: readonly { form: string; runs: readonly Run[] }[];
};

/** A file of words, and the first and the last of them. */
export type WordsFile = { first: string; last: string; content: Uint8Array };

/**
 * @param words in their order
 * @param size of one file, about, in bytes
 */
export function writeWords(words: readonly JoinedWord[], size: number): WordsFile[] {
  const writer = openWriter();
  const files: WordsFile[] = [];
  let own: string[] = [];
  for (const one of words) {
    const before = writer.size();
    writeWord(writer, one);
    if (own.length > 0 && writer.size() > size) {
      files.push(toWordsFile(own, writer.take(before)));
      own = [];
    }
    own.push(one.word);
  }
  if (own.length > 0) files.push(toWordsFile(own, writer.take()));
  return files;
}

function toWordsFile(words: readonly string[], bytes: Uint8Array): WordsFile {
  const writer = openWriter();
  writer.text(signature);
  writer.head('list', 1);
  writer.head('list', words.length);
  writer.copy(bytes, 0, bytes.length);
  return { first: words[0] ?? '', last: words.at(-1) ?? '', content: writer.take() };
}

function writeWord(writer: Writer, { word, runs, forms }: JoinedWord): void {
  writer.head('list', 3);
  writer.bytes(word);
  writeRuns(writer, runs);
  writer.head('list', forms.length);
  for (const { form, runs: own } of forms) {
    writer.head('list', 2);
    writer.bytes(form);
    writeRuns(writer, own);
  }
}

function writeRuns(writer: Writer, runs: readonly Run[]): void {
  writer.head(
    'list',
    runs.reduce((sum, { pages }) => sum + pages, 0),
  );
  let before = 0;
  for (const { bytes, start, end, first, last } of runs) {
    writer.head('list', 3);
    writer.head('number', first - before);
    writer.copy(bytes, start, end);
    before = last;
  }
}
