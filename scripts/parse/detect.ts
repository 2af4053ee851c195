/** The formats of listings. To read another one, write its parser and add a row. */
import type { Report } from '../../src/contract/findings.ts';
import { isAtom, parseAtom } from './atom.ts';
import { isBibtex, parseBibtex } from './bibtex.ts';
import { isCslJson, parseCslJson } from './csl-json.ts';
import type { Entry, ListingFile } from './entry.ts';
import { isJsonLines, parseJsonLines } from './json-lines.ts';
import { isIssueForm, parseIssueListing } from './issue-listing.ts';
import { isListingPage, parseListingPage } from './listing-page.ts';
import { isOpenreview, parseOpenreview } from './openreview.ts';
import { parsePasted, pastedExtension } from './pasted.ts';
import { isRis, parseRis } from './ris.ts';

export type Format = {
  name: string;
  /** Ends of file names that promise the format; the first one is given to files that have no name yet. */
  extensions: readonly string[];
  /** Does a text look like it? Asked only about the beginning. */
  isLike: (text: string) => boolean;
  /** Reads all entries; never throws for what a file holds. */
  parse: (file: ListingFile, captured: string | null, report: Report) => Entry[];
};

/** In the order in which they are asked: the stricter the look, the earlier. */
export const formats: readonly Format[] = [
  { name: 'arXiv Atom', extensions: ['.atom', '.xml'], isLike: isAtom, parse: parseAtom },
  { name: 'OpenReview JSON', extensions: [], isLike: isOpenreview, parse: parseOpenreview },
  { name: 'JSON Lines', extensions: ['.jsonl', '.ndjson'], isLike: isJsonLines, parse: parseJsonLines },
  { name: 'CSL-JSON', extensions: ['.json'], isLike: isCslJson, parse: parseCslJson },
  { name: 'RIS', extensions: ['.ris'], isLike: isRis, parse: parseRis },
  { name: 'issue form', extensions: [], isLike: isIssueForm, parse: parseIssueListing },
  { name: 'BibTeX', extensions: ['.bib'], isLike: isBibtex, parse: parseBibtex },
  {
    name: 'title and abstract',
    extensions: [pastedExtension],
    // Any text could be one.
    isLike: () => false,
    parse: parsePasted,
  },
  { name: 'page of papers', extensions: ['.txt'], isLike: isListingPage, parse: parseListingPage },
];

/** The format of a listing: the one that its content looks like, else the one that its name promises. */
export function detectFormat({ path, text }: Pick<ListingFile, 'path' | 'text'>): Format | undefined {
  const start = text.slice(0, 5000);
  const name = path.toLowerCase();
  const promised = formats.find(({ extensions }) => extensions.some((extension) => name.endsWith(extension)));
  // What was pasted may show anything, but is a title and an abstract.
  if (promised?.parse === parsePasted) return promised;
  return formats.find(({ isLike }) => isLike(start)) ?? promised;
}
