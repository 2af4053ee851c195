/** All formulas of a book, each once: what must have words before the book can be set. */
import { visit } from 'unist-util-visit';
import type { Nodes, Root } from 'mdast';
import type { Book, BookPaper } from './model.ts';
import type { Formula } from './mathml.ts';

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

export function toFormulaKey({ tex, display }: Formula): string {
  return `${display ? 'display' : 'inline'} ${tex}`;
}

function listTexts({ titleLine, headline, abstract, notes, rest }: BookPaper): (readonly Nodes[])[] {
  return [titleLine, headline, abstract, ...notes.map(({ text }) => text), rest].flatMap((text) =>
    text ? [text.nodes] : [],
  );
}
