/** The role of every sentence of an abstract: the votes of its cues and its place, read together by the best path. */
import { roles, sentenceCues, type Role } from './cues.ts';
import type { Sentence } from './sentence.ts';

/** What an abstract does at its beginning and its end, whatever the words. */
const opening: Readonly<Record<Role, number>> = {
  background: 1,
  problem: 0.2,
  method: 0,
  result: -0.8,
  resource: -1.5,
};
const closing: Readonly<Record<Role, number>> = {
  background: -1,
  problem: -0.8,
  method: 0,
  result: 0.8,
  resource: 0.3,
};

/** Abstracts go forwards through the roles; a step back is rare, but between method and result. */
const stay = 0.6;
const back: Readonly<Record<Role, Partial<Record<Role, number>>>> = {
  background: {},
  problem: { background: -0.3 },
  method: { background: -1.2, problem: -0.8 },
  result: { background: -2, problem: -1.6, method: -0.3 },
  resource: { background: -2.5, problem: -2.5, method: -1, result: -0.4 },
};

/** Assigns a role to each sentence, in order: the path with the most votes (A. J. Viterbi, 1967). */
export function assignRoles(sentences: readonly Sentence[]): Role[] {
  type Path = { votes: number; roles: Role[] };
  const paths = sentences.reduce<ReadonlyMap<Role, Path>>((before, sentence, at) => {
    const place = sentences.length === 1 ? 0.5 : at / (sentences.length - 1);
    const votes = countVotes(sentence, place);
    return new Map(roles.map((role) => [role, extend(before, role, votes[role])]));
  }, new Map());
  return Array.from(paths.values()).reduce<Path>(
    (best, path) => (path.votes > best.votes ? path : best),
    nowhere,
  ).roles;

  function extend(before: ReadonlyMap<Role, Path>, role: Role, votes: number): Path {
    if (before.size === 0) return { votes, roles: [role] };
    const best = Array.from(before, ([last, path]) => ({
      votes: path.votes + (last === role ? stay : (back[last][role] ?? 0)),
      roles: path.roles,
    })).reduce<Path>((a, b) => (b.votes > a.votes ? b : a), nowhere);
    return { votes: best.votes + votes, roles: [...best.roles, role] };
  }
}

const nowhere = { votes: Number.NEGATIVE_INFINITY, roles: [] };

/** The votes of one sentence at `place`, from 0 (first) to 1 (last). */
function countVotes({ cues }: Sentence, place: number): Record<Role, number> {
  const votes: Record<Role, number> = { background: 0.2, problem: 0, method: 0.2, result: 0, resource: 0 };
  for (const role of roles) {
    votes[role] += opening[role] * (1 - place) + closing[role] * place;
    for (const cue of sentenceCues) if (cues.has(cue.name)) votes[role] += cue.votes[role] ?? 0;
  }
  return votes;
}
