/** Headings that lead to themselves. */
import type { ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';
import { rehypeHeadings } from '../../src/markdown/headings.ts';

const heading = (tagName: string, ...children: ElementContent[]): ElementContent => ({
  type: 'element',
  tagName,
  properties: {},
  children,
});
const text = (value: string): ElementContent => ({ type: 'text', value });

function link(taken: readonly string[], ...children: ElementContent[]): string {
  const tree: Root = { type: 'root', children };
  rehypeHeadings({ taken })(tree);
  return toHtml(tree);
}

test('a heading is a link to itself, a second one of the same words to another place', () => {
  expect(link([], heading('h2', text('What is open')), heading('h3', text('What is open')))).toBe(
    '<h2 id="what-is-open"><a href="#what-is-open" class="permalink">What is open</a></h2>' +
      '<h3 id="what-is-open-1"><a href="#what-is-open-1" class="permalink">What is open</a></h3>',
  );
});

test('an anchor of the page itself is left to it', () => {
  expect(link(['references'], heading('h2', text('References')))).toContain('id="references-1"');
});

test('a heading with a link in it has its own after it, with a name', () => {
  const inner: ElementContent = {
    type: 'element',
    tagName: 'a',
    properties: { href: '/x/' },
    children: [text('x')],
  };
  expect(link([], heading('h2', text('On '), inner))).toBe(
    '<h2 id="on-x">On <a href="/x/">x</a><a href="#on-x" class="permalink" aria-label="Link to “On x”"></a></h2>',
  );
});

test('a formula, which is HTML already, does not get into the anchor', () => {
  const raw = { type: 'raw', value: '<span class="katex">…</span>' } as unknown as ElementContent;
  expect(link([], heading('h2', text('Order of '), raw))).toMatch(/^<h2 id="order-of">/);
});

test('the title of a page is no part of it', () => {
  expect(link([], heading('h1', text('Title')))).toBe('<h1>Title</h1>');
});
