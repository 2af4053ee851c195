/** The features of a token's brackets: those round it, and for a bracket its pair. */
import type { Name } from './crf.ts';
import type { Passage } from './evidence.ts';
import { edge, joined, word } from './near.ts';
import { getCode, isVariable } from './tokens.ts';

export function describeBrackets<F>(passage: Passage, at: number, f: Name<F>): F[] {
  const { tokens, brackets } = passage;
  const token = tokens[at]!;
  const next = tokens[at + 1] ?? edge;
  const k0 = getCode(token);
  const kp1 = joined(token, getCode(tokens[at - 1] ?? edge));
  const kn1 = joined(next, getCode(next));
  const opener = brackets.opener[at]!;
  const partner = brackets.partner[at]!;
  const features: F[] = [];
  if (opener >= 0) {
    const before = tokens[opener - 1] ?? edge;
    const head = tokens[opener]!.spaced ? '' : word(before);
    const inner = summarize(passage, opener);
    features.push(
      f('in', head, k0),
      f('in k', tokens[opener]!.spaced ? '' : getCode(before), k0),
      f('in w0', head, word(token)),
      f('inner', inner, k0),
      f('inner k-1k0k+1', inner, kp1, k0, kn1),
    );
  }
  if (partner >= 0) {
    const first = Math.min(at, partner);
    const last = Math.max(at, partner);
    const inner = summarize(passage, first);
    const before = tokens[first - 1] ?? edge;
    const behind = tokens[last + 1] ?? edge;
    const head = joined(tokens[first]!, getCode(before));
    const tail = joined(behind, getCode(behind));
    const inFirst = getCode(tokens[first + 1] ?? edge);
    const inLast = getCode(tokens[last - 1] ?? edge);
    features.push(
      f('pair', token.text, head, inner, tail),
      f('pair head', token.text, head, inner),
      f('pair tail', token.text, inner, tail),
      f('pair w', token.text, word(before), inner),
      f('pair in', token.text, inner, head, inFirst, inLast, Math.min(7, last - first)),
    );
  } else if (/[()[\]{}]/.test(token.text)) features.push(f('alone', token.text, kp1, kn1));
  return features;
}

/** What a pair of brackets holds, in a few bits: strong signs, words, signs, and how much. */
function summarize({ tokens, strong, brackets }: Passage, opener: number): string {
  const end = brackets.partner[opener]!;
  if (end < 0) return 'open';
  let strongs = 0;
  let words = 0;
  let letters = 0;
  for (let at = opener + 1; at < end; at++) {
    const { kind } = tokens[at]!;
    if (strong[at] === 1) strongs = 1;
    if (kind === 'word' || kind === 'Word') words++;
    if (isVariable(tokens[at]!)) letters = 1;
  }
  return `${strongs}${words > 2 ? 2 : words}${letters}`;
}
