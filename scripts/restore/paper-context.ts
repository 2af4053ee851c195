/** What a paper's formulas say of each other: counts, what fonts and accents are left, the words beside each variable. */
import type { Passage } from './evidence.ts';
import { isVariable, type Token } from './tokens.ts';

/** A formula's tokens inside their passage, and where it stands. */
export type FormulaTokens = { tokens: Token[]; passage: Passage; from: number; to: number };

/** What is known of a whole paper's formulas: how often each token text occurs in them, and the words around. */
export type PaperContext = {
  counts: Map<string, number>;
  topics: string[];
  /** The font or accent that a token text still has somewhere; `mathcal{`, which another saved, is not `mathcal`. */
  surviving: Map<string, string>;
  /** All fonts, accents and roots that are left somewhere. */
  survivors: Set<string>;
  /** The words beside a variable wherever it stands. */
  company: Map<string, Set<string>>;
  /** Does a pair of bars bear an index below, as norms do? */
  indexedBars: boolean;
};

export function gatherContext(formulas: readonly FormulaTokens[], topics: readonly string[]): PaperContext {
  const context: PaperContext = {
    counts: new Map(),
    topics: [],
    surviving: new Map(),
    survivors: new Set(),
    company: new Map(),
    indexedBars: false,
  };
  for (const { tokens, passage, from, to } of formulas) {
    const beside = [
      ...wordsNear(passage, from, -1).slice(0, 2),
      ...wordsNear(passage, to - 1, 1).slice(0, 2),
    ];
    for (const [at, token] of tokens.entries()) {
      if (token.text === '|' && tokens[at + 1]?.text === '_') context.indexedBars = true;
      if (tokens.length <= 3 && isVariable(token)) {
        const company = context.company.get(token.text) ?? new Set();
        for (const word of beside) company.add(word);
        context.company.set(token.text, company);
      }
      context.counts.set(token.text, (context.counts.get(token.text) ?? 0) + 1);
      const before = tokens[at - 1];
      const braced = before?.text === '{' ? '{' : '';
      const command = braced === '{' ? tokens[at - 2] : before;
      if (command?.kind === '\\sqrt') context.survivors.add(command.text + braced);
      if (command === undefined || !isDress(command)) continue;
      context.surviving.set(token.text, command.text + braced);
      context.survivors.add(command.text + braced);
    }
  }
  const words = new Set([...new Set(formulas.map(({ passage }) => passage))].flatMap(listWords));
  context.topics = topics.filter((topic) => words.has(topic));
  return context;
}

/** Is the token a font or an accent? */
export const isDress = ({ kind }: Token): boolean => kind === '\\font' || kind === '\\accent';

/** The words of a passage in lower case. */
export function listWords({ tokens }: Passage): string[] {
  return tokens.flatMap(({ kind, text }) => (kind === 'word' || kind === 'Word' ? [text.toLowerCase()] : []));
}

/** The words nearest to `at` on one side, `most` of them. */
export function wordsNear({ tokens }: Passage, at: number, step: -1 | 1, most = 3): string[] {
  const words: string[] = [];
  for (let distance = 1; distance <= 2 * most + 2 && words.length < most; distance++) {
    const token = tokens[at + step * distance];
    if (token === undefined) break;
    if (token.kind === 'word' || token.kind === 'Word') words.push(token.text.toLowerCase());
  }
  return words;
}
