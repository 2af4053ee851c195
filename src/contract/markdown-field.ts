/** Texts in YAML that are Markdown with formulas: titles, headlines, definitions. */
import type { Nodes, PhrasingContent } from 'mdast';
import { VFileMessage } from 'vfile-message';
import type { Report } from './findings.ts';
import { findUnsafeAddress } from './links.ts';
import { setFormula } from './math.ts';
import { deepestTree, reportNesting } from './nesting.ts';
import { isPlain, parseMarkdown } from './phrasing.ts';
import type { LocatedYaml, YamlPath } from './yaml.ts';

/**
 * Reads the text at a path of a YAML file: words, emphasis, links and formulas only; nothing there is right too.
 * @returns the text as a tree, without what a finding refuses
 */
export function readMarkdownField(
  file: string,
  yaml: LocatedYaml,
  path: YamlPath,
  report: Report,
): PhrasingContent[] {
  const value = yaml.document.getIn(path);
  if (typeof value !== 'string') return [];
  if (isPlain(value)) return [{ type: 'text', value }];
  const field = path.at(-1);
  try {
    const [first, ...more] = parseMarkdown(value).children;
    if (first?.type === 'paragraph') first.children.forEach((node) => checkFieldNode(node, 1));
    for (const node of first?.type === 'paragraph' ? more : [first, ...more]) if (node) refuseNode(node);
    return first?.type === 'paragraph' ? first.children : [];
  } catch (error) {
    if (!(error instanceof VFileMessage)) throw error;
    report.add('markdown-parses', file, yaml.placeOf(path), {
      message: `Unexpected text in "${field}": ${error.reason}`,
      expected: 'text and $formulas$',
      hint: 'If "{" or "<" is meant as text, write "\\{" or "\\<".',
    });
    return [];
  }

  function refuseNode(node: Nodes): void {
    const { offset, length } = toRange(node);
    report.add('page-is-data', file, yaml.placeIn(path, offset, length), {
      message: `Unexpected ${node.type} in "${field}"`,
      expected: 'one paragraph of text, emphasis and $formulas$',
      hint: 'If "{", "<" or a mark at the start is meant as text, write a backslash before it.',
    });
  }

  function checkFieldNode(node: Nodes, depth: number): void {
    const { offset, length } = toRange(node);
    if (depth > deepestTree) reportNesting(file, yaml.placeIn(path, offset, length), report);
    else if (node.type === 'inlineMath') {
      const { error } = setFormula(node.value, false);
      if (!error) return;
      const fence = Math.max(0, String(value).slice(offset).indexOf(node.value));
      report.add(
        'math-renders',
        file,
        yaml.placeIn(path, offset + fence + error.start, error.end - error.start),
        {
          message: `Unexpected formula in "${field}": ${error.reason}`,
          expected: 'a formula that KaTeX can set',
          hint: 'Correct the TeX; a dollar sign that is meant as text is written "\\$".',
        },
      );
    } else if (!fieldNodes.has(node.type)) refuseNode(node);
    else {
      if (node.type === 'link') checkLink(node.url, offset, length);
      if ('children' in node) node.children.forEach((child) => checkFieldNode(child, depth + 1));
    }
  }

  function checkLink(address: string, offset: number, length: number): void {
    const reason = findUnsafeAddress(address);
    if (!reason) return;
    report.add('link-safe', file, yaml.placeIn(path, offset, length), {
      message: `Unexpected address in "${field}": ${reason}`,
      expected: 'an address that starts with https:// or http://',
      hint: 'Correct the address, or write it as text.',
    });
  }
}

function toRange({ position }: Nodes): { offset: number; length: number } {
  const offset = position?.start.offset ?? 0;
  return { offset, length: (position?.end.offset ?? offset) - offset };
}

const fieldNodes = new Set<Nodes['type']>(['text', 'emphasis', 'strong', 'inlineCode', 'link', 'delete']);
