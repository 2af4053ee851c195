/** What a rule of running text is given and gives back, and how it marks its nodes with their spelling. */
import type { PhrasingContent } from 'mdast';
import type { Spelling } from './types.ts';

/** What a rule read: up to `end`, as these nodes; a change where it has a rule, a doubt where it has one. */
export type Reading = { end: number; nodes: PhrasingContent[]; rule?: string; doubt?: string };

/** The text that is read; `quotes` are the closing marks still owed, `read` sets a stretch inside of another. */
export type Scan = { raw: string; quotes: string[]; read(from: number, to: number): PhrasingContent[] };

/** Matches a sticky pattern at `at`, up to `to`. */
export function match({ raw }: Scan, at: number, to: number, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  const found = pattern.exec(raw);
  return found !== null && at + found[0].length <= to ? found : undefined;
}

/** Gives a node the spelling that the raw text has for it. */
export const spelt = <Node extends PhrasingContent>(node: Node, spelling: Spelling): Node => ({
  ...node,
  data: { spelling },
});

/** A text node that shows `value` and was written `spelling`. */
export const text = (value: string, spelling: string): PhrasingContent =>
  spelt({ type: 'text', value }, spelling);

/** The characters that a node shows; a formula in dollars. */
export function shownText(node: PhrasingContent): string {
  if (node.type === 'inlineMath') return `$${node.value}$`;
  if ('children' in node) return node.children.map((child) => shownText(child)).join('');
  return 'value' in node ? node.value : '';
}
