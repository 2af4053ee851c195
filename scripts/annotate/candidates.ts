/** Names that a sentence announces, each with what announces it: the tables of announcements.ts applied to words. */
import {
  boundaries,
  describing,
  merits,
  namingWords,
  positions,
  verbs,
  type Reason,
} from './announcements.ts';
import { isCoined, type Name, type Word } from './names.ts';
import type { Sentence } from './sentence.ts';
import { foldName } from './spellings.ts';

/** A name that may be the one that the paper introduces; offsets are the abstract's. */
export type Candidate = Name & { sentence: number; reasons: readonly Reason[] };

/** All names of sentence `at` that something announces; `head` is what the title begins with, before a colon. */
export function findCandidates(sentence: Sentence, at: number, head: string | undefined): Candidate[] {
  const { words, names } = sentence;
  const byAuthors = authors.test(sentence.text) || /\bour\b/i.test(sentence.text);
  const makings = words.flatMap((word, i) => {
    const verb = verbs.find(({ pattern }) => pattern.test(word.text));
    return verb !== undefined && isByAuthors(words, i) ? [{ verb, i }] : [];
  });
  const place = (name: Name, reasons: readonly Reason[]): Candidate => ({
    ...name,
    start: sentence.start + name.start,
    end: sentence.start + name.end,
    sentence: at,
    reasons: explains(sentence.text.slice(name.end)) ? [...reasons, merits.explained] : reasons,
  });
  const announced = names.flatMap((name) => {
    const first = words.findIndex(({ start }) => start === name.start);
    const reasons = makings
      .filter(({ i }) => i < first)
      .map(({ verb, i }) => [verb, toPosition(words, i, first)]);
    const named = namingWords.has(wordBefore(words, first));
    return [
      ...reasons,
      ...(named && byAuthors ? [[positions.naming, positions.object]] : []),
      ...(isOurs(sentence.text.slice(0, name.start), sentence.text.slice(name.end))
        ? [[positions.ours]]
        : []),
      ...(at > 0 && isSubject(name, sentence.text) ? [[positions.subject]] : []),
      ...(isPassive(sentence.text.slice(name.end)) ? [[positions.passive]] : []),
      ...(head !== undefined && foldName(name.text) === foldName(head) ? [[positions.title]] : []),
    ].map((why) => place(name, why));
  });
  const phrases = makings
    .filter(({ i }) => !/^and$/i.test(words[i - 1]?.text ?? ''))
    .flatMap(({ verb, i }) =>
      readPhrase(sentence.text, words, i + 1).map((name) => place(name, [verb, positions.phrase])),
    );
  return [...announced, ...phrases];
}

const authors =
  /\b(?:we|i|(?:this|our|the present) (?:\w+ )?(?:paper|work|study|article|thesis|report)|(?:this|our|the) paper)\b/i;

/** The word before word `at`, or the one before an "as": "known as X". */
function wordBefore(words: readonly Word[], at: number): string {
  const last = words[at - 1]?.text ?? '';
  return last === 'as' ? (words[at - 2]?.text ?? '') : last;
}

/** Whether the verb at `i` has the authors as its subject: "we propose", "this paper introduces", "by introducing". */
function isByAuthors(words: readonly Word[], i: number): boolean {
  const before = words.slice(0, i).map(({ text }) => text);
  const last = before.at(-1)?.toLowerCase() ?? '';
  if (/^(?:the|this|our|a|an|recently|previously)$/.test(last)) return false;
  if (/ing$/i.test(words[i]!.text)) return /^(?:by|of|and)$/.test(last) || /^result/i.test(words[i]!.text);
  const near = /^(?:and|then|to|next|also|thus|hence|therefore)$/.test(last) ? before : before.slice(-8);
  return authors.test(near.join(' '));
}

function toPosition(words: readonly Word[], verb: number, name: number): Reason {
  const between = words.slice(verb + 1, name);
  const last = between.at(-1);
  if (between.slice(-2).some(({ text }) => namingWords.has(text))) return positions.naming;
  if (/^resulting$/i.test(words[verb]!.text) && last?.text === 'in') return positions.naming;
  const listed = between.some(({ text }) => text === 'including' || text === 'such');
  if (last !== undefined && !listed && /[,:—-]$/.test(last.after) && isKindOf(last) && between.length <= 20)
    return positions.apposition;
  const passed = between.some(({ text, after }) => boundaries.has(text.toLowerCase()) || after !== '');
  return passed ? positions.far : positions.object;
}

/** Whether a comma or colon behind this word leads to the name of it, and not on in a list of names. */
const isKindOf = ({ text, after }: Word): boolean =>
  /^\p{Ll}/u.test(text) || after.startsWith(':') || isCoined(text);

/** Whether what stands before a name makes it the authors' own: "our", "our new algorithm,", "our method of". */
function isOurs(before: string, after: string): boolean {
  if (/^ (?:implementation|code)/.test(after)) return false;
  const owned = /\bour ((?:[\p{L}-]+ ){0,5})(?:[\p{L}-]+, )?["“`]*$/iu.exec(before)?.[1]?.trim();
  return (
    owned !== undefined &&
    !owned
      .replace(/ of$/, '')
      .split(' ')
      .some((word) => boundaries.has(word))
  );
}

/** Whether a sentence begins with a name, gives its short form and says what it does; "is" says what is known already. */
const isSubject = ({ start, end, long }: Name, text: string): boolean =>
  start === 0 &&
  long !== undefined &&
  /^ (?!(?:is|are|has|have|was|were|can|may|could)\b)\p{Ll}/u.test(text.slice(end));

const isPassive = (after: string): boolean =>
  /^,? (?:[\p{L}-]+ ){0,2}(?:is|are) (?:also |then |further )?(?:proposed|introduced|presented|developed|designed|open-sourced)\b/u.test(
    after,
  );

const explains = (after: string): boolean =>
  /^,? (?:\(|an? |the |which |that |where )|^,? ?--? ?an? |^\.?$/.test(after);

/** Reads two to four common words that stand as a name would: "we propose mild forgetting, a method that". */
function readPhrase(text: string, words: readonly Word[], after: number): Name[] {
  const from = /^our$/i.test(words[after]?.text ?? '') ? after + 1 : after;
  const first = words[from];
  if (first === undefined || describing.has(first.text.toLowerCase())) return [];
  const stop = words.findIndex(
    (word, i) => i >= from && (word.after !== '' || boundaries.has((words[i + 1]?.text ?? '').toLowerCase())),
  );
  const last = words[stop];
  const length = stop - from + 1;
  if (last === undefined || length < 2 || length > 4) return [];
  const phrase = text.slice(first.start, last.end);
  const stands = /^[\p{Ll}\s-]+$/u.test(phrase) && explains(text.slice(last.end));
  return stands ? [{ start: first.start, end: last.end, text: phrase }] : [];
}
