/** The inverse of restoration: the LaTeX that a restored tree stands for, in the spelling that its raw text used. */
import type { Nodes, PhrasingContent } from 'mdast';

/** Writes a restored tree as LaTeX; `damage(toLatex(tree))` is the raw text up to white space. */
export function toLatex(nodes: readonly PhrasingContent[]): string {
  return nodes.map(writeNode).join('');
}

function writeNode(node: Nodes): string {
  const spelling = node.data?.spelling;
  if (typeof spelling === 'string') return spelling;
  if (node.type === 'inlineMath') return `$${node.value}$`;
  const { open, close } = spelling ?? { open: '', close: '' };
  if ('children' in node) return open + node.children.map((child) => writeNode(child)).join('') + close;
  return 'value' in node ? open + node.value + close : '';
}

/** The tree for those who only show it: no spellings, and adjacent text in one node. */
export function forgetSpelling(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const forgotten: PhrasingContent[] = [];
  for (const { data: _, ...node } of nodes) {
    const last = forgotten.at(-1);
    if (node.type === 'text' && last?.type === 'text') last.value += node.value;
    else if ('children' in node)
      forgotten.push({ ...node, children: forgetSpelling(node.children) } as PhrasingContent);
    else forgotten.push(node as PhrasingContent);
  }
  return forgotten;
}
