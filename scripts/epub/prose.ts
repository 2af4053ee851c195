/**
 * Text trees in XHTML, tree to tree: what Markdown has is the library's, what is ours is a row below. A node that books do
 * not know is a finding at its place.
 */
import type { Element, ElementContent, Root as HtmlRoot } from 'hast';
import type { Definition, FootnoteDefinition, Nodes, Paragraph, PhrasingContent, Root } from 'mdast';
import { defaultHandlers, toHast, type Handlers, type State } from 'mdast-util-to-hast';
import { visit } from 'unist-util-visit';
import { getProp, type ComponentElement } from '../../src/contract/components.ts';
import { dialectNodes } from '../../src/contract/dialect.ts';
import type { Report } from '../../src/contract/findings.ts';
import { toId } from '../../src/contract/names.ts';
import type { Passage } from '../../src/contract/passages.ts';
import { toReadable } from '../../src/contract/readable-math.ts';
import { listAsides, readCite } from '../book/components.ts';
import type { Speak } from '../book/mathml.ts';
import type { Blocks, Line, Named } from '../book/model.ts';
import { bookWords } from '../book/words.ts';
import { toMath } from './formula.ts';
import { alignCells, replaceBox } from './from-markdown.ts';
import { makeHeading } from './headings.ts';
import { element } from './xml.ts';

export type ProseSetting = {
  names: ReadonlyMap<string, Named>;
  /** Addresses in the book by name. */
  places: ReadonlyMap<string, string>;
  speak: Speak;
  /** Where links that start with `/` lead. */
  site: string;
  report: Report;
};

/** @param depth what the level of a heading is raised by */
export function setBlocks(text: Blocks, setting: ProseSetting, depth = 0): ElementContent[] {
  return setTree({ type: 'root', children: text.nodes }, text, setting, depth);
}

export function setLine(line: Line, setting: ProseSetting): ElementContent[] {
  return setTree({ type: 'paragraph', children: line.nodes }, line, setting, 0);
}

/** The ids of a paper's notes, and of the passages that they stand on. */
export const noteId = (file: string, number: number): string => `${toScope(file)}-note-${number}`;
export const passageId = (file: string, number: number): string => `${toScope(file)}-passage-${number}`;

/** Ids of one text differ from those of all others. */
function toScope(file: string): string {
  return toId(file.replace(/\.\w+$/, ''));
}

function setTree(
  tree: Root | Paragraph,
  { file, place }: Line | Blocks,
  setting: ProseSetting,
  depth: number,
): ElementContent[] {
  const { names, places, speak, report } = setting;
  const scope = toScope(file);
  const definitions = new Map<string, Definition>();
  const footnotes = new Map<string, FootnoteDefinition>();
  const headings = new Map<Nodes, string>();
  const endnotes: Element[] = [];
  const numbers = new Map<string, number>();
  visit(tree as Root, (node) => {
    if (node.type === 'definition') definitions.set(node.identifier, node);
    else if (node.type === 'footnoteDefinition') footnotes.set(node.identifier, node);
    else if (node.type === 'heading') headings.set(node, toFreeId(toId(toReadable(node.children))));
    if (!dialectNodes.has(node.type) && (node.type as string) !== 'passage') {
      report.add('book-text-set', file, node.position ?? place, {
        message: `Unexpected ${node.type} in the text of a book`,
        expected: 'a node that books can set',
        hint: 'Write it in another way, or add a row to scripts/epub/prose.ts.',
      });
    }
  });

  const rows: Record<string, Handlers[keyof Handlers]> = {
    inlineMath: (_, { value }: { value: string }) => toMath({ tex: value, display: false }, speak),
    math: (_, { value }: { value: string }) => toMath({ tex: value, display: true }, speak),
    heading: (state, node: Extract<Nodes, { type: 'heading' }>) =>
      makeHeading(Math.min(node.depth + depth, 6), headings.get(node) ?? '', state.all(node) as ElementContent[], toReadable(node.children)),
    paragraph: (state, node: Paragraph) => {
      const asides = listAsides(node.children);
      return asides ? asides.map((note) => setAside(state, note)) : defaultHandlers.paragraph(state, node);
    },
    link: (state, node: { url: string }) => setLink(node.url, state.all(node as Nodes)),
    linkReference: (state, node: { identifier: string }) =>
      setLink(definitions.get(node.identifier)?.url ?? '', state.all(node as Nodes)),
    footnoteReference: (state, { identifier }: { identifier: string }) => {
      const known = numbers.get(identifier);
      const definition = footnotes.get(identifier);
      if (known !== undefined || !definition) return referTo(known ?? 0);
      numbers.set(identifier, endnotes.length + 1);
      return addEndnote(state, definition);
    },
    listItem: (state, node: Extract<Nodes, { type: 'listItem' }>, parent) =>
      replaceBox(defaultHandlers.listItem(state, node, parent)),
    table: (state, node: Extract<Nodes, { type: 'table' }>) => alignCells(defaultHandlers.table(state, node)),
    mdxJsxTextElement: setComponent,
    mdxJsxFlowElement: setComponent,
    passage: setPassage,
  }; // prettier-ignore

  const set = toHast(tree, { handlers: rows as Handlers }) as HtmlRoot | Element;
  const children = set.children as ElementContent[];
  return endnotes.length === 0 ? children : [...children, listEndnotes(endnotes)];

  /** A heading may occur twice. */
  function toFreeId(name: string, count = 1): string {
    const id = `${scope}-${name}${count === 1 ? '' : `-${count}`}`;
    return [...headings.values()].includes(id) ? toFreeId(name, count + 1) : id;
  }

  function setLink(url: string, body: ElementContent[]): ElementContent[] {
    if (url.startsWith('#')) {
      const id = `${scope}-${toId(url.slice(1))}`;
      return [...headings.values()].includes(id) ? [element('a', { href: `#${id}` }, body)] : body;
    }
    if (url === '') return body;
    return [element('a', { href: new URL(url, setting.site).href }, body)];
  }

  function setComponent(state: State, node: ComponentElement): ElementContent | ElementContent[] {
    const body = state.all(node) as ElementContent[];
    if (node.name === 'Cite') return setCite(node, body);
    if (node.name === 'Term') {
      const name = `term:${getProp(node, 'id') ?? ''}`;
      const label = body.length > 0 ? body : [names.get(name)?.label ?? ''];
      return element('a', { href: places.get(name), class: 'term', role: 'doc-glossref' }, label);
    }
    return node.type === 'mdxJsxFlowElement' ? setAside(state, node) : addEndnote(state, node);
  }

  function setCite(node: ComponentElement, body: ElementContent[]): ElementContent[] {
    const { kind, keys, isList } = readCite(node);
    const links = keys.flatMap((key, i): ElementContent[] => {
      const name = `${kind}:${key}`;
      const label = body.length > 0 ? body : [names.get(name)?.label ?? key];
      const isBiblical = kind === 'work' || !names.get(name)?.isInside;
      const link = element('a', { href: places.get(name), ...(isBiblical ? { role: 'doc-biblioref' } : {}) }, label);
      return i === 0 ? [link] : [{ type: 'text', value: '; ' }, link];
    });
    return isList ? [{ type: 'text', value: '(' }, ...links, { type: 'text', value: ')' }] : links;
  } // prettier-ignore

  function setAside(state: State, node: ComponentElement): Element {
    const body = state.all(node) as ElementContent[];
    const isPhrasing = node.type === 'mdxJsxTextElement';
    return element('aside', { class: 'note' }, isPhrasing ? [element('p', {}, body)] : body);
  }

  function addEndnote(state: State, node: ComponentElement | FootnoteDefinition): Element {
    const number = endnotes.length + 1;
    const note = element('li', { id: `${scope}-endnote-${number}` });
    endnotes.push(note);
    const body = state.all(node) as ElementContent[];
    note.children = node.type === 'mdxJsxTextElement' ? [element('p', {}, body)] : body;
    return referTo(number);
  }

  function referTo(number: number): Element {
    return element('sup', {}, [toNoteLink(`${scope}-endnote-${number}`, number)]);
  }

  /** The words that a note stands on: the sign of the note follows them. */
  function setPassage(state: State, { note, part, children: words }: Passage): ElementContent[] {
    const body = state.all({ type: 'paragraph', children: words as PhrasingContent[] }) as ElementContent[];
    const id = part.first ? { id: passageId(file, note) } : {};
    const marked = element('span', { class: 'passage', ...id }, body);
    return part.last ? [marked, element('sup', {}, [toNoteLink(noteId(file, note), note)])] : [marked];
  }
}

function toNoteLink(id: string, number: number): Element {
  return element('a', { 'epub:type': 'noteref', role: 'doc-noteref', href: `#${id}` }, [String(number)]);
}

function listEndnotes(notes: readonly Element[]): Element {
  return element(
    'section',
    { 'epub:type': 'endnotes', role: 'doc-endnotes', 'aria-label': bookWords.notes },
    [element('ol', {}, notes)],
  );
}
