/** Links the first mention of each glossary term on a page to the glossary: in running text, never in what stands for itself. */
import type { Nodes, Parents, RootContent, Text } from 'mdast';
import { isComponent } from '../contract/components.ts';
import { makeMentionFinder, type Mention } from '../contract/mentions.ts';
import type { GlossaryTerm } from '../contract/schema.ts';
import { listTermSpellings } from '../contract/term-spellings.ts';
import { digestOf } from '../lib/digest.ts';
import { glossaryPath, href } from '../lib/links.ts';

/** One page's memory of the terms that it has linked. */
export type TermLinker = {
  /** Counts as mentioned, so that no other mention of it is linked. */
  skip(id: string): void;
  /** Changes the tree below `parent` in reading order. */
  link(parent: { children: readonly RootContent[] }): void;
};

export type TermLinks = {
  /** What the links of all pages depend on: the spellings of the terms. */
  key: string;
  startPage(): TermLinker;
};

/** Where no term is linked: what is a link already, is no prose, or is marked by a person. */
const closed = new Set<string>([
  ...[
    'link',
    'linkReference',
    'heading',
    'inlineCode',
    'code',
    'inlineMath',
    'math',
    'passage',
    'definition',
  ],
]);

export function makeTermLinks(terms: readonly GlossaryTerm[]): TermLinks {
  const spellings = terms.flatMap(listTermSpellings);
  const finder = makeMentionFinder(spellings);
  return {
    key: digestOf(spellings),
    startPage: () => {
      const seen = new Set<string>();
      const isFirst = ({ id }: Mention): boolean => !seen.has(id) && Boolean(seen.add(id));
      return {
        skip: (id) => void seen.add(id),
        link: (parent) => linkIn(parent as Parents, (text) => finder.find(text).filter(isFirst)),
      };
    },
  };
}

function linkIn(parent: Parents, find: (text: string) => Mention[]): void {
  const children = parent.children as Nodes[];
  for (let i = 0; i < children.length; i++) {
    const node = children[i];
    if (!node || closed.has(node.type) || (isComponent(node) && node.name !== 'Note')) continue;
    if (node.type === 'text') {
      const pieces = cutAtMentions(node, find(node.value));
      children.splice(i, 1, ...pieces);
      i += pieces.length - 1;
    } else if ('children' in node) linkIn(node, find);
  }
}

function cutAtMentions({ value }: Text, mentions: readonly Mention[]): Nodes[] {
  const pieces: Nodes[] = [];
  let done = 0;
  const push = (text: string): void => {
    if (text !== '') pieces.push({ type: 'text', value: text });
  };
  for (const { id, start, end } of mentions) {
    push(value.slice(done, start));
    pieces.push({
      type: 'link',
      url: href(glossaryPath(id)),
      data: { hProperties: { className: ['term'] } },
      children: [{ type: 'text', value: value.slice(start, end) }],
    });
    done = end;
  }
  push(value.slice(done));
  return pieces;
}
