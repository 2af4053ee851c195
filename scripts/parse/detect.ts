/** The formats of listings. To read another one, write its parser and add a row. */
import type { Report } from '../../src/contract/findings.ts';
import { isBibtex, parseBibtex } from './bibtex.ts';
import type { Entry, ListingFile } from './entry.ts';
import { isListingPage, parseListingPage } from './listing-page.ts';

export type Format = {
  name: string;
  /** Ends of file names that promise the format. */
  extensions: readonly string[];
  /** Does a text look like it? Asked only about the beginning. */
  isLike: (text: string) => boolean;
  /** Reads all entries; never throws for what a file holds. */
  parse: (file: ListingFile, captured: string | null, report: Report) => Entry[];
};

/** In the order in which they are asked: the stricter the look, the earlier. */
export const formats: readonly Format[] = [
  { name: 'BibTeX', extensions: ['.bib'], isLike: isBibtex, parse: parseBibtex },
  { name: 'page of papers', extensions: ['.txt'], isLike: isListingPage, parse: parseListingPage },
];

/** The format of a listing: the one that its content looks like, else the one that its name promises. */
export function detectFormat({ path, text }: ListingFile): Format | undefined {
  const start = text.slice(0, 5000);
  return (
    formats.find(({ isLike }) => isLike(start)) ??
    formats.find(({ extensions }) => extensions.some((extension) => path.toLowerCase().endsWith(extension)))
  );
}
