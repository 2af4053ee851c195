/** The trained weights, which `npm run train:annotate` writes. */
import { foldText } from '../../src/contract/same-paper.ts';
import type { Trained, TrainedFolds } from './models.ts';
import weights from './weights.json' with { type: 'json' };

const trained: TrainedFolds = weights;

/** The models that have not seen this paper. */
export function selectTrained({ title, abstract }: { title: string; abstract: string }): Trained {
  const fold = trained.seen[toFingerprint(title)] ?? trained.seen[toFingerprint(abstract)];
  return (fold === undefined ? undefined : trained.folds[fold]) ?? trained.all;
}

/** Eight hexadecimal digits for a text, whatever its case and marks: FNV-1a (G. Fowler, L. C. Noll, K.-P. Vo, 1991). */
export function toFingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (const letter of foldText(text)) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}
