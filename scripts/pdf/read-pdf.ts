/**
 * What a PDF says of itself, read with pdf.js, which had no part in making it: text, outline, links, fonts, tags. Long files
 * are read by two processes.
 */
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { engage } from '../processes.ts';
import { readPages, type PageReading } from './read-pages.ts';

export type PdfReading = {
  title: string | undefined;
  language: string | undefined;
  /** Whether a window shows the title and not the name of the file. */
  displaysTitle: boolean;
  isTagged: boolean;
  /** The part of PDF/UA that the metadata names. */
  accessibilityPart: string | undefined;
  /** In order, with levels from 1. */
  outline: { title: string; level: number; resolves: boolean }[];
  pages: PageReading[];
};

/** From so many pages on a second process is worth its start: its first pages take as long as fifty later ones. */
const manyPages = 120;

/** The program that reads the second half of a long file. */
const reader = new URL('reader.ts', import.meta.url);

/** Loads pdf.js, which takes a while. */
export async function prepareReading(): Promise<void> {
  await getResolvedPDFJS();
}

type Question = { bytes: Uint8Array; first: number; last: number };

export async function readPdf(bytes: Uint8Array): Promise<PdfReading> {
  const document = await getDocumentProxy(Uint8Array.from(bytes));
  const count = document.numPages;
  const middle = count < manyPages ? count : Math.ceil(count / 2);
  const rest =
    middle < count
      ? engage<Question, PageReading[]>(reader).ask({ bytes, first: middle + 1, last: count })
      : Promise.resolve([]);
  const { info, metadata } = (await document.getMetadata()) as unknown as Metadata;
  const preferences = (await document.getViewerPreferences()) as { DisplayDocTitle?: boolean } | null;
  const marks = (await document.getMarkInfo()) as { Marked?: boolean } | null;
  const reading: Omit<PdfReading, 'pages'> = {
    title: info.Title,
    language: info.Language ?? undefined,
    displaysTitle: preferences?.DisplayDocTitle === true,
    isTagged: marks?.Marked === true,
    accessibilityPart: /<pdfuaid:part>(\d+)</.exec(metadata?.getRaw() ?? '')?.[1],
    outline: flattenOutline((await document.getOutline()) ?? [], 1),
  };
  const pages = [...(await readPages(document, 1, middle)), ...(await rest)];
  await document.loadingTask.destroy();
  return { ...reading, pages };
}

type Metadata = {
  info: { Title?: string; Language?: string | null };
  metadata: { getRaw(): string } | null;
};

type OutlineItem = { title: string; dest: unknown; items: OutlineItem[] };

function flattenOutline(items: readonly OutlineItem[], level: number): PdfReading['outline'] {
  return items.flatMap(({ title, dest, items: inner }) => [
    { title, level, resolves: Array.isArray(dest) && typeof dest[0] === 'object' },
    ...flattenOutline(inner, level + 1),
  ]);
}
