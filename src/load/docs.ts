/** The project's documentation: Markdown files of `docs/`, with links between them rewritten to their pages. */
import type { Element, Root as HastRoot } from 'hast';
import type { Link, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString } from 'mdast-util-to-string';
import { posix } from 'node:path';
import rehypeKatex from 'rehype-katex';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { makeReport, type Finding, type Report } from '../contract/findings.ts';
import { katexOptions, setFormula } from '../contract/math.ts';
import { toReadable } from '../contract/readable-math.ts';
import { plainSyntaxOf } from '../contract/syntax.ts';
import type { DocEntry } from '../lib/entries.ts';
import { frameAnchors } from '../lib/anchors.ts';
import { docPath, href } from '../lib/links.ts';
import { rehypeCurlQuotes } from '../markdown/curl-quotes.ts';
import { rehypeHeadings } from '../markdown/headings.ts';
import { rehypeScrollTables } from '../markdown/scroll-tables.ts';
import { checkOrder, readDocOrder } from './doc-order.ts';
import { listFiles, readText } from './files.ts';
import { keep } from './keep.ts';

export type Doc = DocEntry & { id: string };

/** Reads all of `folder`; a document without a title or with a link to a file that is not there is a finding. */
export function loadDocs(folder: string): { docs: Doc[]; findings: Finding[] } {
  const report = makeReport();
  const paths = listFiles(folder, '.md');
  const known = new Set(paths);
  const sources = new Map(paths.map((path) => [path, readText(folder, path, report) ?? '']));
  const contents = sources.get('README.md');
  const places = contents === undefined ? undefined : readDocOrder(parse(contents));
  if (places) checkOrder(paths, places, report);
  const read = keep(function readDocument(path: string, source: string, own: Report) {
    return readDoc(path, source, known, own);
  }, paths);
  const docs = paths.flatMap((path) => {
    const place = places?.get(path);
    const found = read(path, sources.get(path) ?? '', report) ?? [];
    return found.map((doc) => ({ ...doc, ...(place && { place }) }));
  });
  return { docs, findings: report.findings };
}

function parse(source: string): Root {
  return fromMarkdown(source, plainSyntaxOf(source));
}

function readDoc(path: string, source: string, known: ReadonlySet<string>, report: Report): Doc[] {
  const tree = parse(source);
  const [heading, ...rest] = tree.children;
  if (heading?.type !== 'heading' || heading.depth !== 1) {
    report.add('markdown-parses', path, { line: 1, column: 1 }, {
      message: 'Missing title of the document',
      expected: 'a first line "# Title"',
      hint: 'Start the file with its title.',
    }); // prettier-ignore
    return [];
  }
  rewriteLinks(tree, path, known, report);
  checkFormulas(tree, path, report);
  const body: Root = { type: 'root', children: rest };
  const html = unified()
    .use(remarkRehype)
    .use(rehypeKatex, katexOptions)
    .use(rehypeHeadings, { taken: frameAnchors })
    .use(rehypeReachable)
    .use(rehypeCurlQuotes)
    .use(rehypeScrollTables)
    .runSync(body) as HastRoot;
  const paragraph = rest.find((node) => node.type === 'paragraph');
  return [
    {
      id: toId(path),
      title: toString(heading),
      headings: listHeadings(html),
      html: unified().use(rehypeStringify).stringify(html),
      summary: paragraph ? toString(paragraph).replace(/\s+/g, ' ') : '',
      text: toReadable(rest),
    },
  ];
}

/** Links to other documents lead to their pages; links out of the folder are shown as text, for no page is there. */
function rewriteLinks(tree: Root, path: string, known: ReadonlySet<string>, report: Report): void {
  visit(tree, 'link', (node: Link, index, parent) => {
    if (/^(?:[a-z][a-z0-9+.-]*:|#)/i.test(node.url)) return;
    const [file = '', anchor] = node.url.split('#', 2);
    const target = posix.normalize(posix.join(posix.dirname(path), file));
    if (known.has(target)) node.url = href(docPath(toId(target))) + (anchor ? `#${anchor}` : '');
    else if (target.startsWith('..')) parent?.children.splice(index ?? 0, 1, ...node.children);
    else {
      report.add('site-link-resolves', path, node.position, {
        message: `Unexpected link to ${node.url}`,
        expected: 'a file of the documentation',
        hint: 'Correct the link.',
      });
    }
  });
}

/** rehype-katex only files a message for a formula that it cannot set. */
function checkFormulas(tree: Root, path: string, report: Report): void {
  visit(tree, ['inlineMath', 'math'], (node) => {
    if (node.type !== 'inlineMath' && node.type !== 'math') return;
    const { error } = setFormula(node.value, node.type === 'math');
    if (!error) return;
    report.add('math-renders', path, node.position, {
      message: `Unexpected formula: ${error.reason}`,
      expected: 'a formula that KaTeX can set',
      hint: 'Correct the TeX; a dollar sign that is meant as text is written "\\$".',
    });
  });
}

/** Boxes that scroll can be reached by keyboard. */
function rehypeReachable() {
  return (tree: HastRoot): void => {
    visit(tree, 'element', (element: Element) => {
      if (isBox(element)) element.properties.tabIndex = 0;
    });
  };
}

function isBox({ tagName, properties: { className } }: Element): boolean {
  return tagName === 'pre' || (Array.isArray(className) && className.includes('katex-display'));
}

/** Those of the second level, as the page has them. */
function listHeadings(tree: HastRoot): DocEntry['headings'] {
  return tree.children.flatMap((node) =>
    node.type === 'element' && node.tagName === 'h2'
      ? [{ id: String(node.properties.id), title: toString(node) }]
      : [],
  );
}

/** `decisions/0001-x.md` is the page `decisions/0001-x`, `README.md` that of its folder. */
function toId(path: string): string {
  return path
    .replace(/\.md$/, '')
    .replace(/(?:^|\/)(?:README|index)$/i, '')
    .toLowerCase();
}
