/**
 * The terms that say why papers are related: of a vocabulary, and topics. A topic is a term that a few papers have which are
 * also alike in their other words: "experiments", "provably" or "self-play" may be rare, but they meet papers of all kinds.
 */
import { parseTerms } from '../../src/contract/terms.ts';
import { compareAll, type Likeness } from './likeness.ts';
import { compileVocabulary, type VocabularyTerm } from './vocabulary.ts';

export type Weighted = { weight: number; inTitle: boolean };

export type Topics = {
  /** For each paper, in order, its topics with their weights, by name. */
  topics: readonly ReadonlyMap<string, Weighted>[];
  nearest: Likeness['nearest'];
};

type Text = { title: string; abstract: string };

/** A topic may be in this share of the papers, and in `fewest` of them however few there are. */
const most = { share: 0.06, fewest: 4 };

/**
 * Papers that share a topic are so many times more alike in other words than any two papers. What the glossary defines is meant
 * as a topic; a cue may be any phrase that speaks for a chapter, and a single word says least.
 */
const leastCoherence = { defined: 1.5, phrase: 1.8, word: 2.2 };

/** Says how something is done, never what it is. */
const adverb = /ly$/;

/** A term in the title counts as this many in the abstract. */
const titleCount = 3;

/**
 * @param others names that are a reason of their own
 * @param near how many papers are near to one
 */
export function findTopics(
  papers: readonly Text[],
  terms: readonly VocabularyTerm[],
  others: readonly string[],
  near: number,
): Topics {
  const vocabulary = compileVocabulary(terms, papers.map(({ abstract }) => abstract));
  const counts = papers.map(({ title, abstract }) => ({
    inTitle: vocabulary.count(title),
    inAbstract: vocabulary.count(abstract),
  }));
  const holders = new Map<string, number[]>();
  counts.forEach(({ inTitle, inAbstract }, at) => {
    for (const name of new Set([...inTitle.keys(), ...inAbstract.keys()]))
      holders.set(name, [...(holders.get(name) ?? []), at]);
  });
  const taken = new Set(others.map((name) => name.toLowerCase()));
  const limit = Math.max(most.fewest, most.share * papers.length);
  const groups = new Map(
    Array.from(holders)
      .filter(([name, places]) => places.length > 1 && places.length <= limit && !taken.has(name.toLowerCase()))
      .map(([name, places]) => [name, { papers: places, words: vocabulary.formsOf(name) }]),
  );
  const words = papers.map(({ title, abstract }) => ({ title: parseTerms(title), abstract: parseTerms(abstract) }));
  const { nearest, coherence } = compareAll(words, groups, near);

  const topics = papers.map(() => new Map<string, Weighted>());
  for (const [name, { papers: places }] of groups) {
    const kind = vocabulary.isDefined(name) ? 'defined' : isPhrase(name) ? 'phrase' : 'word';
    if ((coherence.get(name) ?? 0) < leastCoherence[kind] || (kind === 'word' && adverb.test(name))) continue;
    const rarity = Math.log((1 + papers.length) / places.length);
    for (const at of places) {
      const { inTitle, inAbstract } = counts[at]!;
      const count = titleCount * (inTitle.get(name) ?? 0) + (inAbstract.get(name) ?? 0);
      topics[at]!.set(name, { weight: (1 + Math.log(count)) * rarity, inTitle: inTitle.has(name) });
    }
  }
  return { topics, nearest };
} // prettier-ignore

/** Whether a term says something by itself: several words, or an abbreviation. */
export const isPhrase = (name: string): boolean => /[\s–-]|\p{Lu}.*\p{Lu}/u.test(name);
