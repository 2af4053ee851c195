/** A formula with its words: an equation of Typst that has an alternative text. */
import { parseMathml, toMathml, type Formula, type Speak } from '../book/mathml.ts';
import { toTypstFormula, UnknownMath } from './formula.ts';
import { callOf, type Typst } from './typst.ts';

/** @param refuse is told what of the formula cannot be set; the formula is left out then */
export function setFormula(formula: Formula, speak: Speak, refuse: (reason: string) => void): Typst {
  try {
    const body = toTypstFormula(parseMathml(toMathml(formula)));
    return callOf('math.equation', [body], { block: formula.display, alt: speak(formula) });
  } catch (error) {
    if (!(error instanceof UnknownMath)) throw error;
    refuse(error.message);
    return null;
  }
}
