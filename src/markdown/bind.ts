/** A formula stays on the line of the sign that clings to it: the hyphen of "ε-accurate", a comma, a bracket. */
import type { ElementContent, Nodes, Parents } from 'hast';

const clingsBefore = /[([“‘]$/u;
const clingsAfter = /^(?:[-–‑]\p{L}{0,12}|[,.;:!?)\]’”%]+)/u;

/** @param isShort whether a formula may be kept on one line with its neighbours */
export function bindFormulas(tree: Nodes, isShort: (node: ElementContent) => boolean): void {
  if (!('children' in tree)) return;
  for (let i = tree.children.length - 1; i >= 0; i--) {
    const node = tree.children[i] as ElementContent;
    bindFormulas(node, isShort);
    if (isShort(node)) bindAt(tree, i);
  }
}

function bindAt(parent: Parents, index: number): void {
  const [before, formula, after] = [
    parent.children[index - 1],
    parent.children[index],
    parent.children[index + 1],
  ];
  const opening = before?.type === 'text' ? (clingsBefore.exec(before.value)?.[0] ?? '') : '';
  const closing = after?.type === 'text' ? (clingsAfter.exec(after.value)?.[0] ?? '') : '';
  if (opening === '' && closing === '') return;
  if (before?.type === 'text') before.value = before.value.slice(0, before.value.length - opening.length);
  if (after?.type === 'text') after.value = after.value.slice(closing.length);
  const children = [...toText(opening), formula as ElementContent, ...toText(closing)];
  parent.children[index] = {
    type: 'element',
    tagName: 'span',
    properties: { className: ['bind'] },
    children,
  };
}

function toText(value: string): ElementContent[] {
  return value === '' ? [] : [{ type: 'text', value }];
}
