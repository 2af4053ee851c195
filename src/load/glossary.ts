/** The glossary as HTML, kept by digest like the pages. */
import { parsePhrasing } from '../contract/phrasing.ts';
import { toReadable } from '../contract/readable-math.ts';
import type { GlossaryTerm } from '../contract/schema.ts';
import { digestOf, digestOfCode } from '../lib/digest.ts';
import { noCitations, renderBlocks, renderTitle } from '../markdown/html.ts';
import { openCache } from './cache.ts';

/** What other pages need of a term: its name, and the digest of what its page shows. */
export type TermEntry = { id: string; name: string; htmlDigest: string };

type TermHtml = { term: string; definition: string };

const html = openCache<TermHtml>('glossary');

export function loadTerm({ id, term, definition }: GlossaryTerm): TermEntry {
  const digest = digestOf([term, definition, digestOfCode()]);
  const name = parsePhrasing(term);
  if (!html.has(digest)) {
    const children = parsePhrasing(definition);
    html.write(digest, {
      term: renderTitle(name),
      definition: renderBlocks([{ type: 'paragraph', children }], noCitations),
    });
  }
  return { id, name: toReadable(name), htmlDigest: digest };
}

export function readTermHtml(digest: string): TermHtml {
  const found = html.read(digest);
  if (!found) throw new Error(`No term is kept under ${digest}`);
  return found;
}

/** Forgets terms that the glossary no longer has. */
export function pruneTerms(): void {
  html.prune();
}
