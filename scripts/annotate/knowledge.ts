/** What annotation knows of the field and of the survey, from data that people edit and from the texts of the survey. */
import type { Held } from '../../src/contract/same-paper.ts';
import { findNames, splitWords } from './names.ts';
import { foldName, indexSpellings, type SpellingIndex } from './spellings.ts';

/** A benchmark, dataset, environment or game, with the ways to write its name. A row of `benchmarks.yml`. */
export type Benchmark = {
  name: string;
  kind: 'environment' | 'dataset' | 'benchmark' | 'game';
  spellings?: readonly string[] | undefined;
  /** `name` is a common word, too: only this very case is the benchmark. */
  exact?: boolean | undefined;
};

/** A paper of the survey, with the name it introduces as its page has it. */
export type KnownPaper = Held & { method?: string | undefined };

/** One way to write the name of a benchmark. */
export type Spelling = { spelling: string; exact: boolean; of: Benchmark };

/** A form of the name that `paper` introduces. */
export type Introduced = { name: string; paper: KnownPaper };

export type Knowledge = {
  benchmarks: SpellingIndex<Spelling>;
  /** Long and short forms. */
  introduced: SpellingIndex<readonly Introduced[]>;
  /** Whether several papers use a name or phrase: a term of the field that no single paper introduces. */
  isCommon(name: string): boolean;
  /** Whether abstracts of the survey use a name at all. */
  isUsed(name: string): boolean;
};

/** From this many papers on, a name is a term of the field. */
const commonFrom = 4;

/** From this many on, it is used by others than the one that introduces it. */
const usedFrom = 2;

/** Gathers knowledge. An empty survey gives none; annotation then goes by the sentence alone. */
export function makeKnowledge(benchmarks: readonly Benchmark[], papers: readonly KnownPaper[]): Knowledge {
  return {
    benchmarks: indexSpellings(benchmarks.flatMap(toSpellings)),
    introduced: indexSpellings(groupIntroduced(papers)),
    ...countUses(papers),
  };
}

/** Several papers may introduce names that are spelt alike. */
function groupIntroduced(papers: readonly KnownPaper[]): [string, Introduced[]][] {
  const all = papers.flatMap((paper) => toForms(paper.method).map((name) => ({ name, paper })));
  return Array.from(Map.groupBy(all, ({ name }) => foldName(name)));
}

function toSpellings(benchmark: Benchmark): [string, Spelling][] {
  const { name, spellings, exact } = benchmark;
  return [name, ...(spellings ?? [])].map((spelling) => [
    spelling,
    { spelling, exact: exact === true && spelling === name, of: benchmark },
  ]);
}

/** "Long Form (LF)" is known by both; several names stand between semicolons. */
export function toForms(method: string | undefined): string[] {
  return (method ?? '')
    .split(';')
    .flatMap((name) => [/^[^(]*/.exec(name)?.[0], /\(([^)]*)\)/.exec(name)?.[1]])
    .flatMap((form) => form?.trim() || []);
}

/** Names are counted as names; a phrase in small letters is looked up in the abstracts, once. */
function countUses(papers: readonly KnownPaper[]): Pick<Knowledge, 'isCommon' | 'isUsed'> {
  const names = new Map<string, number>();
  for (const { abstract } of papers)
    for (const name of collectNames(abstract)) names.set(name, (names.get(name) ?? 0) + 1);
  const phrases = new Map<string, number>();
  const count = (name: string): number => {
    if (name !== name.toLowerCase()) return names.get(foldName(name)) ?? 0;
    const uses = phrases.get(name) ?? papers.filter(({ abstract }) => abstract.includes(name)).length;
    phrases.set(name, uses);
    return uses;
  };
  return { isCommon: (name) => count(name) >= commonFrom, isUsed: (name) => count(name) >= usedFrom };
}

function collectNames(abstract: string): Set<string> {
  const names = findNames(abstract, splitWords(abstract));
  return new Set(
    names.flatMap(({ text, long, short }) =>
      [text, long, short].flatMap((form) => (form ? foldName(form) : [])),
    ),
  );
}
