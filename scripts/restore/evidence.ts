/** What a whole paper says about its formulas, before any is found: the evidence that single tokens draw on. */
import { findStretches, type Stretches } from './stretches.ts';
import { getCode, isVariable, type Token } from './tokens.ts';

/** Signs that formulas are made of and prose is not. */
const signs = new Set(['^', '_', '=', '<', '>', '|', '+', '\\']);

export type Brackets = {
  /** The index of the bracket that belongs to this one, or -1. */
  partner: Int32Array;
  /** The index of the innermost opening bracket round each token, or -1. */
  opener: Int32Array;
};

/** One field's tokens with what is near them; `strong` marks tokens that are hardly ever prose. */
export type Passage = {
  tokens: Token[];
  strong: Uint8Array;
  brackets: Brackets;
  chunks: Chunks;
  stretches: Stretches;
};

/** Tokens that no space divides, in classes: `S` with a strong sign, `V` a name, `N` a number, `X` other signs, `W` words. */
export type Chunks = { of: Int32Array; classes: string[]; shapes: string[] };

/** How often each text occurs in the paper, and how often beside a strong token. */
export type Evidence = {
  strongCount: number;
  counts: Map<string, number>;
  strongCounts: Map<string, number>;
  /** How often each letter stands between spaces. */
  alone: Map<string, number>;
};

export function readPassage(tokens: Token[]): Passage {
  const strong = Uint8Array.from(tokens, (_, at) => Number(isStrong(tokens, at)));
  return {
    tokens,
    strong,
    brackets: matchBrackets(tokens),
    chunks: findChunks(tokens, strong),
    stretches: findStretches(tokens),
  };
}

function isStrong(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  if (token.odds > 5 && token.kind.startsWith('\\')) return true;
  return (token.text === '^' || token.text === '_') && !token.spaced && tokens[at + 1]?.spaced === false;
}

const closing: ReadonlyMap<string, string> = new Map([
  [')', '('],
  [']', '['],
  ['}', '{'],
]);

function matchBrackets(tokens: readonly Token[]): Brackets {
  const partner = new Int32Array(tokens.length).fill(-1);
  const opener = new Int32Array(tokens.length).fill(-1);
  const open: number[] = [];
  for (const [at, { text }] of tokens.entries()) {
    const opens = closing.get(text);
    if (opens !== undefined) {
      // Half-open intervals `[0, 1)` are bracketed by unlike ones; braces match braces.
      const index = open.findLastIndex((other) => (tokens[other]!.text === '{') === (opens === '{'));
      if (index >= 0) {
        partner[at] = open[index]!;
        partner[open[index]!] = at;
        open.length = index;
      }
    }
    opener[at] = open.at(-1) ?? -1;
    if (text === '(' || text === '[' || text === '{') open.push(at);
  }
  return { partner, opener };
}

function findChunks(tokens: readonly Token[], strong: Uint8Array): Chunks {
  const chunks: Chunks = { of: new Int32Array(tokens.length), classes: [], shapes: [] };
  for (let from = 0, to = 0; from < tokens.length; from = to) {
    to = from + 1;
    while (tokens[to]?.spaced === false) to++;
    chunks.of.fill(chunks.classes.length, from, to);
    if (to - from === 1 && /^word$/i.test(tokens[from]!.kind)) {
      chunks.classes.push('W');
      chunks.shapes.push(getCode(tokens[from]!));
      continue;
    }
    const inside = tokens.slice(from, to);
    chunks.classes.push(classifyChunk(inside, strong.subarray(from, to).includes(1)));
    chunks.shapes.push(inside.slice(0, 7).map(getCode).join(''));
  }
  return chunks;
}

function classifyChunk(tokens: readonly Token[], strong: boolean): string {
  if (strong) return 'S';
  if (tokens.some(({ text }) => signs.has(text) || /^[*/{}]$/.test(text))) return 'X';
  const bare = tokens.filter(({ kind }) => !/^[.,;:()"'?!]$/.test(kind));
  if (bare.length === 1 && isVariable(bare[0]!)) return bare[0]!.text === 'a' ? 'a' : 'V';
  if (bare.length === 1 && bare[0]!.kind === 'number') return 'N';
  if (bare.some(({ kind }) => kind.startsWith('\\'))) return 'K';
  return bare.some(({ kind }) => /^(?:word|Word)$/.test(kind)) ? 'W' : 'O';
}

export function gatherEvidence(passages: readonly Passage[]): Evidence {
  const evidence: Evidence = { strongCount: 0, counts: new Map(), strongCounts: new Map(), alone: new Map() };
  for (const passage of passages) {
    for (const [at, token] of passage.tokens.entries()) {
      if (passage.strong[at] === 1) evidence.strongCount++;
      if (token.kind === 'word' || token.kind === 'Word') continue;
      add(evidence.counts, token.text);
      if (isAlone(passage, at)) add(evidence.alone, token.text);
      if (isBesideStrong(passage, at)) add(evidence.strongCounts, token.text);
    }
  }
  return evidence;
}

/** Articles and pronouns are the letters that stand alone in any prose. */
function isAlone({ tokens }: Passage, at: number): boolean {
  const { text, spaced } = tokens[at]!;
  const isLetter = isVariable(tokens[at]!);
  return (
    isLetter && spaced && text !== 'a' && text !== 'A' && text !== 'I' && tokens[at + 1]?.spaced !== false
  );
}

export function isBesideStrong({ tokens, strong }: Passage, at: number): boolean {
  return (
    strong[at - 1] === 1 ||
    strong[at + 1] === 1 ||
    signs.has(tokens[at - 1]?.text ?? '') ||
    signs.has(tokens[at + 1]?.text ?? '') ||
    (tokens[at - 1]?.text === '(' && /^[A-Z]$/.test(tokens[at - 2]?.text ?? ''))
  );
}

const add = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};
