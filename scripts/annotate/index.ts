/**
 * Annotation: what the survey adds to a paper, each with the words of the abstract that say so.
 *
 * Pure: text and knowledge in, annotation out. What the survey holds on the very paper asked about has no influence.
 */
import type { Asked } from '../../src/contract/same-paper.ts';
import { findBenchmarks } from './benchmarks.ts';
import { findReferences } from './builds-on.ts';
import { findCode } from './code.ts';
import { chooseContribution, findSupport } from './contribution.ts';
import type { Contribution } from './contribution-cues.ts';
import type { Role } from './cues.ts';
import type { Reading } from './features.ts';
import { chooseHeadline } from './headline.ts';
import { toForms, type Knowledge } from './knowledge.ts';
import { findMethod } from './method.ts';
import { selectTrained } from './weights.ts';
import { assignRoles } from './roles.ts';
import { readSentences } from './sentence.ts';
import { foldName } from './spellings.ts';

export { foldName };
export { makeKnowledge, type Benchmark, type Knowledge } from './knowledge.ts';
export type { Contribution } from './contribution-cues.ts';
export type { Role } from './cues.ts';

/** UTF-16 offsets in the abstract, end exclusive. */
export type Range = readonly [start: number, end: number];

export type RoleRange = { start: number; end: number; role: Role };

/**
 * What is not known is absent. `evidence` has the range that says so for every field that is known, a list for lists; no range
 * where only the title says so.
 */
export type Annotation = {
  method?: string;
  contribution: Contribution;
  benchmarks: string[];
  code?: string;
  /** Slugs of papers of the survey. */
  buildsOn: string[];
  headline?: string;
  roles: RoleRange[];
  evidence: {
    method?: Range;
    contribution?: Range;
    benchmarks?: Range[];
    code?: Range;
    buildsOn?: Range[];
    headline?: Range;
  };
};

/** Annotates one paper; the text may be damaged LaTeX or restored Markdown. */
export function annotatePaper(paper: Asked, knowledge: Knowledge): Annotation {
  const { reading, method } = readPaper(paper, knowledge);
  const { sentences, roles } = reading;
  const trained = selectTrained(paper);
  const contribution = chooseContribution(reading, trained);
  const headline = chooseHeadline(reading, contribution, trained);
  const own = contribution === 'benchmark-or-dataset' ? [] : reading.names;
  const benchmarks = findBenchmarks(
    sentences.filter((_, at) => roles[at] !== 'background'),
    knowledge,
    own,
  );
  const code = findCode(sentences);
  const measuredOn = new Set(benchmarks.map(({ name }) => foldName(name)));
  const references = findReferences(paper, sentences, knowledge).filter(
    ({ name }) => !measuredOn.has(foldName(name)),
  );
  const support = findSupport(reading, contribution, trained);
  return {
    ...(method && { method: method.name }),
    contribution,
    benchmarks: benchmarks.map(({ name }) => name),
    ...(code && { code: code.address }),
    buildsOn: references.map(({ slug }) => slug),
    ...(headline && { headline: headline.text }),
    roles: sentences.map(({ start, end }, at) => ({ start, end, role: roles[at] ?? 'background' })),
    evidence: {
      ...(method?.place && { method: toRange(method.place) }),
      ...(support && { contribution: toRange(support) }),
      ...(benchmarks.length > 0 && { benchmarks: benchmarks.map(toRange) }),
      ...(code && { code: toRange(code) }),
      ...(references.length > 0 && { buildsOn: references.map(toRange) }),
      ...(headline && { headline: toRange(headline) }),
    },
  };
}

/** Finds only the name that a paper introduces, which is what the others must know before they are annotated. */
export function findIntroducedName({ title, abstract }: Asked, knowledge: Knowledge): string | undefined {
  return findMethod(title, readSentences(abstract), knowledge)?.name;
}

/** Reads a paper as the models see it, with the name that it introduces. */
export function readPaper({ title, abstract }: Asked, knowledge: Knowledge) {
  const sentences = readSentences(abstract);
  const method = findMethod(title, sentences, knowledge);
  const reading: Reading = { title, sentences, roles: assignRoles(sentences), names: toForms(method?.name) };
  return { reading, method };
}

const toRange = ({ start, end }: { start: number; end: number }): Range => [start, end];

/** A line of the filter: every key always, what is not known is null or empty. */
export type AnnotationLine = { id: string } & Omit<Annotation, 'method' | 'code' | 'headline'> &
  Record<'method' | 'code' | 'headline', string | null>;

/** Answers one line of `scholium annotate`. */
export function annotateLine(line: Asked & { id: string }, knowledge: Knowledge): AnnotationLine {
  const { method, contribution, benchmarks, code, buildsOn, headline, roles, evidence } = annotatePaper(
    line,
    knowledge,
  );
  return {
    id: line.id,
    method: method ?? null,
    contribution,
    benchmarks,
    code: code ?? null,
    buildsOn,
    headline: headline ?? null,
    roles,
    evidence,
  };
}
