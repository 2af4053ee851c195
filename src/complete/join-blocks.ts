/** One index of Pagefind's from what it made of each block. */
import { constants, gzipSync } from 'node:zlib';
import { fullTextFolder } from '../contract/search/index-format.ts';
import { digestOfBytes } from '../lib/known-files.ts';
import { fromBytes } from './cbor.ts';
import {
  readWords,
  writeMetadata,
  writeWords,
  type JoinedWord,
  type Metadata,
  type Run,
  type WordsFile,
} from './pagefind-format.ts';
import type { Client, TextBlock } from './pagefind.ts';
import { toSiteFile, type SiteFile } from './site-folder.ts';

/** A file of words is about so long before it is packed; a query loads one for each of its words. */
const chunkSize = 30_000;
/** So much of a digest is in a name, unless two would have the same. */
const shortest = 7;

/** A block, or several as one, without the fragments of its pages. */
export type TextWords = Omit<TextBlock, 'pages'> & { pages: { digest: string; words: number }[] };

/** What is held of a block while all are joined: fragments are read when they are written. */
export type JoinedBlock = TextWords & { readFragment(page: number): Uint8Array };

type Entry = {
  version: string;
  languages: Record<string, { hash: string; wasm: string; page_count: number }>;
};

/** Several blocks as one. */
export function uniteBlocks(blocks: readonly TextWords[]): TextWords {
  return {
    fields: toFields(blocks),
    pages: blocks.flatMap((block) => block.pages),
    words: writeWords(joinWords(blocks), Infinity).map(({ content }) => content),
  };
}

/**
 * @param blocks in the order of their pages
 * @returns the files of the index, and the name of that which lists the pages
 */
export function joinBlocks(
  blocks: readonly JoinedBlock[],
  client: Client,
): { files: SiteFile[]; list: string } {
  const entry = readEntry(client);
  const [[prefix, own] = []] = Object.entries(entry.languages);
  if (prefix === undefined || own === undefined) throw new Error('Pagefind names no language');
  const pages = blocks.flatMap((block) => block.pages);
  const fragmentNames = toNames(pages.map(({ digest }) => digest), prefix); // prettier-ignore
  const chunks = writeWords(joinWords(blocks), chunkSize);
  const chunkNames = toNames(chunks.map(({ content }) => digestOfBytes(content)), prefix); // prettier-ignore
  const metadata = writeMetadata({
    version: entry.version,
    pages: pages.map(({ words }, at) => ({ name: fragmentNames[at] ?? '', words })),
    chunks: toRanges(chunks, chunkNames),
    fields: toFields(blocks),
  });
  const hash = `${prefix}_${digestOfBytes(metadata).slice(0, 10)}`;
  const list = `pagefind.${hash}.pf_meta`;
  const languages = { [prefix]: { ...own, hash, page_count: pages.length } };
  return {
    list,
    files: [
      ...client.map(({ path, content }) =>
        toFile(path, path === entryFile ? JSON.stringify({ ...entry, languages }) : content),
      ),
      toFile(list, packList(metadata)),
      ...chunks.map(({ content }, at): SiteFile => ({
        ...toKeyed(`index/${chunkNames[at]}.pf_index`, digestOfBytes(content)),
        make: () => gzipSync(content),
      })),
      ...toFragments(blocks, fragmentNames),
    ],
  };
}

/** Its names are random: the short repetitions in them take more than the letters, an eighth of the file. */
function packList(metadata: Uint8Array): Uint8Array {
  return gzipSync(metadata, { level: constants.Z_BEST_COMPRESSION, strategy: constants.Z_FILTERED });
}

const entryFile = 'pagefind-entry.json';

function readEntry(client: Client): Entry {
  const file = client.find(({ path }) => path === entryFile);
  return JSON.parse(Buffer.from(file?.content ?? []).toString()) as Entry;
}

/** Words name fields by their places, so all blocks must have the same. */
function toFields(blocks: readonly TextWords[]): string[] {
  const [first = [], ...others] = blocks.filter(({ pages }) => pages.length > 0).map(({ fields }) => fields);
  if (others.some((fields) => fields.join() !== first.join())) throw new Error('Blocks have other fields');
  return first;
}

function toFragments(blocks: readonly JoinedBlock[], names: readonly string[]): SiteFile[] {
  let at = 0;
  return blocks.flatMap(({ pages, readFragment }) =>
    pages.map(({ digest }, page): SiteFile => {
      const name = names[at];
      at += 1;
      return { ...toKeyed(`fragment/${name}.pf_fragment`, digest), make: () => readFragment(page) };
    }),
  );
}

const toPath = (name: string): string => `/${fullTextFolder}/${name}`;
const toKeyed = (name: string, key: string): { path: string; key: string } => ({ path: toPath(name), key });
const toFile = (name: string, content: string | Uint8Array): SiteFile => toSiteFile([toPath(name), content]);

/** Every word of the blocks with all pages that it stands on, sorted by its bytes. */
function joinWords(blocks: readonly TextWords[]): JoinedWord[] {
  const words = new Map<string, { runs: Run[]; forms?: Map<string, Run[]> }>();
  let offset = 0;
  for (const { pages, words: files } of blocks) {
    for (const file of files) {
      for (const { word, run, forms } of readWords(file, offset)) {
        let known = words.get(word);
        if (!known) words.set(word, (known = { runs: [] }));
        if (run.pages > 0) known.runs.push(run);
        for (const { form, run: own } of forms) {
          known.forms ??= new Map();
          known.forms.set(form, [...(known.forms.get(form) ?? []), own]);
        }
      }
    }
    offset += pages.length;
  }
  return Array.from(words, ([word, { runs, forms = [] }]) => ({
    word,
    runs,
    forms: Array.from(forms, ([form, own]) => ({ form, runs: own })).sort((a, b) =>
      a.form < b.form ? -1 : 1,
    ),
  })).sort((a, b) => (a.word < b.word ? -1 : 1));
}

function toRanges(chunks: readonly WordsFile[], names: readonly string[]): Metadata['chunks'] {
  const ends = chunks.map(({ first, last }) => ({
    first: Array.from(fromBytes(first)),
    last: Array.from(fromBytes(last)),
  }));
  return ends.map(({ first, last }, at) => ({
    from: cut(first, ends[at - 1]?.last),
    to: cut(last, ends[at + 1]?.first),
    name: names[at] ?? '',
  }));
}

/** As much of a word as parts it from another. */
function cut(word: readonly string[], other: readonly string[] | undefined): string {
  if (!other) return word.join('');
  const shared = word.findIndex((sign, at) => sign !== other[at]);
  return shared === -1 ? word.join('') : word.slice(0, shared + 1).join('');
}

/** A name for each digest: as short as can be. */
function toNames(digests: readonly string[], prefix: string): string[] {
  const counts = new Map<string, number>();
  for (const digest of digests) {
    const name = digest.slice(0, shortest);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return digests.map((digest) => {
    const name = digest.slice(0, shortest);
    return `${prefix}_${counts.get(name) === 1 ? name : digest}`;
  });
}
