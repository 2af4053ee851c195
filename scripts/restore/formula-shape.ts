/** How a formula is built, as features see it: brackets, products, fractions, bars. */
import { findGroups } from './groups.ts';
import { getCode, isVariable, type Token } from './tokens.ts';

/** For each token the opening bracket round it, or -1. */
export function findOpeners(tokens: readonly Token[]): number[] {
  const outer: number[] = [];
  const open: number[] = [];
  for (const [at, { text }] of tokens.entries()) {
    if (/^[)\]}]$/.test(text)) open.pop();
    outer.push(open.at(-1) ?? -1);
    if (/^[([{]$/.test(text)) open.push(at);
  }
  return outer;
}

/** A product between signs of addition, relation or division: its variables, its size, whether it bears powers. */
type Term = { text: string; length: string; powers: string; place: string };

const separator = /^(?:[-+=<>/,:;|]|le|leq|ge|geq|in|to|approx|sim|pm)$/;

/** The product that each token is in. */
export function describeTerms(tokens: readonly Token[], outer: readonly number[]): Term[] {
  const terms: Term[] = [];
  const open = new Map<number, { term: Term; names: string[]; count: number }>();
  for (const [at, token] of tokens.entries()) {
    const depth = outer[at]!;
    const known = open.get(depth);
    if (known === undefined || separator.test(token.text)) {
      const place = token.text === '/' ? 'under' : '';
      open.set(depth, { term: { text: '', length: '0', powers: '', place }, names: [], count: 0 });
    }
    const group = open.get(depth)!;
    const { term } = group;
    terms.push(term);
    if (separator.test(token.text)) continue;
    group.count++;
    if (isVariable(token) || (token.kind.startsWith('\\') && token.text.length > 2))
      group.names.push(token.text);
    term.text = group.names.slice(0, 6).join(' ');
    term.length = String(Math.min(6, group.count));
    if (token.text === '^') term.powers = 'power';
  }
  return terms;
}

/** What the innermost brackets hold, in classes, and where in it each token stands. */
export function describeInsides(tokens: readonly Token[], outer: readonly number[]): string[] {
  const held = new Map<number, { codes: string; count: number }>();
  for (const [at, token] of tokens.entries()) {
    const inside = held.get(outer[at]!) ?? { codes: '', count: 0 };
    inside.count++;
    if (inside.count <= 9) inside.codes += getCode(token);
    held.set(outer[at]!, inside);
  }
  const seen = new Map<number, number>();
  return tokens.map((_, at) => {
    const opener = outer[at]!;
    const nth = seen.get(opener) ?? 0;
    seen.set(opener, nth + 1);
    const { codes, count } = held.get(opener)!;
    return count > 9 || opener < 0 ? '' : `${codes} ${nth}`;
  });
}

/** How a token lies before a denominator without command in the same brackets. */
export type Over = {
  distance: number;
  first: boolean;
  sum: boolean;
  denominatorSum: boolean;
  script: boolean;
};

export function findDenominators(tokens: readonly Token[], outer: readonly number[]): (Over | undefined)[] {
  const found: (Over | undefined)[] = tokens.map(() => undefined);
  for (const denominator of findGroups(tokens).denominators) {
    const opener = outer[denominator]!;
    let sum = false;
    let denominatorSum = false;
    for (let at = denominator + 1; outer[at] !== undefined && outer[at] !== opener; at++)
      if (outer[at] === denominator && /^[-+]$/.test(tokens[at]!.text)) denominatorSum = true;
    const script = /^[_^]$/.test(tokens[opener - 1]?.text ?? '');
    for (let at = denominator - 1; at > opener && at > denominator - 16; at--) {
      if (outer[at] !== opener) continue;
      found[at] = {
        distance: Math.min(6, denominator - at),
        first: at === opener + 1,
        sum,
        denominatorSum,
        script,
      };
      if (/^[-+=]$/.test(tokens[at]!.text)) sum = true;
    }
  }
  return found;
}

/** For each bar, what the pair that it belongs to holds and what stands behind it. */
export function describeBars(tokens: readonly Token[]): { inner: string; behind: string; open: boolean }[] {
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

/** How many tokens brackets hold; 9 for more. */
export function lengthInside(tokens: readonly Token[], opener: number): number {
  let depth = 0;
  for (let at = opener; at < tokens.length && at < opener + 9; at++) {
    if (/^[([{]$/.test(tokens[at]!.text)) depth++;
    if (/^[)\]}]$/.test(tokens[at]!.text) && --depth === 0) return at - opener - 1;
  }
  return 9;
}
