/** The pages of a PDF, one by one, as pdf.js reads them. */
import type { getDocumentProxy } from 'unpdf';

type Document = Awaited<ReturnType<typeof getDocumentProxy>>;
type Page = Awaited<ReturnType<Document['getPage']>>;

export type PageReading = {
  /** In reading order, without running heads and page numbers. */
  text: string;
  /** Where the text ends on the right, as a part of the width of the page. */
  rightmost: number;
  /** Addresses, and places in the file. */
  links: { address?: string; resolves: boolean }[];
  /** Fonts that no page before showed. */
  fonts: { name: string; isEmbedded: boolean }[];
  /** Alternative texts of formulas and figures. */
  alternatives: { role: string; text: string | undefined }[];
};

/** @param first page to read, from 1 */
export async function readPages(document: Document, first: number, last: number): Promise<PageReading[]> {
  const seen = new Set<string>();
  const pages: PageReading[] = [];
  for (let number = first; number <= last; number++) {
    const page = await document.getPage(number);
    const { text, rightmost, fonts } = await readText(page);
    const unseen = fonts.filter((name) => !seen.has(name));
    for (const name of unseen) seen.add(name);
    pages.push({
      text,
      rightmost,
      links: await readLinks(page, document),
      fonts: unseen.length > 0 ? await readFonts(page, unseen) : [],
      alternatives: listAlternatives(((await page.getStructTree()) as StructNode | null) ?? {}),
    });
    page.cleanup();
  }
  return pages;
}

type TextPiece = {
  str?: string;
  hasEOL?: boolean;
  fontName?: string;
  width?: number;
  transform?: number[];
  type?: string;
  tag?: string;
};

async function readText(page: Page): Promise<{ text: string; rightmost: number; fonts: string[] }> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const fonts = new Set<string>();
  const tags: (string | undefined)[] = [];
  let text = '';
  let right = 0;
  for (const { str, hasEOL, fontName, width = 0, transform, type, tag } of items as TextPiece[]) {
    if (type?.startsWith('begin')) tags.push(tag);
    else if (type === 'endMarkedContent') tags.pop();
    if (str === undefined || tags.includes('Artifact')) continue;
    if (fontName !== undefined) fonts.add(fontName);
    if (str.trim() !== '') right = Math.max(right, (transform?.[4] ?? 0) + width);
    text += hasEOL ? `${str}\n` : str;
  }
  const [left = 0, , end = 1] = page.view;
  return { text, rightmost: (right - left) / (end - left), fonts: [...fonts] };
}

async function readLinks(page: Page, document: Document): Promise<PageReading['links']> {
  // For the screen, pdf.js reads the text below each link, too.
  const annotations = (await page.getAnnotations({ intent: 'print' })) as {
    subtype: string;
    url?: string;
    dest?: unknown;
  }[];
  return Promise.all(
    annotations
      .filter(({ subtype }) => subtype === 'Link')
      .map(async ({ url, dest }) =>
        url ? { address: url, resolves: true } : { resolves: await hasPlace(document, dest) },
      ),
  );
}

async function hasPlace(document: Document, dest: unknown): Promise<boolean> {
  const place = typeof dest === 'string' ? await document.getDestination(dest) : dest;
  if (!Array.isArray(place)) return false;
  return document.getPageIndex(place[0]).then(
    () => true,
    () => false,
  );
}

type Font = { name?: string; missingFile?: boolean };

/** Only drawing a page loads its fonts. */
async function readFonts(page: Page, names: readonly string[]): Promise<PageReading['fonts']> {
  await page.getOperatorList();
  return names.map((name) => {
    const font = page.commonObjs.get(name) as Font | null;
    return { name: font?.name ?? name, isEmbedded: font?.missingFile === false };
  });
}

type StructNode = { role?: string; alt?: string; children?: StructNode[] };

const illustrated = new Set(['Formula', 'Figure']);

function listAlternatives({ role, alt, children = [] }: StructNode): PageReading['alternatives'] {
  const own = role !== undefined && illustrated.has(role) ? [{ role, text: alt }] : [];
  return [...own, ...children.flatMap(listAlternatives)];
}
