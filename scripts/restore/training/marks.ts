/** What a formula's tokens had lost, read off its undamaged original. */
import { regions, styles } from '../marks.ts';
import type { FormulaTokens } from '../paper-context.ts';
import type { GoldText } from './gold.ts';

/** Spellings that are one style. */
const spellings: Readonly<Record<string, string>> = {
  widetilde: 'tilde',
  widehat: 'hat',
  overline: 'bar',
  bm: 'mathbf',
  boldsymbol: 'mathbf',
  textbf: 'mathbf',
  bf: 'mathbf',
  pmb: 'mathbf',
  mathscr: 'mathcal',
  dfrac: 'frac',
  tfrac: 'frac',
};

export type GoldMarks = { styles: number[]; regions: number[] };

/** The labels of a formula's tokens, as indexes of `styles` and `regions`. */
export function readMarks(
  { sources, lost }: GoldText,
  original: string,
  { tokens }: FormulaTokens,
): GoldMarks {
  const styleNames = tokens.map(() => new Set<string>());
  const regionLabels: number[] = tokens.map(() => 0);
  const places = tokens.map(({ start }) => sources[start] ?? 0);
  const first = places[0] ?? 0;
  const last = sources[(tokens.at(-1)?.end ?? 1) - 1] ?? 0;
  for (const { name, start, end } of lost) {
    const command = spellings[name] ?? name;
    if (end < first || start > last) continue;
    const inside = [...places.keys()].filter((at) => places[at]! >= start && places[at]! < end);
    const from = inside[0];
    if (from === undefined) continue;
    if ((styles as readonly string[]).includes(command)) styleNames[from]!.add(command);
    const region = (regions as readonly string[]).indexOf(command);
    if (region > 0) for (const at of inside) regionLabels[at] = at === from ? region : region + 1;
  }
  for (const [at, token] of tokens.entries()) {
    if (original[(places[at] ?? 0) - 1] !== '\\') continue;
    if (/^[|{},;:!]$/.test(token.text)) styleNames[at]!.add('escape');
    // `\R` is KaTeX's short name of `\mathbb{R}`.
    if (/^[RNZ]$/.test(token.text)) styleNames[at]!.add('mathbb');
  }
  return {
    styles: styleNames.map((names) =>
      Math.max(0, (styles as readonly string[]).indexOf([...names].sort().join(' '))),
    ),
    regions: regionLabels,
  };
}
