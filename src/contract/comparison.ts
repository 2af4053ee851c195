/** The papers of a chapter side by side: what each introduces, measures itself on, and where its code is. */
import { contributionNames } from './words.ts';
import type { FiledPaper } from './filed-paper.ts';

export type ComparisonRow<P> = {
  paper: P;
  section: string;
  method?: string;
  contribution?: string;
  benchmarks: readonly string[];
  code?: string;
  year?: number;
};

/** In the order of the sections, and in each in reading order. */
export function toComparison<P extends FiledPaper>(
  sections: readonly { name: string; papers: readonly P[] }[],
): ComparisonRow<P>[] {
  return sections.flatMap(({ name, papers }) =>
    papers.map((paper) => {
      const { contribution, benchmarks = [], code, repository, year } = paper.data;
      const address = code ?? repository;
      return {
        paper,
        section: name,
        ...(paper.method ? { method: paper.method } : {}),
        ...(contribution ? { contribution: contributionNames[contribution] } : {}),
        benchmarks,
        ...(address ? { code: address } : {}),
        ...(year === undefined ? {} : { year }),
      };
    }),
  );
}
