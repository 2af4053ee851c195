/**
 * What damage took from inside a formula: for each token, the command that stood over it, and whether it began or
 * continued something under a root or over a fraction line. Two chains over the formula's tokens.
 */
import {
  findBest,
  hashFeature,
  scoreLabels,
  scoreSequence,
  sumForward,
  type CrfModel,
  type Position,
} from './crf.ts';
import { describeMarks } from './mark-features.ts';
import type { FormulaTokens, PaperContext } from './paper-context.ts';

/** Commands over one atom; `\tilde` and `\widetilde`, `\mathbf` and `\bm` cannot be told apart and are one. */
export const styles = [
  '',
  'tilde',
  'mathcal',
  'mathbb',
  'mathbf',
  'hat',
  'bar',
  'vec',
  'escape',
  'mathcal tilde',
] as const;

/** Commands over a stretch of atoms. */
export const regions = ['', 'sqrt', 'sqrt+', 'frac', 'frac+'] as const;

/** `topics` are words that go with losses wherever in the paper they stand: fields have habits. Found by training. */
export type MarkModels = { styles: CrfModel; regions: CrfModel; topics: readonly string[] };

export type Marks = {
  styles: number[];
  regions: number[];
  /** The probability of the best labels of the whole formula. */
  confidence: number;
};

export function findMarks(models: MarkModels, context: PaperContext, formula: FormulaTokens): Marks {
  const positions = describeMarks(context, formula, hashFeature);
  const style = decode(models.styles, positions);
  const region = decode(models.regions, positions);
  return { styles: style.best, regions: region.best, confidence: style.probability * region.probability };
}

function decode(model: CrfModel, positions: Position<number>[]): { best: number[]; probability: number } {
  const lattice = scoreSequence(model, positions);
  const best = findBest(lattice);
  return { best, probability: Math.exp(scoreLabels(lattice, best) - sumForward(lattice).total) };
}
