/**
 * The search index, made in the same build as the pages and from the same content. Documents are indexed in blocks, and what
 * was made of a block is kept until one of its documents changes.
 */
import { setImmediate as takeTurns } from 'node:timers/promises';
import {
  collectAbbreviations,
  makeShortFormFinder,
  type ShortFormFinder,
} from '../contract/search/abbreviations.ts';
import { buildIndex, toBlocks, toGroups, toPlaces, toRecords } from '../contract/search/build-index.ts';
import { toPaperDocument, toTextDocument, type SearchDocument } from '../contract/search/document.ts';
import { indexFolder } from '../contract/search/index-format.ts';
import { readDocument, type ReadDocument } from '../contract/search/read-document.ts';
import { countWords, uniteWords, type WordBlock } from '../contract/search/words.ts';
import { makeBenchmarkNames } from '../contract/indexes.ts';
import { digestOf, digestOfCode } from '../lib/digest.ts';
import { chapterPath, docPath, paperPath } from '../lib/links.ts';
import { openCache } from '../load/cache.ts';
import type { PaperEntry } from '../lib/entries.ts';
import type { StoreEntries } from '../load/store-entries.ts';
import type { LoadedSurvey } from '../load/survey.ts';
import { joinBlocks, uniteBlocks, type JoinedBlock, type TextWords } from './join-blocks.ts';
import { startIndexer, type Client, type FullTextIndexer, type TextBlock } from './pagefind.ts';
import type { SiteFile } from './site-folder.ts';

/** The files of an index, and how many pages are in it. */
export type SearchIndex = { files: SiteFile[]; pages: number };

const wordBlocks = openCache<WordBlock>('search words');
const textBlocks = openCache<TextBlock>('search texts', 'bytes');
const textGroups = openCache<TextWords>('search groups', 'bytes');
const clients = openCache<Client>('search client', 'bytes');

export function makeSearchIndex(entries: StoreEntries, { papers }: LoadedSurvey): Promise<SearchIndex> {
  const abstracts = new Map(papers.map(({ slug, text }) => [slug, text.abstract]));
  const documents = toDocuments(entries, ({ slug }) => abstracts.get(slug) ?? '');
  return indexDocuments(documents, toLanguage(entries));
}

export const toLanguage = ({ survey }: StoreEntries): string => survey[0]?.data.language ?? 'en';

export async function indexDocuments(
  documents: readonly SearchDocument[],
  language: string,
): Promise<SearchIndex> {
  const placed = toPlaces(documents);
  const abbreviations = collectAbbreviations(placed.map(({ text }) => text));
  const blocks = toBlocks(placed).map((block): Block => {
    return { digest: digestOf([block, abbreviations, language, digestOfCode()]), documents: block };
  });
  const client = await indexBlocks(blocks, language, makeShortFormFinder(abbreviations));
  const groups = toGroups(blocks).map(toGroup);
  const { files, list } = joinBlocks(groups.map(toJoined), client);
  const entries = placed.map(({ entry }) => entry);
  const versions = {
    entries: digestOf([entries, language, digestOfCode()]),
    words: digestOf([entries.map(({ url }) => url), blocks.map(({ digest }) => digest)]),
  };
  const beside = buildIndex({
    entries,
    blocks: readWordGroups(groups),
    abbreviations,
    pages: list,
    versions: { entries: versions.entries.slice(0, 8), words: versions.words.slice(0, 8) },
    language,
  });
  const own = beside.map(({ name, of, make }): SiteFile => ({
    path: `/${indexFolder}/${name}`,
    key: of && versions[of],
    make: () => JSON.stringify(make()),
  }));
  return { files: [...files, ...own], pages: documents.length };
}

type Block = { digest: string; documents: readonly SearchDocument[] };

/** Blocks that Pagefind has at a time; it takes longer for one than the counting of words here does. */
const ahead = 8;

/** Indexes the blocks that are not kept; Pagefind works on the texts of some while the words of the next are counted here. */
async function indexBlocks(
  blocks: readonly Block[],
  language: string,
  findShortForms: ShortFormFinder,
): Promise<Client> {
  let starting: Promise<FullTextIndexer> | undefined;
  const start = (): Promise<FullTextIndexer> => (starting ??= startIndexer());
  const index = async (digest: string, documents: readonly ReadDocument[]): Promise<void> => {
    const indexer = await start();
    textBlocks.write(digest, await indexer.index(toRecords(documents, language, findShortForms)));
  };
  const atWork: Promise<void>[] = [];
  for (const { digest, documents } of blocks) {
    const isNew = { texts: !textBlocks.has(digest), words: !wordBlocks.has(digest) };
    if (!isNew.texts && !isNew.words) continue;
    const read = documents.map(readDocument);
    if (isNew.texts) {
      const indexing = index(digest, read);
      // What fails is told where it is waited for.
      indexing.catch(() => undefined);
      atWork.push(indexing);
    }
    if (isNew.words) wordBlocks.write(digest, countWords(read, findShortForms));
    await (atWork.length > ahead ? atWork.shift() : takeTurns());
  }
  await Promise.all(atWork);
  const digest = digestOf([language, digestOfCode()]);
  if (!clients.has(digest)) clients.write(digest, await (await start()).readClient(language));
  await (await starting)?.close();
  return required(clients.read(digest), digest);
}

/** Blocks that are joined, so that one of them that changes is not joined with all others anew. */
type Group = { digest: string; blocks: readonly Block[] };

function toGroup(blocks: readonly Block[]): Group {
  const [first, ...others] = blocks.map(({ digest }) => digest);
  return { digest: others.length === 0 ? (first ?? '') : digestOf([first, ...others]), blocks };
}

/** The words of groups, each united first where it is not kept. */
function* readWordGroups(groups: readonly Group[]): Generator<WordBlock> {
  for (const { digest, blocks } of groups) {
    if (!wordBlocks.has(digest)) wordBlocks.write(digest, uniteWords(readWords(blocks)));
    yield required(wordBlocks.read(digest), digest);
  }
}

function* readWords(blocks: readonly Block[]): Generator<WordBlock> {
  for (const { digest } of blocks) yield required(wordBlocks.read(digest), digest);
}

/** The texts of a group. */
function toJoined({ digest, blocks }: Group): JoinedBlock {
  const [only, ...others] = blocks;
  if (only && others.length === 0) return { ...readTexts(only), readFragment: makeFragmentReader(blocks) };
  if (!textGroups.has(digest)) textGroups.write(digest, uniteBlocks(blocks.map(readTexts)));
  return { ...required(textGroups.read(digest), digest), readFragment: makeFragmentReader(blocks) };
}

function readTexts({ digest }: Block): TextWords {
  const { pages, words, fields } = required(textBlocks.read(digest), digest);
  return {
    fields,
    words,
    pages: pages.map(({ digest: page, words: count }) => ({ digest: page, words: count })),
  };
}

let last: { digest: string; block: TextBlock } | undefined;

/** Fragments are asked for one after the other, so one block of them is held at a time. */
function makeFragmentReader(blocks: readonly Block[]): JoinedBlock['readFragment'] {
  const places = blocks.flatMap(({ digest, documents }) =>
    documents.filter(({ text }) => text !== '').map((_, page) => ({ digest, page })),
  );
  return (at) => {
    const { digest, page } = places[at] ?? { digest: '', page: 0 };
    if (last?.digest !== digest) last = { digest, block: required(textBlocks.read(digest), digest) };
    return last.block.pages[page]?.fragment ?? new Uint8Array();
  };
}

function required<T>(value: T | undefined, digest: string): T {
  if (value === undefined) throw new Error(`Nothing of the search is kept under ${digest}`);
  return value;
}

/** What is indexed, in an order that does not change. */
export function toDocuments(
  { survey, papers, chapters, docs }: StoreEntries,
  toAbstract: (paper: PaperEntry) => string,
): SearchDocument[] {
  const titles = new Map(chapters.map(({ id, data }) => [id, data.title]));
  const nameBenchmark = makeBenchmarkNames(survey[0]?.data.benchmarks ?? []);
  return [
    ...papers.map(({ id, data: paper }) =>
      toPaperDocument({
        url: paperPath(id),
        data: paper.data,
        text: { ...paper, abstract: toAbstract(paper) },
        chapterTitle: titles.get(paper.data.chapter) ?? paper.data.chapter,
        benchmarks: [...new Set((paper.data.benchmarks ?? []).map(nameBenchmark))],
      }),
    ),
    ...chapters.map(({ id, data: { title, scope, text } }) =>
      toTextDocument('chapter', { url: chapterPath(id), title, text: `${scope}\n\n${text}`.trim() }),
    ),
    ...docs.map(({ id, data }) => toTextDocument('doc', { url: docPath(id), ...data })),
  ];
}
