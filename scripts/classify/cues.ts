/** Cues: phrases that an editor wrote into the chapter files, found in a paper whatever their inflection. */
import type { PaperTerms } from '../../src/contract/term-index.ts';
import { parseTerms } from '../../src/contract/terms.ts';
import type { Cue, Paper } from './chapter.ts';

/** A place in a paper where a cue stands. Offsets are UTF-16 units of the field, end exclusive. */
export type CueHit = { cue: string; weight: number; field: 'title' | 'abstract'; start: number; end: number };

/** A title is the authors' own summary: a cue there weighs as much as this many in the abstract. */
const titleWeight = 4;

type Phrase = { list: number; cue: string; weight: number; stems: readonly string[] };

export type CueFinder = {
  /** Every place where a cue of each list stands, in the order of the lists. */
  find(paper: PaperTerms): CueHit[][];
};

export function readPaperTerms({ title, abstract }: Paper): PaperTerms {
  return { title: parseTerms(title), abstract: parseTerms(abstract) };
}

/** Prepares lists of cues for one look through each paper. */
export function compileCues(lists: readonly (readonly Cue[])[]): CueFinder {
  const phrases = Map.groupBy(
    lists.flatMap((cues, list) => cues.flatMap((cue) => parseCue(cue, list))),
    ({ stems }) => stems[0] ?? '',
  );
  return {
    find(paper) {
      const hits: CueHit[][] = lists.map(() => []);
      for (const field of ['title', 'abstract'] as const)
        paper[field].forEach(({ stem, start }, at) => {
          for (const { list, cue, weight, stems } of phrases.get(stem) ?? []) {
            const last = paper[field][at + stems.length - 1];
            if (last !== undefined && stems.every((wanted, i) => paper[field][at + i]?.stem === wanted))
              hits[list]?.push({ cue, weight, field, start, end: last.end });
          }
        });
      return hits;
    },
  };
}

function parseCue(cue: Cue, list: number): Phrase[] {
  const weighted = typeof cue === 'string' ? [[cue, 1] as const] : Object.entries(cue);
  return weighted.map(([text, weight]) => ({
    list,
    cue: text,
    weight,
    stems: parseTerms(text).map(({ stem }) => stem),
  }));
}

/** The sum of the weights of the cues found; each repetition of a cue counts less. */
export function scoreHits(hits: readonly CueHit[]): number {
  const counts = new Map<string, { weight: number; count: number }>();
  for (const { cue, weight, field } of hits) {
    const count = (counts.get(cue)?.count ?? 0) + (field === 'title' ? titleWeight : 1);
    counts.set(cue, { weight, count });
  }
  return Array.from(counts.values()).reduce(
    (sum, { weight, count }) => sum + weight * Math.log2(1 + count),
    0,
  );
}
