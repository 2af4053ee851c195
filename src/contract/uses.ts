/** What papers use of one another: those that they build on, and those that introduce what they are measured on. */
import { foldName } from './fold-name.ts';
import type { Benchmark } from './schema.ts';

export type UsingPaper = {
  slug: string;
  /** The name that it introduces, perhaps with a short form in brackets; several stand between semicolons. */
  method?: string | undefined;
  benchmarks?: readonly string[] | undefined;
  buildsOn?: readonly string[] | undefined;
};

/** The papers that use each paper, by its slug, in the order of the papers. */
export function findUsers<Paper extends UsingPaper>(
  papers: readonly Paper[],
  benchmarks: readonly Benchmark[],
): Map<string, Paper[]> {
  const rows = new Map(
    benchmarks.flatMap(({ name, spellings = [] }) =>
      [name, ...spellings].map((one) => [foldName(one), foldName(name)] as const),
    ),
  );
  const fold = (name: string): string => rows.get(foldName(name)) ?? foldName(name);
  const makers = new Map(
    papers.flatMap(({ slug, method = '' }) => method.split(/[;()]/).filter(Boolean).map((name) => [fold(name), slug] as const)),
  );
  const users = new Map<string, Paper[]>();
  for (const paper of papers) {
    const made = (paper.benchmarks ?? []).flatMap((name) => makers.get(fold(name)) ?? []);
    for (const used of new Set([...(paper.buildsOn ?? []), ...made])) {
      if (used !== paper.slug) users.set(used, [...(users.get(used) ?? []), paper]);
    }
  }
  return users;
} // prettier-ignore
