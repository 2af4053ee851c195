/**
 * A formula's tokens and what each had lost -> TeX that KaTeX sets and that the damage turns back into the raw text.
 * Readings are tried from the fullest to the barest; the first that both accept is taken.
 */
import { findMathError } from '../../src/contract/math.ts';
import { damage, foldSpace } from './damage.ts';
import { findGroups } from './groups.ts';
import { escape, findRegions, type Losses } from './losses.ts';
import { regions, type Marks } from './marks.ts';
import { findNumerator } from './numerators.ts';
import type { FormulaTokens } from './paper-context.ts';
import { addGluedCommands, addStyles, writeToken, type Piece } from './pieces.ts';
import { findInnerEnd, findProved, isSurvivor } from './survivors.ts';
import type { Token } from './tokens.ts';

export type Written = { tex: string; rule: string; confidence: number; doubt?: string };

/** A formula whose losses are less certain than this is an open doubt. */
const doubtBelow = 0.8;

/** Restores the formula that `raw` was; `undefined` where no reading passes. */
export function writeFormula(raw: string, { tokens }: FormulaTokens, marks: Marks): Written | undefined {
  // The damage leaves no dollar in a formula.
  if (raw.includes('$')) return undefined;
  for (const { losses, choice, rank } of listReadings(tokens, marks)) {
    const { tex, guessed } = write(tokens, losses, choice);
    if (damage(`$${tex}$`) !== foldSpace(raw) || findMathError(tex) !== undefined) continue;
    const restoresLoss = losses.styles.some(Boolean) || losses.regions.some(Boolean);
    const written = { tex, rule: restoresLoss ? 'lost-command' : 'formula', confidence: marks.confidence };
    const doubtful = rank > 0 || guessed || marks.confidence < doubtBelow;
    return doubtful ? { ...written, doubt: 'lossy-formula' } : written;
  }
  return undefined;
}

/** A set of losses to put back, and which of the places where a displaced brace may have stood to take. */
type Reading = { losses: Losses; choice: number; rank: number };

function listReadings(tokens: readonly Token[], marks: Marks): Reading[] {
  const none = marks.styles.map(() => 0);
  // That there is a fraction, its denominator proves; the marks only say where the numerator begins.
  const proved = marks.regions.map((region) => (regions[region]!.startsWith('frac') ? region : 0));
  const losses = [
    { styles: marks.styles, regions: marks.regions },
    { styles: marks.styles, regions: proved },
    { styles: none, regions: marks.regions },
    { styles: none, regions: proved },
    { styles: none, regions: none },
  ];
  const choices = tokens.some((_, at) => isSurvivor(tokens, at)) ? [0, 1, 2, 3, 4] : [0];
  return choices.flatMap((choice) =>
    losses.map((loss, rank) => ({ losses: pairBars(tokens, loss), choice, rank: choice + rank })),
  );
}

function write(tokens: readonly Token[], losses: Losses, choice: number): { tex: string; guessed: boolean } {
  const groups = findGroups(tokens);
  const pieces = tokens.map((token, at): Piece => {
    const space = token.spaced && at > 0 ? ' ' : '';
    return { space, before: '', tex: writeToken(tokens, at, groups.braces, losses), behind: '' };
  });
  const outer = groups.denominators.map((denominator) => findNumerator(tokens, losses, denominator));
  const regions = findRegions(tokens, losses);
  const proved = findProved(tokens, losses, [...outer, ...regions]);
  for (const { from, to, name } of [...outer, ...regions, ...proved]) {
    pieces[from]!.before = `\\${name}{${pieces[from]!.before}`;
    pieces[findInnerEnd(tokens, from, to, choice) - 1]!.behind += '}';
  }
  addStyles(tokens, losses, pieces);
  const gluedGuess = addGluedCommands(pieces);
  const tex = pieces.map(({ space, before, tex, behind }) => space + before + tex + behind).join('');
  return { tex, guessed: proved.length > 0 || gluedGuess };
}

/** Bars come in pairs: where one was `\|`, so was the other. */
function pairBars(tokens: readonly Token[], losses: Losses): Losses {
  const bars = [...tokens.keys()].filter((at) => tokens[at]!.text === '|');
  if (bars.length % 2 === 1) return losses;
  const paired = [...losses.styles];
  for (let nth = 0; nth < bars.length; nth += 2) {
    const [open, close] = [bars[nth]!, bars[nth + 1]!];
    if (paired[open] === escape || paired[close] === escape) paired[open] = paired[close] = escape;
  }
  return { ...losses, styles: paired };
}
