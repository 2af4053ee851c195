/** The features by which losses inside a formula are judged: its tokens, the words around it, the habits of its paper. */
import type { Name, Position } from './crf.ts';
import {
  describeBars,
  describeInsides,
  describeTerms,
  findDenominators,
  findOpeners,
  lengthInside,
} from './formula-shape.ts';
import { edge } from './near.ts';
import { isDress, wordsNear, type FormulaTokens, type PaperContext } from './paper-context.ts';
import { getCode, type Token } from './tokens.ts';

/** The features of each token of a formula. */
export function describeMarks<F>(
  context: PaperContext,
  { tokens, passage, from, to }: FormulaTokens,
  f: Name<F>,
): Position<F>[] {
  const outer = findOpeners(tokens);
  const bars = describeBars(tokens);
  const terms = describeTerms(tokens, outer);
  const insides = describeInsides(tokens, outer);
  const denominators = findDenominators(tokens, outer);
  const whole = tokens.length <= 12 ? tokens.map(getCode).join('') : '';
  const hasLog = tokens.some(({ text }) => text === 'log' || text === 'ln');
  const left = wordsNear(passage, from, -1);
  const right = wordsNear(passage, to - 1, 1);
  const far = wordsNear(passage, from, -1, 6).filter((word) => word.length > 3);
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
    const { text: term, length, powers, place } = terms[at]!;
    nodes.push(
      f('term', term, k0),
      f('term head', head, term),
      f('term kind', head, length, powers, place, k0),
      f('inside', insides[at]!, head, k0),
      f('whole', whole, at),
    );
    const over = denominators[at]!;
    if (over !== undefined) {
      nodes.push(
        f('over', over.distance, over.first, k0),
        f('over sum', over.sum, over.denominatorSum, over.first, over.script),
        f('over w-1', p1.text, over.sum),
        f('over place', over.first, over.sum, over.script),
      );
    }
    const cover = p1.text === '{' ? p2 : p1;
    if (isDress(cover)) nodes.push(f('cover', cover.text));
    else {
      if (survives) {
        // The best evidence of all is rare: given once, the penalty would keep its weight small.
        const same = f('survives', survives);
        nodes.push(same, same, same, same, f('survives k', survives, k0));
      }
      for (const survivor of context.survivors)
        nodes.push(f('survivor', survivor, k0), f('survivor w0', survivor, w0));
    }
    if (/^[A-Za-z]/.test(token.text)) {
      for (const word of left) nodes.push(f('left', word, w0), f('left head', word, head, k0));
      for (const word of right) nodes.push(f('right', word, w0), f('right head', word, head, k0));
      for (const word of context.company.get(token.text) ?? []) nodes.push(f('company', word, w0));
      for (const word of far) nodes.push(f('far head', word, head, k0), f('far w0', word, w0));
      if (n1.text === '(' || n2.text === '(')
        nodes.push(f('call', w0, hasLog, p1.text), f('call whole', w0, whole));
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
        f('bar paper', context.indexedBars),
        f('bar paper inner', context.indexedBars, inner),
      );
      for (const word of left) nodes.push(f('bar left', word));
      for (const word of right) nodes.push(f('bar right', word));
      for (const topic of topics) nodes.push(f('bar topic', topic));
    }
    const edges = [f('bias'), f('k', getCode(p1), k0), f('k3', getCode(p1), k0, getCode(n1))];
    return { nodes, edges };
  });
}

/** Marks a neighbour that no space divides. `right` is the right one of the two. */
const glue = (right: Token, value: string): string => (right.spaced ? value : `+${value}`);
