/** The corpus, extended: its fragments at any place of an honest page, cut and mixed in any way. */
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mathFromMarkdown } from 'mdast-util-math';
import { mdxFromMarkdown } from 'mdast-util-mdx';
import { gfm } from 'micromark-extension-gfm';
import { math } from 'micromark-extension-math';
import { mdxjs } from 'micromark-extension-mdxjs';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { hasErrors, makeReport } from '../../src/contract/findings.ts';
import { readPage, type Page } from '../../src/contract/page.ts';
import { measureProcessor } from '../fixtures/processor.ts';
import { hostileFragments, toPage } from './corpus.ts';

const seed = 20260131;
const path = 'papers/sleep/counting-goats.mdx';

const honest = [
  'We count $n^2$ sheep, *all* of them, at [the farm](https://example.org/farm).',
  'A **strong** claim: `code` and $\\epsilon$-greedy shepherds sleep.\nThey rest.',
  '## Notes',
  '<Note on="sheep">\n  See <Cite paper="counting-sheep" /> and <Term id="fence" />.\n</Note>',
  '- one\n- two [three]',
  '| a | b |\n| - | - |\n| $x$ | c |',
];

const cut = fc
  .tuple(fc.constantFrom(...hostileFragments), fc.nat(40), fc.nat(40))
  .map(([fragment, start, length]) => fragment.slice(start % fragment.length).slice(0, length + 1));
const fragment = fc.oneof(
  fc.constantFrom(...hostileFragments),
  cut,
  fc.string({ maxLength: 6, unit: 'binary' }),
);

/** Honest paragraphs with fragments somewhere in them. */
const body = fc
  .tuple(
    fc.shuffledSubarray(honest, { minLength: 1 }),
    fc.array(fc.tuple(fc.nat(), fragment), { maxLength: 3 }),
  )
  .map(([paragraphs, splices]) =>
    splices.reduce((text, [at, piece]) => {
      const offset = at % (text.length + 1);
      return text.slice(0, offset) + piece + text.slice(offset);
    }, paragraphs.join('\n\n')),
  );

const harmless = new Set([
  'root', 'paragraph', 'text', 'emphasis', 'strong', 'delete', 'inlineCode', 'code', 'break', 'link', 'linkReference',
  'definition', 'heading', 'list', 'listItem', 'blockquote', 'thematicBreak', 'table', 'tableRow', 'tableCell',
  'footnoteReference', 'footnoteDefinition', 'inlineMath', 'math', 'mdxJsxFlowElement', 'mdxJsxTextElement',
]); // prettier-ignore

test(`a page without an error is data: nodes, components and addresses that are known (seed ${seed})`, () => {
  let clean = 0;
  fc.assert(
    fc.property(body, (text) => {
      const report = makeReport();
      let page: Page | undefined;
      const read = (): void => void (page = readPage(path, toPage(text), report));
      expect(measureProcessor(read)).toBeLessThan(1000);
      expect(page !== undefined || hasErrors(report.findings)).toBe(true);
      if (!page || hasErrors(report.findings)) return;
      clean++;
      for (const node of [...page.abstract, ...page.body]) visit(node, expectHarmless);
    }),
    { seed, numRuns: 800 },
  );
  expect(clean).toBeGreaterThan(80);
});

test(`where the checker finds no error, MDX itself finds no program (seed ${seed})`, () => {
  fc.assert(
    fc.property(body, (text) => {
      const report = makeReport();
      readPage(path, toPage(text), report);
      if (hasErrors(report.findings)) return;
      const programs: string[] = [];
      visit(readAsMdx(text), (node) => {
        if (/^mdxjsEsm$|Expression/.test(node.type)) programs.push(node.type);
      });
      expect(programs).toEqual([]);
    }),
    { seed, numRuns: 400 },
  );
});

function expectHarmless(node: Nodes): void {
  expect(harmless).toContain(node.type);
  if (node.type === 'link' || node.type === 'definition') {
    // As a browser reads it.
    const { protocol, username } = new URL(node.url, 'https://survey.example.org/');
    expect(['http:', 'https:', 'mailto:']).toContain(protocol);
    expect(username === '' || protocol === 'mailto:').toBe(true);
  }
  if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
    expect(['Note', 'Cite', 'Term']).toContain(node.name);
    for (const attribute of node.attributes) {
      expect(attribute.type === 'mdxJsxAttribute' && ['on', 'paper', 'papers', 'work', 'id']).toContain(
        'name' in attribute && attribute.name,
      );
      expect(typeof attribute.value).toBe('string');
    }
  }
}

/** The syntax that @astrojs/mdx reads: expressions and programs are parsed, not run. */
function readAsMdx(text: string): Nodes {
  return fromMarkdown(text, {
    extensions: [gfm({ singleTilde: false }), math(), mdxjs()],
    mdastExtensions: [gfmFromMarkdown(), mathFromMarkdown(), mdxFromMarkdown()],
  });
}
