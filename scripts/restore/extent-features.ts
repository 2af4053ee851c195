/** The features by which the extent of a formula is judged: the token, its neighbours, its brackets, its paper. */
import { describeBrackets } from './bracket-features.ts';
import type { Name, Position } from './crf.ts';
import { isBesideStrong, type Evidence, type Passage } from './evidence.ts';
import { bucket, codes, edge, joined, nearestWord, word } from './near.ts';
import { getCode, isVariable, type Token } from './tokens.ts';

/** The features of the token at `at`. */
export function describe<F>(passage: Passage, evidence: Evidence, at: number, f: Name<F>): Position<F> {
  const { tokens, strong } = passage;
  const token = tokens[at]!;
  const near = (offset: number): Token => tokens[at + offset] ?? edge;
  const [p2, p1, n1, n2] = [near(-2), near(-1), near(1), near(2)];
  const k0 = getCode(token);
  const w0 = word(token);
  const [kp2, kp1, kn1, kn2] = [
    joined(p1, getCode(p2)),
    joined(token, getCode(p1)),
    joined(n1, getCode(n1)),
    joined(n2, getCode(n2)),
  ];
  const [wp2, wp1, wn1, wn2] = [
    joined(p1, word(p2)),
    joined(token, word(p1)),
    joined(n1, word(n1)),
    joined(n2, word(n2)),
  ];
  const strongCount = bucket(evidence.strongCount - strong[at]!);
  const count = bucket((evidence.counts.get(token.text) ?? 1) - 1);
  const strongOthers = bucket(
    (evidence.strongCounts.get(token.text) ?? 0) - Number(isBesideStrong(passage, at)),
  );
  const single = isVariable(token);
  const left = nearestWord(tokens, at, -1);
  const right = nearestWord(tokens, at, 1);

  const chunk = passage.chunks.of[at]!;
  const chunkClass = (offset: number): string => passage.chunks.classes[chunk + offset] ?? '';
  const [c0, cp, cn] = [chunkClass(0), chunkClass(-1), chunkClass(1)];
  const head0 = token.spaced ? 'head' : '';
  const tail0 = n1.spaced ? 'tail' : '';
  const names = bucket(evidence.alone.size);
  const shape = passage.chunks.shapes[chunk]!;

  const stretch = describeStretch(passage, at);

  const nodes = [
    f('chunks', `${cp}${c0}${cn}`, k0, `${head0}${tail0}`),
    f('chunks w0', `${cp}${c0}${cn}`, w0),
    f('chunks5', `${chunkClass(-2)}${cp}${c0}${cn}${chunkClass(2)}`, k0),
    f('chunk shape', shape, k0, `${head0}${tail0}`),
    f('chunk shape doc', shape, strongCount > 2 ? 3 : strongCount, k0),
    f('chunk shapes', passage.chunks.shapes[chunk - 1] ?? '', shape, k0),
    f('chunk shapes+', shape, passage.chunks.shapes[chunk + 1] ?? '', k0),
    f('bias'),
    f('w0', w0),
    f('k0', k0),
    f('w-1', wp1),
    f('w+1', wn1),
    f('w-2', wp2),
    f('w+2', wn2),
    f('w-1w0', wp1, w0),
    f('w0w+1', w0, wn1),
    f('w-2w-1k0', wp2, wp1, k0),
    f('k0w+1w+2', k0, wn1, wn2),
    f('k-1w0k+1', kp1, w0, kn1),
    f('w-1k0', wp1, k0),
    f('k0w+1', k0, wn1),
    f('w-1k0w+1', wp1, k0, wn1),
    f('k-1k0k+1', kp1, k0, kn1),
    f('k-2k-1k0', kp2, kp1, k0),
    f('k0k+1k+2', k0, kn1, kn2),
    f('k-2..k+2', kp2, kp1, k0, kn1, kn2),
    f('k-2k-1w0', kp2, kp1, w0),
    f('w0k+1k+2', w0, kn1, kn2),
    f('doc k0', strongCount, k0),
    f('doc w0', strongCount, w0),
    f('doc k-1k0k+1', strongCount > 2 ? 3 : strongCount, kp1, k0, kn1),
    f('left k0', left, k0),
    f('right k0', right, k0),
    f('before', codes(tokens, at, -1), k0),
    f('behind', k0, codes(tokens, at, 1)),
    f('k-3..k0', joined(p2, getCode(near(-3))), kp2, kp1, k0),
    f('k0..k+3', k0, kn1, kn2, joined(near(3), getCode(near(3)))),
    f('names', names, k0, c0),
    f('names doc', names, strongCount, k0),
    f('suffix-1', p1.kind === 'word' ? p1.text.slice(-3) : kp1, k0),
  ];
  if (stretch !== undefined) {
    const { shape, text, nth, left: before, right: behind } = stretch;
    nodes.push(
      f('stretch', shape, nth),
      f('stretch doc', shape, nth, strongCount > 2 ? 3 : strongCount),
      f('stretch text', text, nth),
      f('stretch left', before, shape, nth),
      f('stretch right', behind, shape, nth),
      f('stretch between', before, behind, k0, nth),
    );
  }
  if (token.odds !== 0)
    nodes.push(
      f('odds', Math.round(token.odds / 3)),
      f('split', token.word === token.text ? 0 : 1, Math.round(token.odds / 3)),
    );
  if (!/^[wWhu]$/.test(k0)) {
    nodes.push(
      f('others k0', strongOthers, k0),
      f('others w0', strongOthers, w0),
      f('count k0', count, strongOthers, k0),
      f('count doc k0', count, strongCount, k0),
      f('others k-1k0k+1', strongOthers > 1 ? 2 : strongOthers, kp1, k0, kn1),
    );
  }
  if (single) {
    const alone = bucket((evidence.alone.get(token.text) ?? 0) - Number(token.spaced && n1.spaced));
    nodes.push(
      f('alone', alone, strongOthers, count, c0),
      f('alone w0', alone, w0, c0),
      f('names w0', names, w0, c0),
      f('w-2w-1', wp2, wp1),
      f('w+1w+2', wn1, wn2),
      f('chunks left', `${cp}${c0}${cn}`, left),
      f('chunks right', `${cp}${c0}${cn}`, right),
      f('left w0', left, w0),
      f('right w0', right, w0),
      f('left2', nearestWord(tokens, at, -1, 2), left),
      f('w-1w+1', wp1, wn1),
    );
  }
  nodes.push(...describeBrackets(passage, at, f));
  const edges = [
    f('bias'),
    f('chunks', `${cp}${c0}${cn}`, head0, k0),
    f('k', kp1, k0),
    f('w0', w0.length > 12 ? k0 : w0, token.spaced),
    f('w-1', wp1),
    f('k3', kp1, k0, kn1),
  ];
  return { nodes, edges };
}

/** The stretch between words that the token is in, its place there, and the words at both ends. */
function describeStretch(
  { tokens, stretches }: Passage,
  at: number,
): { shape: string; text: string; nth: number; left: string; right: string } | undefined {
  const stretch = stretches.of[at]!;
  if (stretch < 0) return undefined;
  const from = stretches.from[stretch]!;
  return {
    shape: stretches.shapes[stretch]!,
    text: stretches.texts[stretch]!,
    nth: at - from,
    left: (tokens[from - 1] ?? edge).text,
    right: (tokens[stretches.to[stretch]!] ?? edge).text,
  };
}
