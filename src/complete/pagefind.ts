/**
 * Pagefind's part of the search index: the words of all texts, in small files of which a query loads a few. Pagefind indexes
 * block by block, which needs little memory, and what it made of a block is kept; `joinBlocks` makes one index of all.
 */
import { gunzipSync } from 'node:zlib';
import type { PagefindIndex } from 'pagefind';
import type { FullTextRecord } from '../contract/search/build-index.ts';
import { signature } from '../contract/search/cbor.ts';
import { digestOfBytes } from '../lib/known-files.ts';
import { readMetadata } from './pagefind-format.ts';

/** What Pagefind made of a block: its pages in the order of the records, and the parts of its index of words, unpacked. */
export type TextBlock = {
  /** What else is known of a page beside its text, in the order by which Pagefind counts. */
  fields: string[];
  pages: { digest: string; words: number; fragment: Uint8Array }[];
  words: Uint8Array[];
};

/** Files that are the same for every index of one language. */
export type Client = { path: string; content: Uint8Array }[];

export type FullTextIndexer = {
  /** @param records all of one language; those without a text are no pages of Pagefind's */
  index(records: readonly FullTextRecord[]): Promise<TextBlock>;
  readClient(language: string): Promise<Client>;
  close(): Promise<void>;
};

/** Pagefind in a process of its own. */
export async function startIndexer(): Promise<FullTextIndexer> {
  const { close, createIndex } = await import('pagefind');
  const readFiles = async (records: readonly FullTextRecord[]): Promise<Map<string, Uint8Array>> => {
    const { index, errors } = await createIndex({});
    if (!index) throw new Error(errors.join('\n'));
    try {
      return await indexAll(index, records);
    } finally {
      await index.deleteIndex();
    }
  };
  return {
    index: async (records) => {
      const texts = records.filter(({ content }) => content !== '');
      return texts.length === 0
        ? { fields: [], pages: [], words: [] }
        : toBlock(await readFiles(texts), texts);
    },
    readClient: async (language) => {
      const files = await readFiles([{ url: '/', language, content: 'text', meta: {} }]);
      return Array.from(files, ([path, content]) => ({ path, content })).filter(({ path }) => isClient(path));
    },
    close: async () => void (await close()),
  };
}

/** Pagefind's own interfaces are left out: this site has one of its own, with the strings and styles of its pages. */
function isClient(path: string): boolean {
  return /^(?:pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|wasm\..*)$/.test(path);
}

async function indexAll(
  index: PagefindIndex,
  records: readonly FullTextRecord[],
): Promise<Map<string, Uint8Array>> {
  const added = await Promise.all(records.map((record) => index.addCustomRecord(record)));
  const failed = added.flatMap((response) => response.errors);
  if (failed.length > 0) throw new Error(`Pages that cannot be indexed:\n${failed.join('\n')}`);
  const { files, errors } = await index.getFiles();
  if (errors.length > 0) throw new Error(errors.join('\n'));
  return new Map(files.map(({ path, content }) => [path, content]));
}

function toBlock(files: ReadonlyMap<string, Uint8Array>, records: readonly FullTextRecord[]): TextBlock {
  const metadata = unpack(find(files, [...files.keys()].find((path) => path.endsWith('.pf_meta')) ?? ''));
  const { fields, chunks, pages: list } = readMetadata(metadata);
  const pages = list.map(({ name, words }) => {
    const fragment = find(files, `fragment/${name}.pf_fragment`);
    return { digest: digestOfBytes(fragment), words, fragment };
  });
  assertOrder(records, pages);
  return { fields, pages, words: chunks.map(({ name }) => unpack(find(files, `index/${name}.pf_index`))) };
}

/** The places of entries go by the order of Pagefind's pages. */
function assertOrder(records: readonly FullTextRecord[], pages: TextBlock['pages']): void {
  if (pages.length !== records.length) {
    throw new Error(`Pagefind has ${pages.length} of ${records.length} pages`);
  }
  for (const at of new Set([0, Math.floor(pages.length / 2), pages.length - 1])) {
    const content = Buffer.from(unpack(pages[at]?.fragment ?? new Uint8Array())).toString();
    const { url } = JSON.parse(content.slice(signature.length)) as { url: string };
    if (url !== records[at]?.url) throw new Error(`Pagefind has ${url} in the place of ${records[at]?.url}`);
  }
}

function unpack(content: Uint8Array): Uint8Array {
  return gunzipSync(content);
}

function find(files: ReadonlyMap<string, Uint8Array>, path: string): Uint8Array {
  const content = files.get(path);
  if (!content) throw new Error(`Pagefind has no file ${path}`);
  return content;
}
