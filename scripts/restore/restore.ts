/** One paper, one model: the whole of restoration. */
import { findUndamagedFormulas } from './dollars.ts';
import { findFormulas, type Found } from './formulas.ts';
import type { Model } from './model.ts';
import { typeset } from './typeset.ts';
import type { Field, RawPaper, RestoredPaper, RestoredText } from './types.ts';

/** A paper that has formulas in dollars was not damaged: they are kept, and no others are looked for. */
export function restoreWith(model: Model, raw: RawPaper): RestoredPaper {
  const fields = [raw.title, raw.abstract];
  const undamaged = fields.map((text): Found => ({ formulas: findUndamagedFormulas(text), refused: [] }));
  const isDamaged = undamaged.every(({ formulas }) => formulas.length === 0);
  const [title, abstract] = isDamaged ? findFormulas(model, fields) : undamaged;
  return {
    title: restoreField('title', raw.title, title!),
    abstract: restoreField('abstract', raw.abstract, abstract!),
  };
}

function restoreField(field: Field, raw: string, { formulas, refused }: Found): RestoredText {
  const text = typeset(field, raw, formulas);
  const doubts = refused.map(({ start, end }) => {
    const stands = raw.slice(start, end);
    return { field, start, end, raw: stands, restored: stands, reason: 'refused-formula' };
  });
  return { ...text, doubts: [...text.doubts, ...doubts].sort((a, b) => a.start - b.start) };
}
