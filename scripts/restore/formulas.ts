/** The formulas of a paper: where they are, what they had lost, what they were. */
import type { Passage } from './evidence.ts';
import { splitProduct } from './products.ts';
import { findExtents, readPaper, type Extent } from './extent.ts';
import { writeFormula } from './formula.ts';
import { findMarks } from './marks.ts';
import type { Model } from './model.ts';
import { gatherContext, type FormulaTokens } from './paper-context.ts';
import type { Formula } from './types.ts';

/** What a passage holds: formulas, and stretches that look like one but that KaTeX could not set. */
export type Found = { formulas: Formula[]; refused: { start: number; end: number }[] };

/** Finds and restores the formulas of each field of one paper. */
export function findFormulas(model: Model, fields: readonly string[]): Found[] {
  const reading = readPaper(model.words, fields);
  const extents = findExtents(model.extents, reading);
  const formulas = reading.passages.map((passage, index) =>
    extents[index]!.map((extent) => takeTokens(passage, extent)),
  );
  const context = gatherContext(formulas.flat(), model.marks.topics);
  return formulas.map((inField, index) => {
    const found: Found = { formulas: [], refused: [] };
    for (const [nth, formula] of inField.entries()) {
      const start = formula.tokens[0]!.start;
      const end = formula.tokens.at(-1)!.end;
      const written = writeFormula(
        fields[index]!.slice(start, end),
        formula,
        findMarks(model.marks, context, formula),
      );
      if (written === undefined) found.refused.push({ start, end });
      else
        found.formulas.push({
          start,
          end,
          ...written,
          confidence: written.confidence * extents[index]![nth]!.probability,
        });
    }
    return found;
  });
}

export function takeTokens(passage: Passage, { from, to }: Extent): FormulaTokens {
  const tokens = passage.tokens.slice(from, to);
  return {
    passage,
    from,
    to,
    tokens: tokens.flatMap((token, at) => splitProduct(token, tokens[at - 1], tokens[at + 1])),
  };
}
