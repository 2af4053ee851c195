/** What the marks say was lost -> commands over stretches of a formula's tokens. */
import { regions, styles, type Marks } from './marks.ts';
import type { Token } from './tokens.ts';

/** Which commands are put back where, as indexes of `styles` and `regions`, one a token. */
export type Losses = Pick<Marks, 'styles' | 'regions'>;

/** The style that is a backslash, as in `\|`. */
export const escape = (styles as readonly string[]).indexOf('escape');

/** A lost command over the tokens `[from, to)`. */
export type Outer = { from: number; to: number; name: string };

/** The roots. */
export function findRegions(tokens: readonly Token[], losses: Losses): Outer[] {
  const sqrt = (regions as readonly string[]).indexOf('sqrt');
  return losses.regions.flatMap((region, from) => {
    if (region !== sqrt) return [];
    let to = from + 1;
    // An operator is under a root with what it is of.
    while (losses.regions[to] === sqrt + 1 || (to < tokens.length && tokens[to - 1]!.kind === '\\op')) to++;
    return [{ from, to: balance(tokens, from, to), name: 'sqrt' }];
  });
}

/** The end nearest to `to` where the brackets opened behind `from` are closed. */
export function balance(tokens: readonly Token[], from: number, to: number): number {
  let depth = 0;
  let end = from + 1;
  for (let at = from; at < tokens.length; at++) {
    const { text } = tokens[at]!;
    if (/^[({[]$/.test(text)) depth++;
    if (/^[)}\]]$/.test(text)) depth--;
    if (depth < 0) break;
    if (depth === 0) end = at + 1;
    if (at + 1 >= to && depth === 0) break;
  }
  return end;
}
