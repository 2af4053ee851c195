/** The glossary as HTML, kept by digest like the pages. */
import { parsePhrasing } from '../contract/phrasing.ts';
import { toReadable } from '../contract/readable-math.ts';
import type { GlossaryTerm } from '../contract/schema.ts';
import { digestOf, digestOfCode } from '../lib/digest.ts';
import { noCitations, renderBlocks, renderTitle } from '../markdown/html.ts';
import { readGlossary } from '../contract/content.ts';
import type { Report } from '../contract/findings.ts';
import { keep } from './keep.ts';
import { termHtml } from './kept-html.ts';

/** What other pages need of a term: its name, and the digest of what its page shows. */
export type TermEntry = { id: string; name: string; htmlDigest: string };

/** The terms of a glossary, in its order; what is wrong with it is reported. */
export const readTerms = keep(function readTerms(path: string, source: string, report: Report) {
  return readGlossary(path, source, report).map(({ value }): GlossaryTerm => value);
});

export function loadTerm({ id, term, definition }: GlossaryTerm): TermEntry {
  const sources = digestOf([term, definition, digestOfCode()]);
  const name = parsePhrasing(term);
  return { id, name: toReadable(name), htmlDigest: termHtml.find(sources) ?? renderTerm() };

  function renderTerm(): string {
    const children = parsePhrasing(definition);
    return termHtml.write(sources, {
      term: renderTitle(name),
      definition: renderBlocks([{ type: 'paragraph', children }], noCitations),
    });
  }
}
