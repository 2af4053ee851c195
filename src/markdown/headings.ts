/** Headings have an anchor, and lead to themselves, so that readers can take the address of each of them. */
import GithubSlugger from 'github-slugger';
import type { Element, Nodes } from 'hast';
import { visit } from 'unist-util-visit';
import { strings } from '../lib/strings.ts';

const isHeading = ({ tagName }: Element): boolean => /^h[2-6]$/.test(tagName);

/** @param taken anchors that the page has already */
export function rehypeHeadings({ taken = [] }: { taken?: readonly string[] } = {}) {
  return (tree: Nodes): void => {
    let slugger: GithubSlugger | undefined;
    visit(tree, 'element', (element) => {
      if (!isHeading(element)) return;
      const text = toText(element);
      slugger ??= startSlugger(taken);
      const anchor = slugger.slug(text);
      element.properties.id = anchor;
      linkToItself(element, anchor, text);
    });
  };
}

function startSlugger(taken: readonly string[]): GithubSlugger {
  const slugger = new GithubSlugger();
  for (const anchor of taken) slugger.slug(anchor);
  return slugger;
}

/** A heading with links in it cannot be one itself: its own link comes after it. */
function linkToItself(heading: Element, anchor: string, text: string): void {
  const link: Element = {
    type: 'element',
    tagName: 'a',
    properties: { href: `#${anchor}`, className: ['permalink'] },
    children: [],
  };
  if (hasLinks(heading)) {
    link.properties.ariaLabel = strings.permalink(text);
    heading.children.push(link);
  } else {
    link.children = heading.children;
    heading.children = [link];
  }
}

/** Components of chapters lead somewhere, all but the one that holds a formula. */
function hasLinks(heading: Element): boolean {
  let found = false;
  visit(heading, (node: { type: string; tagName?: string; name?: string | null }) => {
    if (node.tagName === 'a' || (node.type.startsWith('mdxJsx') && node.name !== 'Fragment')) found = true;
  });
  return found;
}

/** Without formulas, which are HTML already. */
function toText(heading: Element): string {
  const parts: string[] = [];
  visit(heading, 'text', ({ value }) => void parts.push(value));
  return parts.join('').trim();
}
