/**
 * Text trees in Typst, tree to tree: one row a node. A node that no row knows is a finding at its place, for what a book
 * leaves out nobody misses.
 */
import type { Definition, FootnoteDefinition, Nodes, PhrasingContent, Root, Table } from 'mdast';
import { visit } from 'unist-util-visit';
import { getProp, type ComponentElement } from '../../src/contract/components.ts';
import type { Report } from '../../src/contract/findings.ts';
import type { Passage } from '../../src/contract/passages.ts';
import { toReadable } from '../../src/contract/readable-math.ts';
import { listAsides, readCite } from '../book/components.ts';
import type { Speak } from '../book/mathml.ts';
import type { Blocks, Line, Named } from '../book/model.ts';
import { toAnchor } from './anchors.ts';
import { setFormula } from './set-formula.ts';
import { callOf, join, type Typst } from './typst.ts';

export type ProseSetting = {
  names: ReadonlyMap<string, Named>;
  speak: Speak;
  /** Where links that start with `/` lead. */
  site: string;
  report: Report;
};

/** @param depth what the level of a heading is raised by */
export function setBlocks(text: Blocks, setting: ProseSetting, depth = 0): Typst[] {
  return makeSetter(text, setting, depth).setAll(text.nodes);
}

export function setLine(line: Line, setting: ProseSetting): Typst {
  return join(makeSetter(line, setting, 0).setAll(line.nodes));
}

type Setter = { setAll(nodes: readonly Nodes[]): Typst[] };

function makeSetter(text: Line | Blocks, setting: ProseSetting, depth: number): Setter {
  const { names, report } = setting;
  const { file } = text;
  const definitions = new Map<string, Definition>();
  const footnotes = new Map<string, FootnoteDefinition>();
  const headings = new Set<string>();
  const noted = new Set<string>();
  visit({ type: 'root', children: text.nodes } as Root, (node) => {
    if (node.type === 'definition') definitions.set(node.identifier, node);
    else if (node.type === 'footnoteDefinition') footnotes.set(node.identifier, node);
    else if (node.type === 'heading') headings.add(toAnchor(file, toReadable(node.children)));
  });

  const rows: { [K in string]?: (node: never, before: readonly Nodes[]) => Typst } = {
    text: ({ value }: { value: string }) => value.replace(/\s+/g, ' '),
    paragraph: setParagraph,
    emphasis: (node: Parent) => callOf('emph', [inner(node)]),
    strong: (node: Parent) => callOf('strong', [inner(node)]),
    delete: (node: Parent) => callOf('strike', [inner(node)]),
    inlineCode: ({ value }: { value: string }) => callOf('raw', [value]),
    code: ({ value, lang }: { value: string; lang?: string | null }) =>
      callOf('raw', [value], { block: true, ...(lang ? { lang } : {}) }),
    break: () => callOf('linebreak'),
    thematicBreak: () => callOf('separator'),
    blockquote: (node: Parent) => callOf('quote', [inner(node)], { block: true }),
    heading: (node: Parent & { depth: number }) =>
      callOf('subheading', [
        node.depth + depth,
        toAnchor(file, toReadable(node.children as PhrasingContent[])),
        inner(node),
      ]),
    list: setList,
    table: setTable,
    definition: () => null,
    footnoteDefinition: () => null,
    footnoteReference: ({ identifier }: { identifier: string }) => setFootnote(identifier),
    link: ({ url, children }: Parent & { url: string }) => setLink(url, children),
    linkReference: ({ identifier, children }: Parent & { identifier: string }) =>
      setLink(definitions.get(identifier)?.url ?? '', children),
    inlineMath: (node: Extract<Nodes, { type: 'inlineMath' }>) => setMath(node, false),
    math: (node: Extract<Nodes, { type: 'math' }>) => setMath(node, true),
    mdxJsxTextElement: setComponent,
    mdxJsxFlowElement: setComponent,
    passage: ({ note, part, children }: Passage) => callOf('passage', [note, part.last, join(setAll(children))]),
  }; // prettier-ignore

  return { setAll };

  function setAll(nodes: readonly Nodes[]): Typst[] {
    return nodes.map((node, i) => {
      const set = rows[node.type] as ((node: Nodes, before: readonly Nodes[]) => Typst) | undefined;
      if (set) return bind(set(node, nodes.slice(0, i)), node, nodes[i - 1]);
      report.add('book-text-set', file, node.position ?? text.place, {
        message: `Unexpected ${node.type} in the text of a book`,
        expected: 'a node that books can set',
        hint: 'Write it in another way, or add a row to scripts/pdf/prose.ts.',
      });
      return null;
    });
  }

  function inner({ children }: Parent): Typst {
    return join(setAll(children));
  }

  function setMath(
    node: Extract<Nodes, { type: 'inlineMath' | 'math' }>,
    display: boolean,
  ): Typst {
    const formula = { tex: node.value, display };
    return setFormula(formula, setting.speak, (reason) =>
      report.add('book-text-set', file, node.position && text.place === undefined ? node.position : text.place, {
        message: `Unexpected formula: ${reason}`,
        expected: 'a formula that books can set',
        hint: 'Write it in another way, or add a row to scripts/pdf/formula.ts.',
      }),
    );
  } // prettier-ignore

  /** In a list whose items are single paragraphs these are its lines. */
  function setList({ ordered, start, spread, children }: Extract<Nodes, { type: 'list' }>): Typst {
    const items = children.map((item) => {
      const isTight = !spread && !item.spread;
      const set = item.children.map((child) =>
        isTight && child.type === 'paragraph' ? inner(child) : join(setAll([child])),
      );
      return typeof item.checked === 'boolean' ? join([callOf('checkbox', [item.checked]), ...set]) : join(set);
    });
    const named = { tight: !spread };
    return ordered ? callOf('enum', items, { ...named, start: start ?? 1 }) : callOf('list', items, named);
  } // prettier-ignore

  function setTable({ align, children: [head, ...body] }: Table): Typst {
    const rowOf = (row: Table['children'][number] | undefined): Typst => ({
      list: (row?.children ?? []).map((cell) => inner(cell)),
    });
    return callOf('data-table', [], {
      columns: { list: (head?.children ?? []).map((_, i) => align?.[i] ?? 'left') },
      head: rowOf(head),
      rows: { list: body.map(rowOf) },
    });
  }

  /** The second reference to a footnote shows its number again. */
  function setFootnote(identifier: string): Typst {
    const name = toAnchor(file, `note ${identifier}`);
    if (noted.has(identifier)) return callOf('footnote', [callOf('label', [name])]);
    noted.add(identifier);
    const children = footnotes.get(identifier)?.children ?? [];
    const [only] = children;
    const body = children.length === 1 && only?.type === 'paragraph' ? inner(only) : join(setAll(children));
    return callOf('labelled', [callOf('footnote', [body]), name]);
  }

  function setLink(url: string, children: readonly Nodes[]): Typst {
    const body = join(setAll(children));
    if (url === '') return body;
    if (/^https?:|^mailto:/i.test(url)) return callOf('outside', [url, body]);
    if (!url.startsWith('#')) return callOf('outside', [new URL(url, setting.site).href, body]);
    const anchor = toAnchor(file, url.slice(1).replace(/-/g, ' '));
    return headings.has(anchor) ? callOf('inside', [anchor, body]) : body;
  }

  function setComponent(element: ComponentElement, before: readonly Nodes[]): Typst {
    const children = setAll(element.children);
    const body = children.length > 0 ? join(children) : undefined;
    if (element.name === 'Cite') return setCite(element, body, isWithinBrackets(before));
    const id = getProp(element, 'id') ?? '';
    if (element.name === 'Term') {
      const name = names.get(`term:${id}`);
      return callOf('inside', [`term:${id}`, body ?? name?.label ?? id]);
    }
    // In a line there is no room beside it.
    return callOf(element.type === 'mdxJsxFlowElement' ? 'aside' : 'footnote', [join(children)]);
  }

  /** Notes on lines of their own are no part of a paragraph, and no block may stand in one. */
  function setParagraph({ children }: Parent): Typst {
    const asides = listAsides(children);
    if (!asides) return callOf('par', [join(setAll(children))]);
    return join(asides.map((note) => callOf('aside', [join(setAll(note.children))])));
  }

  /** A list of papers stands in brackets; a single one reads as part of the sentence. */
  function setCite(element: ComponentElement, body: Typst | undefined, isWithin: boolean): Typst {
    const { kind, keys, isList } = readCite(element);
    const targets = keys.map((key): Typst => {
      const name = `${kind}:${key}`;
      const { label = key, isInside = false } = names.get(name) ?? {};
      return { fields: { target: name, label: body ?? label, paged: isInside && kind === 'paper' } };
    });
    return callOf('cite-all', [{ list: targets }], { brackets: isList, within: isWithin || isList });
  }
}

/** Whether a bracket is open where the nodes end. */
function isWithinBrackets(nodes: readonly Nodes[]): boolean {
  const text = nodes.map((node) => (node.type === 'text' ? node.value : '')).join('');
  return text.split('(').length > text.split(')').length;
}

type Parent = { children: readonly Nodes[] };

const clinging = /^[-–‑]\p{L}/u;

/** A formula stays on the line of the hyphen of "ε-accurate". */
function bind(set: Typst, node: Nodes, before: Nodes | undefined): Typst {
  const clings = before?.type === 'inlineMath' && node.type === 'text' && clinging.test(node.value);
  return clings && typeof set === 'string' ? `\u2060${set}` : set;
}
