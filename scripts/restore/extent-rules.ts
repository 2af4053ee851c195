/** What is known of extents whatever the field says: names that are words by now, where a formula can begin and end. */
import type { Passage } from './evidence.ts';
import type { Extent, Reading } from './extent.ts';
import { isVariable, type Token } from './tokens.ts';

/** The extents of a paper, by passage: some left out, some with other ends. */
export function correctExtents(reading: Reading, found: readonly Extent[][]): Extent[][] {
  const corrected = reading.passages.map((passage, index) =>
    found[index]!.map((extent) => dropNumber(passage, takeOperand(passage, extent))).filter(
      (extent) => !isWord(reading, passage, extent),
    ),
  );
  const isDoubtful = corrected.every((extents, index) =>
    extents.every((extent) => isDoubtfulLetter(reading.passages[index]!, extent)),
  );
  return isDoubtful ? corrected.map(() => []) : corrected;
}

/**
 * A paper with nothing but letters, none of them certain, has no formulas: its authors set none, or did not set these.
 * Chosen by cross-validation, as the most inventions spared for a variable lost.
 */
const certainLetter = 0.68;

const isDoubtfulLetter = ({ tokens }: Passage, { from, to, probability }: Extent): boolean =>
  to - from === 1 && isVariable(tokens[from]!) && probability < certainLetter;

/** `(ii) log n`: the number of a list is not of the formula behind it. */
function dropNumber({ tokens, brackets }: Passage, { from, to, probability }: Extent): Extent {
  const close = brackets.partner[from]!;
  const isNumber = close === from + 2 && /^(?:[1-9]|i{1,3}|iv|v)$/.test(tokens[from + 1]!.text);
  const isApart = close + 1 < to && tokens[close + 1]!.spaced && tokens[from]!.text === '(';
  return { from: isNumber && isApart ? close + 1 : from, to, probability };
}

/** `Y = AX`: a relation has a right side, if only a product that might be a name. */
function takeOperand({ tokens }: Passage, { from, to, probability }: Extent): Extent {
  const isRelation = to - from > 1 && /^(?:[=<>]|\\rel)$/.test(tokens[to - 1]!.kind);
  const isProduct = /^[A-Z]{1,2}[a-z]?$/.test(tokens[to]?.text ?? '');
  return { from, to: isRelation && isProduct ? to + 1 : to, probability };
}

function isWord(reading: Reading, passage: Passage, { from, to }: Extent): boolean {
  if (to - from === 1) return isSpoken(reading, passage, from) || isTag(passage, from);
  const inside = passage.tokens.slice(from, to);
  return isGain(inside) || isAbbreviation(inside);
}

/** `+5%`. */
const isGain = ([sign, number, percent, ...rest]: readonly Token[]): boolean =>
  /^[-+]$/.test(sign!.text) && number?.kind === 'number' && percent?.text === '%' && rest.length === 0;

const isAbbreviation = (inside: readonly Token[]): boolean =>
  /^(?:e\.g|i\.e)\.?$/.test(inside.map(({ text }) => text).join(''));

/** Names that are words by now, by the text beside them. */
const spoken: Readonly<Record<string, { before?: RegExp; behind?: RegExp }>> = {
  k: { before: /^(?:top|pass)[-@]$/i },
  K: { before: /^(?:top|pass)[-@]$/i },
  lambda: { behind: /^ (?:functions?|expressions?)\b/ },
  U: { behind: /^-nets?\b/i },
  X: { behind: /^-rays?\b/i },
};

/** `top-k`, `pass@k`, `U-Net` in a paper that nowhere else speaks of such a variable. */
function isSpoken({ passages, evidence }: Reading, { tokens }: Passage, at: number): boolean {
  const { text } = tokens[at]!;
  if (!Object.hasOwn(spoken, text) || !isSpokenAt(tokens, at)) return false;
  const uses = passages.flatMap((passage) =>
    passage.tokens.filter((token, index) => token.text === text && isSpokenAt(passage.tokens, index)),
  );
  return uses.length === evidence.counts.get(text);
}

/** The signs of `<word>`: a comparison that stands alone has a space on one side of it. */
function isTag({ tokens }: Passage, at: number): boolean {
  const [before, sign, behind] = [tokens[at - 1], tokens[at]!, tokens[at + 1]];
  if (sign.text === '<') return behind?.start === sign.end && /^\p{L}/u.test(behind.text);
  return sign.text === '>' && before?.end === sign.start && /\p{L}$/u.test(before.text);
}

function isSpokenAt(tokens: readonly Token[], at: number): boolean {
  const { before, behind } = spoken[tokens[at]!.text]!;
  const write = (from: number, to: number): string =>
    tokens
      .slice(Math.max(0, from), to)
      .map(({ text, spaced }) => (spaced ? ` ${text}` : text))
      .join('');
  return before?.test(write(at - 2, at).trim()) === true || behind?.test(write(at + 1, at + 3)) === true;
}
