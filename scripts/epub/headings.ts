/** Headings carry the text that the navigation shows, for which formulas have to be readable as a line. */
import type { Element, ElementContent } from 'hast';
import { visit } from 'unist-util-visit';
import { element, type Child } from './xml.ts';

export type Heading = { level: number; id: string; label: string };

declare module 'hast' {
  interface ElementData {
    label?: string;
  }
}

export function makeHeading(level: number, id: string, children: readonly Child[], label: string): Element {
  return { ...element(`h${level}`, { id }, children), data: { label } };
}

/** So many levels are worth an entry of the navigation: chapters, sections, papers. */
const deepest = 3;

export function listHeadings(nodes: readonly ElementContent[]): Heading[] {
  const found: Heading[] = [];
  visit({ type: 'root', children: [...nodes] }, 'element', ({ tagName, properties, data }) => {
    const level = Number(/^h([1-6])$/.exec(tagName)?.[1]);
    if (level <= deepest) found.push({ level, id: String(properties.id), label: data?.label ?? '' });
  });
  return found;
}
