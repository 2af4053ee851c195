/** What the cues of the chapter files say of a paper, before any filed paper is asked. */
import type { PaperTerms } from '../../src/contract/term-index.ts';
import type { ChapterScope } from './chapter.ts';
import { compileCues, scoreHits, type CueHit } from './cues.ts';

/** A share for each chapter, and for each section within its chapter, in the order of the files; shares sum to one. */
export type Opinion = {
  chapters: readonly number[];
  sections: readonly (readonly number[])[];
  hits: { chapters: readonly (readonly CueHit[])[]; sections: readonly (readonly (readonly CueHit[])[])[] };
};

/** How strongly a difference of scores decides: shares are the softmax of the scores at this scale. */
const scale = { chapter: 0.22, section: 0.25 };

export function makeOpinion(chapters: readonly ChapterScope[]): (paper: PaperTerms) => Opinion {
  const sectionCues = chapters.flatMap(({ sections }) =>
    sections.map(({ name, cues }) => [name, ...(cues ?? [])]),
  );
  const finder = compileCues([...chapters.map(({ cues }) => cues ?? []), ...sectionCues]);
  return (paper) => {
    const hits = finder.find(paper);
    const inSections = splitBySection(chapters, hits.slice(chapters.length));
    const scores = hits.map(scoreHits);
    const sectionScores = splitBySection(chapters, scores.slice(chapters.length));
    return {
      chapters: softmax(scores.slice(0, chapters.length), scale.chapter),
      sections: sectionScores.map((of) => softmax(of, scale.section)),
      hits: { chapters: hits.slice(0, chapters.length), sections: inSections },
    };
  };
}

/** Cuts a list over all sections into one list a chapter. */
function splitBySection<T>(chapters: readonly ChapterScope[], list: readonly T[]): T[][] {
  let from = 0;
  return chapters.map(({ sections }) => list.slice(from, (from += sections.length)));
}

function softmax(scores: readonly number[], by: number): number[] {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(by * (score - highest)));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}
