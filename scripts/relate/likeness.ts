/** How like papers are in all their words, and which groups of papers are more alike than papers are anyway. */
import { indexTerms, type PaperTerms, type TermIndex } from '../../src/contract/term-index.ts';

/** Papers by place, and the words that made them a group: their likeness in these does not count. */
export type Group = { papers: readonly number[]; words: readonly (readonly string[])[] };

export type Likeness = {
  /** For each paper the papers likest to it, by place, the likest first; how alike, as a multiple of any two papers. */
  nearest: readonly ReadonlyMap<number, number>[];
  /** How alike the papers of each group are, as a multiple of any two papers. */
  coherence: ReadonlyMap<string, number>;
};

/** @param count how many papers are near to one */
export function compareAll(
  papers: readonly PaperTerms[],
  groups: ReadonlyMap<string, Group>,
  count: number,
): Likeness {
  const index = indexTerms(papers, papers);
  const groupsOf = papers.map((): string[] => []);
  for (const [name, group] of groups) for (const paper of group.papers) groupsOf[paper]!.push(name);
  const sums = new Map<string, number>();
  let total = 0;
  const nearest = papers.map((_, at) => {
    const cosines = index.compareOwn(at);
    cosines[at] = 0;
    for (const cosine of cosines) total += cosine;
    for (const name of groupsOf[at]!) {
      const sum = groups.get(name)!.papers.reduce((all, other) => all + cosines[other]!, 0);
      sums.set(name, (sums.get(name) ?? 0) + sum);
    }
    return findHighest(cosines, count).map((place): [number, number] => [place, cosines[place]!]);
  });
  const usual = total / (papers.length * (papers.length - 1)) || 1;
  return {
    nearest: nearest.map((pairs) => new Map(pairs.map(([place, cosine]) => [place, cosine / usual]))),
    coherence: new Map(
      Array.from(groups, ([name, group]) => {
        const pairs = group.papers.length * (group.papers.length - 1);
        return [name, ((sums.get(name) ?? 0) - sumOwn(group, index)) / pairs / usual];
      }),
    ),
  };
}

/** What the words of a group add to the cosines of all its pairs. */
function sumOwn({ papers, words }: Group, { weightsOf }: TermIndex): number {
  const keys = new Set(words.flatMap((stems) => [...stems, ...stems.slice(1).map((stem, i) => `${stems[i]} ${stem}`)]));
  return Array.from(keys).reduce((all, key) => {
    const byPaper = weightsOf(key);
    const weights = papers.map((paper) => byPaper.get(paper) ?? 0);
    const sum = weights.reduce((a, b) => a + b, 0);
    return all + sum * sum - weights.reduce((a, b) => a + b * b, 0);
  }, 0);
} // prettier-ignore

/** The places of the highest values above zero, the highest first, the earlier of equals first. */
function findHighest(values: Float64Array, count: number): number[] {
  const highest: number[] = [];
  values.forEach((value, place) => {
    if (value <= 0 || (highest.length === count && value <= values[highest.at(-1)!]!)) return;
    const at = highest.findIndex((other) => values[other]! < value);
    highest.splice(at === -1 ? highest.length : at, 0, place);
    if (highest.length > count) highest.pop();
  });
  return highest;
}
