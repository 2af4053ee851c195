/** Papers compared by their terms: words and pairs of words, weighted by how few papers have them (TF-IDF). */
import type { Term } from './terms.ts';

/** A paper as its words, read once. */
export type PaperTerms = { title: readonly Term[]; abstract: readonly Term[] };

/** The papers that have a term, with its weight in each, as two arrays of one order. */
type Posting = { papers: number[]; weights: number[] };

/** Terms with their weights, of length one together. */
type Vector = readonly (readonly [term: string, weight: number])[];

export type TermIndex = {
  /** The cosine of a paper with each paper of the index, in their order. Terms that none of them has do not count. */
  compare(paper: PaperTerms): Float64Array;
  /** The same for a paper of the index, by its place. */
  compareOwn(place: number): Float64Array;
  /** The weight that a term, a stem or two with a space between them, has in each paper that has it, by place. */
  weightsOf(term: string): ReadonlyMap<number, number>;
};

/** A term in the title counts as this many in the abstract. */
const titleCount = 3;

/** The logarithm of how many times fewer papers than all must have a term; what most papers say tells nothing. */
const leastRarity = 0.6;

/** Indexes papers; the rarity of a term is taken among the `corpus`, which should hold them. */
export function indexTerms(papers: readonly PaperTerms[], corpus: readonly PaperTerms[]): TermIndex {
  const counts = papers.map(countTerms);
  const rarities = findRarities(corpus === papers ? counts : corpus.map(countTerms));
  const vectors = counts.map((count) => weighTerms(count, rarities));
  const postings = new Map<string, Posting>();
  vectors.forEach((vector, paper) => {
    for (const [term, weight] of vector) {
      const posting = postings.get(term);
      if (posting) {
        posting.papers.push(paper);
        posting.weights.push(weight);
      } else postings.set(term, { papers: [paper], weights: [weight] });
    }
  });
  const compareVector = (vector: Vector): Float64Array => {
    const cosines = new Float64Array(papers.length);
    for (const [term, weight] of vector) {
      const posting = postings.get(term);
      if (!posting) continue;
      const { papers: others, weights } = posting;
      for (let i = 0; i < others.length; i++) cosines[others[i]!]! += weight * weights[i]!;
    }
    return cosines;
  };
  return {
    compare: (paper) => compareVector(weighTerms(countTerms(paper), rarities)),
    compareOwn: (place) => compareVector(vectors[place]!),
    weightsOf(term) {
      const { papers: places = [], weights = [] } = postings.get(term) ?? {};
      return new Map(places.map((place, i) => [place, weights[i]!]));
    },
  };
}

/** For each term the logarithm of how many times fewer papers than all have it. */
function findRarities(corpus: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const papersWith = new Map<string, number>();
  for (const counts of corpus)
    for (const term of counts.keys()) papersWith.set(term, (papersWith.get(term) ?? 0) + 1);
  const rarities = new Map<string, number>();
  for (const [term, found] of papersWith) {
    const rarity = Math.log((1 + corpus.length) / found);
    if (rarity >= leastRarity) rarities.set(term, rarity);
  }
  return rarities;
}

function weighTerms(counts: ReadonlyMap<string, number>, rarities: ReadonlyMap<string, number>): Vector {
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
