/** All formulas of a book, each once: what must have words before the book can be set. */
import { visit } from 'unist-util-visit';
import type { Nodes, Root } from 'mdast';
import { findMathError } from '../../src/contract/math.ts';
import type { Book, BookPaper } from './model.ts';
import { toFormulaKey, type Formula } from './mathml.ts';

export function listFormulas({ preface, chapters, glossary, bibliography }: Book): Formula[] {
  const found = new Map<string, Formula>();
  const collect = (nodes: readonly Nodes[]): void => {
    visit({ type: 'root', children: nodes } as Root, (node) => {
      if (node.type !== 'inlineMath' && node.type !== 'math') return;
      const formula = { tex: node.value, display: node.type === 'math' };
      found.set(toFormulaKey(formula), formula);
    });
  };
  collect(preface?.nodes ?? []);
  for (const { narrative, sections } of chapters) {
    collect(narrative.nodes);
    for (const { papers } of sections) papers.flatMap(listTexts).forEach(collect);
  }
  for (const { name, definition } of glossary) [name.nodes, definition.nodes].forEach(collect);
  for (const { title } of bibliography) collect(title.nodes);
  return [...found.values()];
}

/**
 * Formulas of pages as they stand in the files, found by their dollar signs: nearly all that `listFormulas` will find, long
 * before there is a book. A wrong guess costs a moment, a formula that was missed is found later.
 */
export function guessFormulas(sources: readonly string[]): Formula[] {
  const found = sources.flatMap((source) =>
    Array.from(source.matchAll(between), ([, display, inline = '']) => ({
      tex: (display ?? inline).trim().replace(/\s+/g, ' '),
      display: display !== undefined,
    })),
  );
  const distinct = new Map(found.map((formula) => [toFormulaKey(formula), formula]));
  return [...distinct.values()].filter(({ tex }) => findMathError(tex) === undefined);
}

const between = /\$\$((?:[^$\\]|\\.)+)\$\$|\$((?:[^$\\\n]|\\.|\n(?!\s*\n))+)\$/g;

function listTexts({ titleLine, headline, abstract, notes, rest }: BookPaper): (readonly Nodes[])[] {
  return [titleLine, headline, abstract, ...notes.map(({ text }) => text), rest].flatMap((text) =>
    text ? [text.nodes] : [],
  );
}
