/** Citations as HTML, the same on papers' pages and in chapters. */
import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Citation } from '../lib/citation.ts';

/** What `<Cite>` says: the names, and what they are names of. */
export type CiteProps = {
  paper?: string | undefined;
  papers?: string | undefined;
  work?: string | undefined;
};

/** Looks up what components name. Only names that were checked are asked for. */
export type Citations = {
  paper(slug: string): Citation;
  work(key: string): Citation;
  /** The name of a term, as text. */
  term(id: string): string;
};

/** A list of papers stands in brackets; a single one reads as part of the sentence. */
export function toCiteNodes(
  { paper, papers, work }: CiteProps,
  citations: Pick<Citations, 'paper' | 'work'>,
  children: ElementContent[] = [],
): ElementContent[] {
  const names = (paper ?? papers ?? work ?? '').split(/\s+/).filter(Boolean);
  const links = names.map((name) =>
    toLink(work === undefined ? citations.paper(name) : citations.work(name), children),
  );
  const list = links.flatMap((link, i) => (i === 0 ? [link] : [toText('; '), link]));
  return papers === undefined ? list : [toText('('), ...list, toText(')')];
}

/** @param html what the citation is shown as instead of its label */
export function renderCite(props: CiteProps, citations: Citations, html: string | undefined): string {
  const children: ElementContent[] = html?.trim() ? [{ type: 'raw', value: html.trim() }] : [];
  return toHtml(toCiteNodes(props, citations, children), { allowDangerousHtml: true });
}

/** A work without an address leads to its line in the list of references on the page. */
function toLink({ label, href, title, ref }: Citation, children: ElementContent[]): Element {
  return {
    type: 'element',
    tagName: 'a',
    properties: { href: href ?? `#${ref}`, title, className: ['cite'], dataRef: ref },
    children: children.length > 0 ? children : [toText(label)],
  };
}

function toText(value: string): ElementContent {
  return { type: 'text', value };
}
