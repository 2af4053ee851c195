/** The page dialect as plain Markdown: what its components say, without the components. */
import type { BlockContent, Nodes, PhrasingContent, RootContent } from 'mdast';
import { getProp, isComponent, type ComponentElement } from '../contract/components.ts';
import { toMarkdown } from '../contract/phrasing.ts';
import type { Citation } from '../lib/citation.ts';

/** What components name, with whole addresses. */
export type NamedThings = {
  paper(slug: string): Citation;
  work(key: string): Citation;
};

/** Blocks of a page as Markdown that any reader of it understands. */
export function toPlainMarkdown(blocks: readonly RootContent[], named: NamedThings): string {
  return toMarkdown({ type: 'root', children: replaceAll(blocks, named) as RootContent[] });
}

function replaceAll(nodes: readonly Nodes[], named: NamedThings): Nodes[] {
  return nodes.flatMap((node): Nodes[] => {
    if (!isComponent(node)) {
      return 'children' in node ? [{ ...node, children: replaceAll(node.children, named) } as Nodes] : [node];
    }
    const children = replaceAll(node.children, named);
    if (node.name === 'Note') return [toQuote(node, children)];
    return node.name === 'Cite' ? toCitations(node, children as PhrasingContent[], named) : children;
  });
}

/** A note is a quotation that begins with the passage it stands on. */
function toQuote(note: ComponentElement, children: Nodes[]): Nodes {
  const on = getProp(note, 'on');
  const passage: BlockContent[] = on
    ? [
        {
          type: 'paragraph',
          children: [{ type: 'emphasis', children: [{ type: 'text', value: `On “${on}”:` }] }],
        },
      ]
    : [];
  const blocks = note.type === 'mdxJsxFlowElement' ? children : [{ type: 'paragraph', children }];
  return { type: 'blockquote', children: [...passage, ...(blocks as BlockContent[])] };
}

function toCitations(
  cite: ComponentElement,
  children: PhrasingContent[],
  named: NamedThings,
): PhrasingContent[] {
  const work = getProp(cite, 'work');
  const papers = getProp(cite, 'papers');
  const names = (work ?? papers ?? getProp(cite, 'paper') ?? '').split(/\s+/).filter(Boolean);
  const list = names.flatMap((name, at): PhrasingContent[] => {
    const { label, href } = work === undefined ? named.paper(name) : named.work(name);
    const text: PhrasingContent[] = children.length > 0 ? children : [{ type: 'text', value: label }];
    const link: PhrasingContent[] = href ? [{ type: 'link', url: href, children: text }] : text;
    return at === 0 ? link : [{ type: 'text', value: '; ' }, ...link];
  });
  return papers === undefined ? list : [{ type: 'text', value: '(' }, ...list, { type: 'text', value: ')' }];
}
