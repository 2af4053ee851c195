/** Text trees as HTML: what the dialect allows, nothing else. */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Nodes, PhrasingContent, RootContent as Block } from 'mdast';
import type { InlineMath, Math } from 'mdast-util-math';
import { toHast, type Handler, type State } from 'mdast-util-to-hast';
import { getProp, isComponent, type ComponentElement } from '../contract/components.ts';
import { toPlain } from '../contract/phrasing.ts';
import { pageAnchors } from '../lib/anchors.ts';
import { glossaryPath, href } from '../lib/links.ts';
import { toCiteNodes, type Citations } from './cite.ts';
import { bindFormulas } from './bind.ts';
import { rehypeCurlQuotes } from './curl-quotes.ts';
import { renderFormula } from './formula.ts';
import { rehypeHeadings } from './headings.ts';
import type { Passage } from '../contract/passages.ts';
import type { ResultWords, RoleLabel } from './sentences.ts';
import { strings } from '../lib/strings.ts';
import { rehypeScrollTables } from './scroll-tables.ts';

const scrollTables = rehypeScrollTables();
const linkHeadings = rehypeHeadings({ taken: pageAnchors });
const curlQuotes = rehypeCurlQuotes();

/** For text that names nothing. */
export const noCitations: Citations = { paper: unexpected, work: unexpected, term: unexpected };

/** Blocks of the dialect as HTML. */
export function renderBlocks(nodes: readonly Block[], citations: Citations): string {
  return renderTree({ type: 'root', children: [...nodes] }, citations);
}

/** Phrasing as HTML for a place that may itself be a link: links are shown as their text. */
export function renderTitle(nodes: readonly PhrasingContent[]): string {
  return renderTree({ type: 'paragraph', children: nodes.flatMap(unlink) }, noCitations);
}

/** Length of the TeX of formulas that are kept on one line with what clings to them. */
const longestBound = 16;

function renderTree(tree: Nodes, citations: Citations): string {
  const short = new Set<ElementContent>();
  const html = toHast(tree, {
    handlers: {
      inlineMath: ((_state, node: InlineMath) => {
        const formula = raw(renderFormula(node.value, false));
        if (node.value.length <= longestBound) short.add(formula);
        return formula;
      }) as Handler,
      math: ((_state, node: Math) => raw(renderFormula(node.value, true))) as Handler,
      mdxJsxTextElement: renderComponent,
      mdxJsxFlowElement: renderComponent,
      passage: ((state, node: Passage) => renderPassage(state, node)) as Handler,
      roleLabel: ((_state, node: RoleLabel) => renderRole(node)) as Handler,
      resultWords: ((state, node: ResultWords) => renderResult(state, node)) as Handler,
    } as Record<string, Handler>,
  });
  scrollTables(html);
  linkHeadings(html);
  curlQuotes(html);
  bindFormulas(html, (node) => short.has(node));
  // Of a paragraph, what is in it: the place where it goes has an element of its own.
  const shown = tree.type === 'paragraph' && 'children' in html ? html.children : html;
  return toHtml(shown as Root | RootContent[], { allowDangerousHtml: true });

  function renderComponent(state: State, element: ComponentElement): ElementContent | ElementContent[] {
    const children = state.all(element) as ElementContent[];
    switch (element.name) {
      case 'Cite':
        return toCiteNodes(
          {
            paper: getProp(element, 'paper'),
            papers: getProp(element, 'papers'),
            work: getProp(element, 'work'),
          },
          citations,
          children,
        );
      case 'Term': {
        const id = getProp(element, 'id') ?? '';
        return {
          type: 'element',
          tagName: 'a',
          properties: { className: ['term'], href: href(glossaryPath(id)) },
          children: children.length > 0 ? children : [{ type: 'text', value: citations.term(id) }],
        };
      }
      default:
        throw new Error(`Nothing shows the component <${element.name}> here`);
    }
  }
}

/** A label in the margin or before the sentence; it is part of the text once, for those too who hear it. */
function renderRole({ role, close }: RoleLabel): ElementContent {
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: ['role', ...(close ? ['role-close'] : [])] },
    children: [
      { type: 'text', value: strings.roles[role] },
      {
        type: 'element',
        tagName: 'span',
        properties: { className: ['hidden'] },
        children: [{ type: 'text', value: ': ' }],
      },
    ],
  };
}

function renderResult(state: State, { children }: ResultWords): ElementContent {
  return {
    type: 'element',
    tagName: 'mark',
    properties: { className: ['result'] },
    children: state.all({ type: 'paragraph', children: children as PhrasingContent[] }) as ElementContent[],
  };
}

/** The words a note stands on, each with the number of its note after the last of them. */
function renderPassage(state: State, { note, part, children }: Passage): ElementContent[] {
  const marked: Element = {
    type: 'element',
    tagName: 'span',
    properties: {
      className: ['passage', `passage-${note}`],
      ...(part.first ? { id: `passage-${note}` } : {}),
    },
    children: state.all({ type: 'paragraph', children }) as ElementContent[],
  };
  const number: Element = {
    type: 'element',
    tagName: 'a',
    properties: { className: ['note-number'], href: `#note-${note}`, ariaLabel: `Note ${note}` },
    children: [{ type: 'text', value: String(note) }],
  };
  return part.last ? [marked, number] : [marked];
}

function unlink(node: PhrasingContent): PhrasingContent[] {
  return node.type === 'link' ? node.children.flatMap(unlink) : [node];
}

function raw(value: string): { type: 'raw'; value: string } {
  return { type: 'raw', value };
}

function unexpected(name: string): never {
  throw new Error(`Unexpected reference to ${name}`);
}

/** Whether blocks hold anything that a reader would see. */
export function hasText(nodes: readonly Nodes[]): boolean {
  return nodes.some((node) => isComponent(node) || toPlain([node]) !== '');
}
