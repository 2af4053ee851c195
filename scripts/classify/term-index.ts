/** Papers compared by their terms: words and pairs of words, weighted by how few papers have them (TF-IDF). */
import type { PaperTerms } from './cues.ts';

/** The papers that have a term, with its weight in each, as two arrays of one order. */
type Posting = { papers: number[]; weights: number[] };

export type TermIndex = {
  /** The cosine of a paper with each paper of the index, in their order. Terms that none of them has do not count. */
  compare(paper: PaperTerms): Float64Array;
};

/** A term in the title counts as this many in the abstract. */
const titleCount = 3;

/** The logarithm of how many times fewer papers than all must have a term; what most papers say tells nothing. */
const leastRarity = 0.6;

/** Indexes papers; the rarity of a term is taken among the `corpus`, which should hold them. */
export function indexTerms(papers: readonly PaperTerms[], corpus: readonly PaperTerms[]): TermIndex {
  const rarities = findRarities(corpus);
  const postings = new Map<string, Posting>();
  papers.forEach((terms, paper) => {
    for (const [term, weight] of weighTerms(countTerms(terms), rarities)) {
      const posting = postings.get(term) ?? { papers: [], weights: [] };
      posting.papers.push(paper);
      posting.weights.push(weight);
      postings.set(term, posting);
    }
  });
  return {
    compare(paper) {
      const cosines = new Float64Array(papers.length);
      for (const [term, weight] of weighTerms(countTerms(paper), rarities)) {
        const posting = postings.get(term);
        posting?.papers.forEach((other, i) => (cosines[other]! += weight * posting.weights[i]!));
      }
      return cosines;
    },
  };
}

/** For each term the logarithm of how many times fewer papers than all have it. */
function findRarities(corpus: readonly PaperTerms[]): Map<string, number> {
  const papersWith = new Map<string, number>();
  for (const paper of corpus)
    for (const term of countTerms(paper).keys()) papersWith.set(term, (papersWith.get(term) ?? 0) + 1);
  const rarities = new Map<string, number>();
  for (const [term, found] of papersWith) {
    const rarity = Math.log((1 + corpus.length) / found);
    if (rarity >= leastRarity) rarities.set(term, rarity);
  }
  return rarities;
}

/** The terms of a paper with their weights, of length one together. */
function weighTerms(
  counts: ReadonlyMap<string, number>,
  rarities: ReadonlyMap<string, number>,
): [string, number][] {
  const weighted: [string, number][] = [];
  let squares = 0;
  for (const [term, count] of counts) {
    const weight = (1 + Math.log(count)) * (rarities.get(term) ?? 0);
    if (weight === 0) continue;
    weighted.push([term, weight]);
    squares += weight * weight;
  }
  const length = Math.sqrt(squares) || 1;
  return weighted.map(([term, weight]) => [term, weight / length]);
}

function countTerms({ title, abstract }: PaperTerms): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (term: string, by: number) => counts.set(term, (counts.get(term) ?? 0) + by);
  for (const [terms, by] of [
    [title, titleCount],
    [abstract, 1],
  ] as const)
    terms.forEach(({ stem }, i) => {
      add(stem, by);
      const next = terms[i + 1];
      if (next !== undefined) add(`${stem} ${next.stem}`, by);
    });
  return counts;
}
