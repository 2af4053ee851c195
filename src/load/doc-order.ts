/**
 * The order of the documentation is that of `README.md`: its headings are the groups, each line of its lists a document:
 * `- [Title](file.md): what it is about`.
 */
import type { Link, ListItem, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Report } from '../contract/findings.ts';

/** What the contents say of a document, and at which place. */
export type DocPlace = { group: string; order: number; about: string };

/** @returns the places of the documents that the lists of the tree link to, by their paths */
export function readDocOrder(tree: Root): Map<string, DocPlace> {
  const places = new Map<string, DocPlace>();
  let group = '';
  for (const node of tree.children) {
    if (node.type === 'heading') group = toString(node);
    if (node.type !== 'list') continue;
    visit(node, 'listItem', (item: ListItem) => {
      const link = findLink(item);
      if (!link || places.has(link.url)) return;
      const about = toString(item)
        .slice(toString(link).length)
        .replace(/^:?\s+/, '');
      places.set(link.url, { group, order: places.size, about });
    });
  }
  return places;
}

function findLink(item: ListItem): Link | undefined {
  const [paragraph] = item.children;
  const [first] = paragraph?.type === 'paragraph' ? paragraph.children : [];
  return first?.type === 'link' ? first : undefined;
}

/** A document that nobody is led to is not read. */
export function checkOrder(
  paths: readonly string[],
  places: ReadonlyMap<string, DocPlace>,
  report: Report,
): void {
  for (const path of paths) {
    if (path === 'README.md' || places.has(path)) continue;
    report.add('site-link-resolves', 'README.md', undefined, {
      message: `Missing link to ${path}`,
      expected: 'a link to every document, in the order of reading',
      hint: `Add "- [Title](${path}): what it is about" to a list.`,
    });
  }
}
