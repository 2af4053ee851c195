/** What only one page shows, kept by digest: the loader writes it, the pages of the site read it, and nothing else holds it. */
import type { PaperDetails } from '../lib/entries.ts';
import { digestOf } from '../lib/digest.ts';
import type { RestoredFormula } from '../markdown/restored.ts';
import { openCache, type Cache } from './cache.ts';

/** What only the page of a paper itself shows. */
export type PaperHtml = {
  abstract: string;
  /** Whether the sentence of the headline is marked in the abstract. */
  hasResult: boolean;
  /** Whether it says what each sentence does. */
  hasRoles: boolean;
  restored: RestoredFormula[];
  notes: { number: number; html: string }[];
  body: string;
};

export type TermHtml = { term: string; definition: string };

/**
 * HTML by its own digest, and that digest by the digest of what the HTML is made from: where a change of what it is made
 * from makes the same HTML, whoever shows it sees no change.
 */
export type HtmlCache<T> = {
  /** The digest of the HTML that was made from this before. */
  find(source: string): string | undefined;
  /** Keeps HTML, and returns its digest. */
  write(source: string, html: T): string;
  /** @throws where no HTML is kept under the digest */
  read(digest: string): T;
};

export const paperHtml: HtmlCache<PaperHtml> = openHtml('pages');
export const termHtml: HtmlCache<TermHtml> = openHtml('terms');

const details: Cache<PaperDetails> = openCache('details');

export const paperDetails: Pick<HtmlCache<PaperDetails>, 'read'> & {
  /** @param digest of the entry of the paper */
  keep(digest: string, make: () => PaperDetails): void;
} = {
  keep: (digest, make) => {
    if (!details.has(digest)) details.write(digest, make());
  },
  read: (digest) => required(details.read(digest), 'details', digest),
};

function openHtml<T>(name: string): HtmlCache<T> {
  const digests: Cache<string> = openCache(`${name} by source`);
  const htmls: Cache<T> = openCache(name);
  // While one writes, nearly all are asked for again with each edit.
  const found = new Map<string, string>();
  return {
    find: (source) => {
      const digest = found.get(source) ?? digests.read(source);
      if (digest !== undefined) found.set(source, digest);
      // Both are written together and forgotten together.
      if (digest !== undefined) htmls.use(digest);
      return digest;
    },
    write: (source, html) => {
      const digest = digestOf(html);
      digests.write(source, digest);
      htmls.write(digest, html);
      return digest;
    },
    read: (digest) => required(htmls.read(digest), name, digest),
  };
}

function required<T>(kept: T | undefined, name: string, digest: string): T {
  if (kept === undefined) throw new Error(`Nothing of ${name} is kept under ${digest}`);
  return kept;
}
