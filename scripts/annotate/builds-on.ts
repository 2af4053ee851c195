/** Names that other papers of the survey introduce, recognised in an abstract: what the paper builds on. */
import { makeSamePaper, type Asked } from '../../src/contract/same-paper.ts';
import type { Introduced, Knowledge } from './knowledge.ts';
import { isCoined, toSingular } from './names.ts';
import type { Sentence } from './sentence.ts';
import { foldName } from './spellings.ts';

/** A name introduced by the paper `slug`, with its first place in the abstract. */
export type Reference = { name: string; slug: string; start: number; end: number };

/**
 * What stands before a name that a paper is only compared with, or after it. It is looked for in the same sentence: "variants of
 * Foo, which do better than Bar" builds on Foo and beats Bar.
 */
const comparison = {
  before:
    /\b(?:outperform\w*|surpass\w*|exceed\w*|beat(?:s|ing)?|than|unlike|(?:compared|comparable|similar|relative) (?:to|with)|competitive with|over the|versus|vs\.?|baselines?(?: such as| like)?)\b[^,;:]*$/i,
  after: /^[^,;:.]{0,40}\bbaselines?\b/i,
};

/** Finds the papers that an abstract names as what it builds on, each once, in order. */
export function findReferences(
  asked: Asked,
  sentences: readonly Sentence[],
  { introduced }: Pick<Knowledge, 'introduced'>,
): Reference[] {
  const isAsked = makeSamePaper(asked);
  const counterparts = findCounterparts(sentences);
  const isMeant = ({ name, paper }: Introduced, written: string): boolean => {
    const counterpart = counterparts.get(foldName(name));
    const isOther =
      counterpart !== undefined && !introduced.get(counterpart)?.some((other) => other.paper === paper);
    return !isOther && isNamed(written, name) && !isAsked(paper);
  };
  const found = new Map<string, Reference>();
  for (const { text, words, start: offset } of sentences)
    for (let at = 0; at < words.length; at++) {
      const { start } = words[at]!;
      const written = (to: number) => text.slice(start, words[to]!.end);
      const match = introduced.longestAt(words, at, (all, to) =>
        all.some((one) => isMeant(one, written(to))),
      );
      const meant = match?.value.find((one) => isMeant(one, written(match.to)));
      if (match === undefined || meant === undefined) continue;
      const slug = meant.paper.id;
      if (!found.has(slug) && !isCompared(text, start, words[match.to]!.end))
        found.set(slug, {
          name: meant.name,
          slug,
          start: offset + start,
          end: offset + words[match.to]!.end,
        });
      at = match.to;
    }
  return Array.from(found.values());
}

function isCompared(text: string, start: number, end: number): boolean {
  return comparison.before.test(text.slice(0, start)) || comparison.after.test(text.slice(end));
}

/** A phrase is known in any case; one word must be coined and written as its authors write it: "ReST" is not "rest". */
function isNamed(written: string, name: string): boolean {
  if (/[\s-]/.test(name) && name.length > 8) return true;
  return isCoined(name) && toSingular(written) === toSingular(name);
}

/** What the abstract itself gives for a name, folded: the long form of a short one and the other way round. */
function findCounterparts(sentences: readonly Sentence[]): Map<string, string> {
  return new Map(
    sentences.flatMap(({ names }) =>
      names.flatMap(({ short, long }): [string, string][] =>
        short === undefined || long === undefined
          ? []
          : [
              [foldName(short), long],
              [foldName(long), short],
            ],
      ),
    ),
  );
}
