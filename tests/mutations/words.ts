/** The words and formulas of a text, counted: nothing is lost where each comes as often as before. */
import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { isScalar, visit as visitYaml, type Document } from 'yaml';
import type { Page } from '../../src/contract/page.ts';

type Words = Map<string, number>;

export function countWords(text: string): Words {
  const words: Words = new Map();
  for (const [word] of text.matchAll(/[\p{L}\p{N}]+/gu)) words.set(word, (words.get(word) ?? 0) + 1);
  return words;
}

/** Words that come less often in `kept` than in `source`. */
export function findLost(source: Words, kept: Words): string[] {
  return [...source].filter(([word, count]) => (kept.get(word) ?? 0) < count).map(([word]) => word);
}

/** What a person wrote into a page: all of its source but character references, closing tags and numbers of list points. */
function readSourceWords(source: string): Words {
  return countWords(
    source
      .replace(/\S*&#?\w+;\S*|<\/\s*\w+\s*>/g, ' ')
      .replace(/^[ \t]*(?:[>*+-][ \t]+)*\d{1,9}[.)](?=\s|$)/gm, ' '),
  );
}

/** Words of a page's source that are not there once it has been read. */
export function findLostOnPage(source: string, { abstract, body, yaml }: Page): string[] {
  const tree: Root = { type: 'root', children: [...abstract, ...body] };
  // A mark may cut a word in two (*w*ord), or part two words (word[^1]).
  return ['', ' '].reduce(
    (lost, gap) => {
      const texts = [...readYamlTexts(yaml.document)];
      visit(tree, (node) => void texts.push(...readTexts(node, gap)));
      const kept = countWords(texts.join('\n'));
      const lostHere = new Set(findLost(readSourceWords(source), kept));
      return lost.filter((word) => lostHere.has(word));
    },
    [...readSourceWords(source).keys()],
  );
}

function readTexts(node: Nodes, gap: string): string[] {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')
    return [node.children.map((child) => joinText(child, gap)).join(gap)];
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'inlineMath') return [];
  const fields = ['value', 'url', 'title', 'label', 'identifier', 'lang', 'meta', 'alt', 'name'] as const;
  const own = fields.flatMap((field) => {
    const value = (node as Partial<Record<(typeof fields)[number], unknown>>)[field];
    return typeof value === 'string' ? [value] : [];
  });
  const attributes = 'attributes' in node ? node.attributes : [];
  return [...own, ...attributes.flatMap((one) => ('name' in one ? [one.name, String(one.value)] : []))];
}

function joinText(node: Nodes, gap: string): string {
  if (node.type === 'break') return '\n';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map((child) => joinText(child as Nodes, gap)).join(gap) : '';
}

/** Comments stay in the file, so they are not lost. */
function* readYamlTexts(document: Document): Generator<string> {
  const texts: string[] = [document.comment ?? '', document.commentBefore ?? ''];
  visitYaml(document, {
    Node: (_, node) => {
      texts.push(node.comment ?? '', node.commentBefore ?? '');
      if (isScalar(node)) texts.push(node.source ?? String(node.value));
    },
  });
  yield* texts;
}
