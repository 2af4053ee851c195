/** The order of the documentation is that of `README.md`: its headings are the groups, its lists the documents. */
import type { Link, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Report } from '../contract/findings.ts';

/** @returns the group of each document that the lists of the tree link to, in the order of reading */
export function readDocOrder(tree: Root): Map<string, string> {
  const groups = new Map<string, string>();
  let group = '';
  for (const node of tree.children) {
    if (node.type === 'heading') group = toString(node);
    if (node.type !== 'list') continue;
    visit(node, 'link', ({ url }: Link) => {
      if (!groups.has(url)) groups.set(url, group);
    });
  }
  return groups;
}

/** A document that nobody is led to is not read. */
export function checkOrder(
  paths: readonly string[],
  groups: ReadonlyMap<string, string>,
  report: Report,
): void {
  for (const path of paths) {
    if (path === 'README.md' || groups.has(path)) continue;
    report.add('site-link-resolves', 'README.md', undefined, {
      message: `Missing link to ${path}`,
      expected: 'a link to every document, in the order of reading',
      hint: `Add "- [Title](${path})" to a list.`,
    });
  }
}
