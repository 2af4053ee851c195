/**
 * Filing: which chapter and section a paper belongs to, and why.
 *
 * The cues of the chapter files give a first opinion; the papers that people have filed correct it: kernel ridge regression on
 * what the cues got wrong of them, where papers are alike that share rare terms. Without filed papers the cues decide alone.
 * What the survey holds on the very paper asked about has no influence.
 */
import { makeSamePaper, type Asked } from '../../src/contract/same-paper.ts';
import { indexTerms } from '../../src/contract/term-index.ts';
import type { ChapterScope, FiledPaper, Paper } from './chapter.ts';
import { readPaperTerms, type CueHit } from './cues.ts';
import { makeOpinion } from './opinion.ts';
import { fitRidge } from './ridge.ts';

export type { ChapterScope, FiledPaper, Paper } from './chapter.ts';

/** Why a paper is filed as it is: a cue that stands in it, or a filed paper that is like it. */
export type Evidence = ({ kind: 'cue' } & CueHit) | { kind: 'paper'; id: string; similarity: number };

/** A section of a chapter. */
export type Place = { chapter: string; section: string };

/** `also` names up to two further chapters; `confidence`, 0 to 1, is the share of the chapter in all that speaks for any. */
export type Filing = Place & {
  also: string[];
  confidence: number;
  evidence: Evidence[];
  /** Where it would be filed if it did not belong to this chapter. */
  next?: Place;
};

export type Classifier = (paper: Asked) => Filing;

/** How little one filed paper proves by itself, against a likeness of 1 for the same text. */
const noise = 2;

/** A further chapter is named from this share of the whole on; no more than two are. */
const alsoFrom = 0.15;

/** As many filed papers are named as evidence, each at least this much alike. */
const neighbours = { count: 3, similarity: 0.15 };

/**
 * Makes the function that files one paper. `filed` teaches; it may be empty. Papers in unknown chapters teach nothing.
 * @param corpus all papers of the survey, filed by people or not: they tell how rare a term is. Give them, and a paper's answer is
 * the same whether or not people filed that very paper.
 */
export function makeClassifier(
  chapters: readonly ChapterScope[],
  filed: readonly FiledPaper[],
  corpus: readonly Paper[] = filed,
): Classifier {
  const teachers = filed.filter(({ chapter }) => chapters.some(({ id }) => id === chapter));
  const opine = makeOpinion(chapters);
  const terms = teachers.map(readPaperTerms);
  const index = indexTerms(terms, corpus === filed ? terms : corpus.map(readPaperTerms));
  const opinions = terms.map(opine);
  const ridge = fitRidge(
    terms.map((paper) => index.compare(paper)),
    noise,
  );

  return (paper) => {
    const read = readPaperTerms(paper);
    const opinion = opine(read);
    const cosines = index.compare(read);
    const isSame = makeSamePaper(paper);
    const heldOut = new Set(teachers.flatMap((teacher, i) => (isSame(teacher) ? [i] : [])));
    const weights = ridge.weights(cosines, Array.from(heldOut));

    const shares = opinion.chapters.map((share, c) =>
      teachers.reduce(
        (sum, { chapter }, i) =>
          sum + weights[i]! * (Number(chapter === chapters[c]!.id) - opinions[i]!.chapters[c]!),
        share,
      ),
    );
    const normal = toShares(shares);
    const [best = 0, second] = rank(normal);
    const inSection = findSection(best);
    return {
      ...toPlace(best, inSection),
      also: chooseFurther(chapters, normal, best),
      confidence: Math.round(1000 * normal[best]!) / 1000,
      evidence: [
        ...[...opinion.hits.chapters[best]!, ...opinion.hits.sections[best]![inSection]!].map(
          (hit): Evidence => ({ kind: 'cue', ...hit }),
        ),
        ...findNeighbours(teachers, cosines, heldOut),
      ],
      ...(second !== undefined && { next: toPlace(second, findSection(second)) }),
    };

    /** The section of a chapter that most speaks for. */
    function findSection(c: number): number {
      const { id, sections } = chapters[c]!;
      const shares = opinion.sections[c]!.map((share, s) =>
        teachers.reduce(
          (sum, { chapter, section }, i) =>
            chapter === id
              ? sum + weights[i]! * (Number(section === sections[s]!.name) - opinions[i]!.sections[c]![s]!)
              : sum,
          share,
        ),
      );
      return rank(shares)[0]!;
    }

    function toPlace(c: number, s: number): Place {
      const { id: chapter, sections } = chapters[c]!;
      return { chapter, section: sections[s]!.name };
    }
  };
}

/** A line of the filter. */
export type FilingLine = { id: string } & Omit<Filing, 'next'>;

/** Answers one line of `scholium classify`. */
export function classifyLine(line: Asked & { id: string }, classify: Classifier): FilingLine {
  const { next: _, ...filing } = classify(line);
  return { id: line.id, ...filing };
}

/** What remains of the shares when doubts below zero count as none; sums to one. */
function toShares(values: readonly number[]): number[] {
  const positive = values.map((value) => Math.max(0, value));
  const sum = positive.reduce((a, b) => a + b, 0) || 1;
  return positive.map((value) => value / sum);
}

function chooseFurther(chapters: readonly ChapterScope[], shares: readonly number[], best: number): string[] {
  return chapters
    .map(({ id }, c) => ({ id, c, share: shares[c]! }))
    .filter(({ c, share }) => c !== best && share >= alsoFrom)
    .sort((a, b) => b.share - a.share)
    .slice(0, 2)
    .map(({ id }) => id);
}

function findNeighbours(
  teachers: readonly FiledPaper[],
  cosines: Float64Array,
  heldOut: ReadonlySet<number>,
): Evidence[] {
  return teachers
    .map(({ id }, i) => ({ id, i, similarity: Math.round(1000 * cosines[i]!) / 1000 }))
    .filter(({ i, similarity }) => similarity >= neighbours.similarity && !heldOut.has(i))
    .sort((a, b) => b.similarity - a.similarity)
    .slice(0, neighbours.count)
    .map(({ id, similarity }) => ({ kind: 'paper', id, similarity }));
}

/** Places of the values, the highest first. */
const rank = (values: readonly number[]): number[] =>
  Array.from(values.keys()).sort((a, b) => values[b]! - values[a]! || a - b);
