/** What paper an address of the site is the page of. */
import { readBase } from './address.ts';

export function toPaperSlug(pathname: string, base = readBase()): string | undefined {
  if (!pathname.startsWith(base)) return undefined;
  return /^papers\/([a-z0-9-]+)\/$/.exec(pathname.slice(base.length))?.[1];
}

/** The address of a paper's page from the root of the site, by which the search index knows it. */
export const toPaperAddress = (slug: string): string => `/papers/${slug}/`;
