/** What the survey says of itself, as HTML. */
import type { RootContent } from 'mdast';
import type { About } from '../contract/content.ts';
import { collectReferences } from '../contract/references.ts';
import { tellApart } from '../lib/citation.ts';
import type { Citations } from '../markdown/cite.ts';
import { renderBlocks } from '../markdown/html.ts';
import type { TermLinks } from '../markdown/terms.ts';

export type AboutHtml = {
  /** What stands before the first heading: it opens the site. */
  lead: string;
  /** Sections of the page about the survey. */
  sections: string;
};

export function renderAbout({ tree }: About, terms: TermLinks, citations: Citations): AboutHtml {
  // Links to terms are put into the tree, which others may show again.
  const { children } = structuredClone(tree);
  const own = tellApart(citations, collectReferences(children));
  const first = children.findIndex(({ type }) => type === 'heading');
  const end = first === -1 ? children.length : first;
  const render = (blocks: RootContent[]): string => {
    terms.startPage().link({ children: blocks });
    return renderBlocks(blocks, own);
  };
  return { lead: render(children.slice(0, end)), sections: render(children.slice(end)) };
}
