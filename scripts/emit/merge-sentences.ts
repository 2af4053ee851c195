/**
 * Keeping people's edits, sentence by sentence: a three-way merge of sentence lists in the manner of diff3 (Khanna, Kunal
 * and Pierce, "A formal investigation of diff3", 2007). Sentences of the base that have a partner on
 * both sides are anchors; between two anchors one side may have added or removed some, or both.
 */
import { align } from './align.ts';

/** One stretch of the merged text. `page` and `draft` are ranges of sentence indices, end exclusive. */
export type Chunk = {
  take: 'page' | 'draft' | 'conflict';
  base: readonly [number, number];
  page: readonly [number, number];
  draft: readonly [number, number];
};

/** Merges three lists of sentences into chunks in text order. A conflict is for the caller to keep as the page has it. */
export function mergeSentences(
  base: readonly string[],
  page: readonly string[],
  draft: readonly string[],
): Chunk[] {
  const inPage = pairGaps(align(base, page), page.length);
  const inDraft = pairGaps(align(base, draft), draft.length);
  const chunks: Chunk[] = [];
  let from = { base: 0, page: 0, draft: 0 };
  const push = (part: Stretch): void => {
    const take = decide(slice(base, part.base), slice(page, part.page), slice(draft, part.draft));
    chunks.push({ take, ...part });
  };
  const close = (to: typeof from): void => {
    const chunk = {
      base: [from.base, to.base],
      page: [from.page, to.page],
      draft: [from.draft, to.draft],
    } as const;
    push(chunk);
  };
  for (let index = 0; index < base.length; index++) {
    const [p, d] = [inPage[index], inDraft[index]];
    if (p === undefined || d === undefined) continue;
    close({ base: index, page: p, draft: d });
    push({ base: [index, index + 1], page: [p, p + 1], draft: [d, d + 1] });
    from = { base: index + 1, page: p + 1, draft: d + 1 };
  }
  close({ base: base.length, page: page.length, draft: draft.length });
  return chunks;
}

type Stretch = Omit<Chunk, 'take'>;

/**
 * Between two partners as many sentences on both sides are the same sentences, each changed or not: they are partners
 * too. So a sentence that is gone on one side does not keep its neighbour from being changed on the other.
 */
function pairGaps(partners: readonly (number | undefined)[], length: number): (number | undefined)[] {
  const paired = [...partners];
  let from = { base: 0, side: 0 };
  for (let index = 0; index <= partners.length; index++) {
    const side = index === partners.length ? length : partners[index];
    if (side === undefined) continue;
    if (index - from.base === side - from.side) {
      for (let i = from.base; i < index; i++) paired[i] = from.side + i - from.base;
    }
    from = { base: index + 1, side: side + 1 };
  }
  return paired;
}

function decide(base: readonly string[], page: readonly string[], draft: readonly string[]): Chunk['take'] {
  if (same(draft, base) || same(draft, page)) return 'page';
  if (same(page, base)) return 'draft';
  return 'conflict';
}

function slice<T>(list: readonly T[], [start, end]: readonly [number, number]): readonly T[] {
  return list.slice(start, end);
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((sentence, index) => sentence === b[index]);
}
