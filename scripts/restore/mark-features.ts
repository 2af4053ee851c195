/** The features by which losses inside a formula are judged: its tokens, the words around it, the habits of its paper. */
import type { Name, Position } from './crf.ts';
import type { Passage } from './evidence.ts';
import { getCode, type Token } from './tokens.ts';

/** A formula's tokens inside their passage, and where it stands. */
export type FormulaTokens = { tokens: Token[]; passage: Passage; from: number; to: number };

/** What is known of a whole paper's formulas: how often each token text occurs in them, and the words around. */
export type PaperContext = {
  counts: Map<string, number>;
  topics: string[];
  surviving: Map<string, string>;
};

export function gatherContext(formulas: readonly FormulaTokens[], topics: readonly string[]): PaperContext {
  const context: PaperContext = { counts: new Map(), topics: [], surviving: new Map() };
  for (const { tokens } of formulas) {
    for (const [at, token] of tokens.entries()) {
      context.counts.set(token.text, (context.counts.get(token.text) ?? 0) + 1);
      const before = tokens[at - 1];
      const command = before?.text === '{' ? tokens[at - 2] : before;
      if (command !== undefined && /^\\(?:font|accent)$/.test(command.kind))
        context.surviving.set(token.text, command.text);
    }
  }
  const words = new Set([...new Set(formulas.map(({ passage }) => passage))].flatMap(listWords));
  context.topics = topics.filter((topic) => words.has(topic));
  return context;
}

/** The words of a passage in lower case. */
export function listWords({ tokens }: Passage): string[] {
  return tokens.flatMap(({ kind, text }) => (kind === 'word' || kind === 'Word' ? [text.toLowerCase()] : []));
}

const edge: Token = { text: '¶', start: 0, end: 0, spaced: true, kind: '¶', word: '¶', odds: 0 };

/** The features of each token of a formula. */
export function describeMarks<F>(
  context: PaperContext,
  { tokens, passage, from, to }: FormulaTokens,
  f: Name<F>,
): Position<F>[] {
  const outer: number[] = [];
  const open: number[] = [];
  for (const [at, { text }] of tokens.entries()) {
    if (/^[)\]}]$/.test(text)) open.pop();
    outer.push(open.at(-1) ?? -1);
    if (/^[([{]$/.test(text)) open.push(at);
  }
  const bars = describeBars(tokens);
  const left = wordsNear(passage, from, -1);
  const right = wordsNear(passage, to - 1, 1);
  const { topics } = context;
  return tokens.map((token, at) => {
    const near = (offset: number): Token => tokens[at + offset] ?? edge;
    const k0 = getCode(token);
    const w0 = token.kind === 'number' ? 'N' : token.text;
    const [p2, p1, n1, n2, n3] = [near(-2), near(-1), near(1), near(2), near(3)];
    const opener = outer[at]!;
    const head = opener < 0 ? '' : (tokens[opener - 1] ?? edge).text;
    const alone = tokens.length === 1 ? 'alone' : '';
    const inside = opener < 0 ? -1 : lengthInside(tokens, opener);
    const survives = context.surviving.get(token.text) ?? '';
    const glued = !token.spaced && p1.kind.startsWith('\\') && /^[A-Za-z]/.test(token.text) ? 'glued' : '';
    const nodes = [
      f('bias'),
      f('w0', w0),
      f('k0', k0),
      f('w-1w0', p1.text, w0),
      f('w0w+1', w0, n1.text),
      f('w-1w0w+1', p1.text, w0, n1.text),
      f('w-2w-1w0', p2.text, p1.text, w0),
      f('w0w+1w+2', w0, n1.text, n2.text),
      f('w0w+1w+2w+3', w0, n1.text, n2.text, n3.text),
      f('k-1k0k+1', glue(token, getCode(p1)), k0, glue(n1, getCode(n1))),
      f('k0k+1k+2', k0, getCode(n1), getCode(n2)),
      f('k-2k-1k0', getCode(p2), getCode(p1), k0),
      f('k-1w0', glue(token, getCode(p1)), w0),
      f('w0k+1', w0, glue(n1, getCode(n1))),
      f('w-1k0', p1.text, k0),
      f('k0w+1', k0, n1.text),
      f('w-1k0w+1', p1.text, k0, n1.text),
      f('head', head, k0),
      f('head w0', head, w0),
      f('head inside', head, inside, k0),
      f('head inside w0', head, inside, w0),
      f('head w0 w+1', head, w0, n1.text),
      f('head w-1w0', head, p1.text, w0),
      f('glued', glued, k0),
      f('glued w0', glued, w0),
      f('glued w-1', glued, glued && p1.text),
      f('alone', alone, w0),
      f('size', Math.min(tokens.length, 8), w0),
      f('at', at, w0),
    ];
    if (survives) nodes.push(f('survives', survives));
    if (/^[A-Za-z]/.test(token.text)) {
      for (const word of left) nodes.push(f('left', word, w0), f('left head', word, head, k0));
      for (const word of right) nodes.push(f('right', word, w0));
      for (const topic of topics)
        nodes.push(f('topic', topic, w0, alone), f('topic head', topic, head, inside, k0));
      nodes.push(f('count', Math.min(4, context.counts.get(token.text) ?? 0), w0));
    }
    if (token.text === '|') {
      const { inner, behind, open } = bars[at]!;
      nodes.push(
        f('bar', open, inner),
        f('bar behind', behind),
        f('bar both', inner, behind),
        f('bar single', inner.length < 2),
      );
      for (const topic of topics) nodes.push(f('bar topic', topic));
    }
    const edges = [f('bias'), f('k', getCode(p1), k0), f('k3', getCode(p1), k0, getCode(n1))];
    return { nodes, edges };
  });
}

/** Marks a neighbour that no space divides. `right` is the right one of the two. */
const glue = (right: Token, value: string): string => (right.spaced ? value : `+${value}`);

/** For each bar, what the pair that it belongs to holds and what stands behind it. */
function describeBars(tokens: readonly Token[]): { inner: string; behind: string; open: boolean }[] {
  const found: { inner: string; behind: string; open: boolean }[] = tokens.map(() => ({
    inner: '',
    behind: '',
    open: true,
  }));
  const bars = [...tokens.keys()].filter((at) => tokens[at]!.text === '|');
  for (let nth = 0; nth + 1 < bars.length; nth += 2) {
    const [open, close] = [bars[nth]!, bars[nth + 1]!];
    const inner = tokens
      .slice(open + 1, close)
      .map(({ text }) => text)
      .slice(0, 4)
      .join(' ');
    const behind = `${tokens[close + 1]?.text ?? ''}${tokens[close + 1]?.text === '_' ? (tokens[close + 2]?.text ?? '') : ''}`;
    found[open] = { inner, behind, open: true };
    found[close] = { inner, behind, open: false };
  }
  return found;
}

function lengthInside(tokens: readonly Token[], opener: number): number {
  let depth = 0;
  for (let at = opener; at < tokens.length && at < opener + 9; at++) {
    if (/^[([{]$/.test(tokens[at]!.text)) depth++;
    if (/^[)\]}]$/.test(tokens[at]!.text) && --depth === 0) return at - opener - 1;
  }
  return 9;
}

function wordsNear({ tokens }: Passage, at: number, step: -1 | 1): string[] {
  const words: string[] = [];
  for (let distance = 1; distance <= 8 && words.length < 3; distance++) {
    const token = tokens[at + step * distance];
    if (token === undefined) break;
    if (token.kind === 'word' || token.kind === 'Word') words.push(token.text.toLowerCase());
  }
  return words;
}
