/**
 * Text is a tree: mdast phrasing nodes with inline mathematics. This file is the only door between that tree and
 * Markdown, so whatever a text holds (`{`, `<`, `$`, a line that starts with `import `) stays text.
 */
import type { Link, Nodes, Paragraph, Parents, PhrasingContent, Root, Text } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { mathToMarkdown } from 'mdast-util-math';
import { mdxToMarkdown } from 'mdast-util-mdx';
import {
  defaultHandlers,
  toMarkdown as toMarkdownSource,
  type Handle,
  type Options,
} from 'mdast-util-to-markdown';
import { VFileMessage } from 'vfile-message';
import { syntaxOf } from './syntax.ts';

export type { Nodes, PhrasingContent, Root };

const toMarkdownOptions: Options = {
  bullet: '-',
  emphasis: '*',
  fences: true,
  // MDX has no `<https://…>`.
  resourceLink: true,
  rule: '-',
  extensions: [
    withoutEscapedAddresses(gfmToMarkdown()),
    mathToMarkdown(),
    mdxToMarkdown(),
    {
      handlers: { link: writeLink, text: writeText },
      unsafe: [
        // MDX reads a line that starts with one of these words as a program.
        { atBreak: true, character: 'i', after: 'mport ' },
        { atBreak: true, character: 'e', after: 'xport ' },
        // What GFM reads as an address of mail: `a@b.c`, but not `pass@1`.
        { character: '@', before: '[+\\-.\\w]', after: '[\\-\\w]+\\.[\\-.\\w]' },
        // And as one of the web: `www.a`, but not `w.r.t.`
        { character: '.', before: '[Ww]{3}', after: '[\\-.\\w]' },
      ],
    },
  ],
};

/** GFM's own extension escapes every `@` between words, and every full stop between a `w` and a word. */
function withoutEscapedAddresses(extension: Options): Options {
  return {
    ...extension,
    extensions: (extension.extensions ?? []).map((one) => withoutEscapedAddresses(one)),
    unsafe: (extension.unsafe ?? []).filter(({ character }) => character !== '@' && character !== '.'),
  };
}

/**
 * Reads Markdown of the page dialect.
 * @throws VFileMessage where braces or tags are not closed; the parser has asserts, which are messages on the text too
 */
export function parseMarkdown(source: string): Root {
  try {
    return fromMarkdown(source, syntaxOf(source));
  } catch (error) {
    if (error instanceof VFileMessage) throw error;
    throw new VFileMessage('tags, marks and headings cross each other');
  }
}

/** Writes a tree as Markdown of the page dialect; `parseMarkdown` gives the same tree back. */
export function toMarkdown(tree: Nodes): string {
  return toMarkdownSource(tree, toMarkdownOptions);
}

/**
 * Writes phrasing nodes as one Markdown paragraph without its final line end. Two formulas side by side become one,
 * for `$a$$b$` would be read as something else.
 */
export function phrasingToMarkdown(nodes: readonly PhrasingContent[]): string {
  const paragraph: Paragraph = { type: 'paragraph', children: joinFormulas(nodes) };
  return toMarkdown({ type: 'root', children: [paragraph] }).replace(/\n$/, '');
}

/** Markdown from the middle of a paragraph, made safe to stand alone: `5. Words` there is no list. */
export function toParagraph(markdown: string): string {
  const safe = markdown.replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');
  return safe.replace(/^(?:[-+*](?=\s|$)|>|#{1,6}(?=\s|$)|```|~~~)/, '\\$&');
}

/** One line of words and signs that mean nothing to Markdown, however they stand together. */
const plainLine = /^\p{L}(?:[\p{L}\p{N},.;:?!'’“”()%/–—-]|(?<! ) (?! |$))*$/u;

/** What GFM reads as an address without any mark. */
const address = /www\.|:\/\//i;

/** Whether Markdown is its own text, so that nobody need parse it. */
export const isPlain = (source: string): boolean => plainLine.test(source) && !address.test(source);

/** Reads one paragraph of Markdown as phrasing nodes; anything else in it comes back as its text. */
export function parsePhrasing(source: string): PhrasingContent[] {
  if (isPlain(source)) return [{ type: 'text', value: source }];
  const [first, ...rest] = parseMarkdown(source).children;
  if (first === undefined) return [];
  if (first.type === 'paragraph' && rest.length === 0) return first.children;
  return [{ type: 'text', value: source }];
}

/** The tree as plain text: formulas as their TeX source, white space folded. */
export function toPlain(node: Nodes | readonly Nodes[]): string {
  return collectText(node).replace(/\s+/g, ' ').trim();
}

/** What no sign of Markdown is made of but at the ends of a line, and there only where a letter does not begin it. */
const harmless = /^(?!import |export |.*www\.)[\p{L}\p{N} ,.;?'’“”()%/–—-]*$/iu;

/** Most text needs no escape, and to look for one by each sign that there is takes near half of writing. */
function writeText(...[node, parent, state, info]: Parameters<Handle>): string {
  const value = (node as Text).value;
  const begins = info.before === '\n' ? /^\p{L}/u.test(value) : info.before !== ']';
  const ends = info.after !== '\n' || !value.endsWith(' ');
  return begins && ends && harmless.test(value) ? value : defaultHandlers.text(node, parent, state, info);
}

/** A bare address stays bare where GFM reads it as the same link again; every other link is `[text](address)`. */
function writeLink(...[node, parent, state, info]: Parameters<Handle>): string {
  return isBareAddress(node, parent, info.before)
    ? node.url
    : defaultHandlers.link(node, parent, state, info);
}

function isBareAddress(node: Link, parent: Parents | undefined, before: string): boolean {
  const [text, ...more] = node.children;
  if (text?.type !== 'text' || more.length > 0 || text.value !== node.url || node.title) return false;
  if (!/^https?:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+(\/[\w./%#?=+:@,~-]*[\w/#=+-])?$/i.test(node.url)) return false;
  const siblings: readonly Nodes[] = parent?.children ?? [];
  const next = siblings[siblings.indexOf(node) + 1];
  const after = next === undefined ? '' : next.type === 'text' ? next.value : 'x';
  return /^[\s(]?$/.test(before) && /^[.,;:!?)]*(\s+\S|$)/.test(after);
}

function joinFormulas(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === 'inlineMath' && last?.type === 'inlineMath') {
      joined[joined.length - 1] = { ...last, value: `${last.value} ${node.value}` };
    } else joined.push(node);
  }
  return joined;
}

function collectText(node: Nodes | readonly Nodes[]): string {
  if (Array.isArray(node)) return node.map(collectText).join('');
  const single = node as Nodes;
  if ('value' in single) return single.value;
  if (single.type === 'break') return ' ';
  return 'children' in single ? single.children.map((child) => collectText(child as Nodes)).join('') : '';
}
