/** Restoration: damaged title and abstract -> phrasing trees, with the evidence of each change. See docs/restoration.md. */
import { phrasingToMarkdown } from '../../src/contract/phrasing.ts';
import { forgetSpelling } from './latex.ts';
import { shippedModel } from './weights.ts';
import { restoreWith } from './restore.ts';
import type { Change, RawPaper, RestoredPaper } from './types.ts';

export { damage } from './damage.ts';
export { toLatex } from './latex.ts';
export type { Change, RawPaper, RestoredPaper } from './types.ts';

/** Restores a paper: what stands in one field is evidence for the other. */
export function restorePaper(raw: RawPaper): RestoredPaper {
  return restoreWith(shippedModel, raw);
}

export type RestoredLine = { id: string; title: string; abstract: string; changes: Change[] };

/** One line of `scholium restore`: Markdown with `$math$`, and the changes. */
export function restoreLine({
  id,
  title,
  abstract,
}: {
  id: string;
  title: string;
  abstract: string;
}): RestoredLine {
  const restored = restorePaper({ title, abstract });
  return {
    id,
    title: phrasingToMarkdown(forgetSpelling(restored.title.tree)),
    abstract: phrasingToMarkdown(forgetSpelling(restored.abstract.tree)),
    changes: [...restored.title.changes, ...restored.abstract.changes],
  };
}
