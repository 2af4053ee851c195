/** Sentences that cite, in the narratives of chapters and in what people wrote on pages. */
import type { Nodes, RootContent } from 'mdast';
import { isComponent, type ComponentElement } from '../../src/contract/components.ts';
import { collectReferences } from '../../src/contract/references.ts';
import { splitSentences } from '../../src/contract/sentences.ts';

export type Claim = {
  /** Of the file, the sentence and how often it stood before in the file: lines move, claims stay. */
  id: string;
  file: string;
  line: number;
  /** Its source, with the names of what it cites in brackets. */
  sentence: string;
  papers: string[];
  works: string[];
};

/** A file that people write prose in: a chapter has a tree, a page what stands after its first heading. */
export type Prose = { path: string; source: string } & (
  { tree: { children: RootContent[] } } | { body: RootContent[] }
);

export function listClaims(files: readonly Prose[]): Claim[] {
  return files.flatMap((file) => {
    const nodes = 'tree' in file ? file.tree.children : file.body;
    const before = new Map<string, number>();
    return nodes
      .flatMap((node) => listBlocks(node))
      .flatMap((block) => readBlock(block, file))
      .map((claim) => {
        const count = before.get(claim.sentence) ?? 0;
        before.set(claim.sentence, count + 1);
        return { id: [claim.file, claim.sentence, count].join('\n'), ...claim };
      });
  });
}

/** A stretch of text with the citations in it; a row of a table is one sentence. */
type Block = { node: Nodes; isRow: boolean; cites: ComponentElement[] };

function listBlocks(node: Nodes, around?: Block): Block[] {
  if (isComponent(node) && node.name === 'Cite') {
    around?.cites.push(node);
    return [];
  }
  const isRow = node.type === 'tableRow';
  const isOwn = isRow || node.type === 'paragraph' || (isComponent(node) && node.name === 'Note');
  const block: Block | undefined = isOwn ? { node, isRow, cites: [] } : around;
  const inside = 'children' in node ? node.children.flatMap((child) => listBlocks(child, block)) : [];
  return block && isOwn && block.cites.length > 0 ? [block, ...inside] : inside;
}

type Range = { start: number; end: number };

function readBlock({ node, isRow, cites }: Block, { path, source }: Prose): Omit<Claim, 'id'>[] {
  const { start, end } = toTextRange(node);
  const placed = cites.map((cite) => ({ ...toRange(cite), references: collectReferences([cite]) }));
  // Under a name of as many letters a citation begins or ends a sentence as its label does.
  const text = mask(source.slice(start, end), placed.map((cite) => ({ start: cite.start - start, end: cite.end - start }))); // prettier-ignore
  const sentences = isRow ? [{ start: 0, end: text.length }] : splitSentences(text);
  return sentences.flatMap((range) => {
    const [from, to] = [start + range.start, start + range.end];
    const within = placed.filter((cite) => from <= cite.start && cite.end <= to);
    if (within.length === 0) return [];
    const named = within.flatMap(({ references }) => references);
    return {
      file: path,
      line: source.slice(0, from).split('\n').length,
      sentence: replaceCites(source, { start: from, end: to }, within),
      papers: [...new Set(named.flatMap(({ kind, id }) => (kind === 'paper' ? [id] : [])))],
      works: [...new Set(named.flatMap(({ kind, id }) => (kind === 'work' ? [id] : [])))],
    };
  });
}

/** Of a component the text between its tags. */
function toTextRange(node: Nodes): Range {
  if (!isComponent(node)) return toRange(node);
  const [first, last] = [node.children[0], node.children.at(-1)];
  return first && last ? { start: toRange(first).start, end: toRange(last).end } : toRange(node);
}

function toRange({ position }: Nodes): Range {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}

function mask(text: string, ranges: readonly Range[]): string {
  return ranges.reduce(
    (masked, { start, end }) => masked.slice(0, start) + 'C'.repeat(end - start) + masked.slice(end),
    text,
  );
}

function replaceCites(
  source: string,
  { start, end }: Range,
  cites: readonly (Range & { references: readonly { id: string }[] })[],
): string {
  let at = start;
  const parts = cites.flatMap((cite) => {
    const before = source.slice(at, cite.start);
    at = cite.end;
    return [before, `[${cite.references.map(({ id }) => id).join(', ')}]`];
  });
  return [...parts, source.slice(at, end)].join('').replace(/\s+/g, ' ').trim();
}
