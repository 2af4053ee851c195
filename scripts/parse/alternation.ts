/**
 * Which lines of prose are titles, which abstracts, which organisations. A line says something about itself
 * (`weighProse`), its neighbours say more: titles and abstracts alternate. The reading of the whole page that costs
 * least is found as in Viterbi, "Error bounds for convolutional codes" (1967): time grows with the lines.
 */
import type { Field } from './entry.ts';
import type { Part, PartKind } from './page-parts.ts';
import { weighProse } from './prose.ts';

type Role = 'title' | 'abstract' | 'organisation';

/** What a part of a page is once its neighbours have been heard. */
export type Kind = Role | Exclude<PartKind, 'prose'>;
export type ReadPart = Field<string> & { kind: Kind };

/** What stands before a line: a line of prose by its role, or anything else (page head, the block below an abstract). */
type State = Role | 'other';

/** What it costs that the second stands behind the first, in the units of `weighProse`. */
const costs: Record<State, Record<State, number>> = {
  // A page head or a block is followed by the next title; an abstract there has lost its title.
  other: { title: 0, abstract: 4, organisation: 6, other: 0 },
  // A title without an abstract happens, more often than an abstract that reads like a title.
  title: { title: 2, abstract: 0, organisation: 5, other: 2 },
  // Two abstracts in a row: the title between them is lost.
  abstract: { title: 0, abstract: 4, organisation: 0, other: 0 },
  // Behind an organisation stands the rest of its block, or it was none.
  organisation: { title: 9, abstract: 9, organisation: 9, other: 0 },
};

type Path = { cost: number; before: State };
type Step = ReadonlyMap<State, Path>;

/** What each part is, in order: prose gets a role, the others stay what they look like. */
export function assignKinds(parts: readonly Part[]): ReadPart[] {
  const steps: Step[] = [];
  let step: Step = new Map([['other', { cost: 0, before: 'other' }]]);
  for (const [index, part] of parts.entries()) {
    step = extend(step, weigh(part, parts[index + 1]));
    steps.push(step);
  }
  const found = trace(steps);
  return parts.map((part, index) => ({
    ...part,
    kind: part.kind === 'prose' ? (found[index] ?? 'title') : part.kind,
  }));
}

/** What each state costs that is possible for a part, by itself. */
function weigh(part: Part, next: Part | undefined): [State, number][] {
  if (part.kind !== 'prose') return [['other', 0]];
  const weight = weighProse(part.value);
  const phrase = Math.max(0, weight);
  const readings: [State, number][] = [
    ['title', phrase],
    ['abstract', Math.max(0, -weight)],
  ];
  return next?.kind === 'separator' ? [...readings, ['organisation', phrase]] : readings;
}

function extend(step: Step, readings: readonly [State, number][]): Step {
  return new Map(
    readings.map(([state, cost]) => {
      const path = findCheapest(step, state);
      return [state, { cost: path.cost + cost, before: path.before }];
    }),
  );
}

/** The cheapest way to a state; the first of equals. */
function findCheapest(step: Step, to?: State): Path {
  let best: Path = { cost: Infinity, before: 'other' };
  for (const [before, { cost }] of step) {
    const total = cost + (to === undefined ? 0 : costs[before][to]);
    if (total < best.cost) best = { cost: total, before };
  }
  return best;
}

/** Walks back from the cheapest last state. */
function trace(steps: readonly Step[]): (Role | undefined)[] {
  const found: (Role | undefined)[] = [];
  let state = findCheapest(steps.at(-1) ?? new Map()).before;
  for (const step of steps.toReversed()) {
    found.push(state === 'other' ? undefined : state);
    state = step.get(state)?.before ?? 'other';
  }
  return found.toReversed();
}
