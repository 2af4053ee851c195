/**
 * The sentences of an abstract, as ranges of its text. Annotation gives each its role; generating again keeps people's edits
 * sentence by sentence. Both must cut alike, in damaged LaTeX text and in restored Markdown.
 *
 * A cut stands after `.`, `!` or `?` (and the quotes and brackets that close there) before white space, where what follows can
 * begin a sentence, and at an empty line; never inside `$…$`, inline code or brackets, nor after an abbreviation.
 */
import { toWordSet } from './word-set.ts';

/** UTF-16 offsets, end exclusive; no white space at either end. */
export type SentenceRange = { start: number; end: number };

/** Abbreviations, in lower case and without the last full stop, by what they say of the cut behind them. */
const abbreviations = {
  /** The sentence goes on whatever follows. */
  never: toWordSet(`
    e.g i.e cf viz vs w.r.t w.l.o.g s.t a.k.a approx resp incl dr prof mr mrs ms st u.s u.k`),
  /** The sentence goes on when a number or a formula follows. */
  beforeNumber: toWordSet(`
    fig figs eq eqs eqn sec secs tab thm lem prop alg app ref no nos vol pp ch ca ver v`),
  /** The sentence ends when a capital follows. */
  beforeCapital: toWordSet('etc al inc ltd i.i.d a.m p.m jr'),
};

const stop = /[.!?]["'”’)\]}*_`]*(?=\s)|\n[^\S\n]*\n/g;

/** Stretches that are never cut. A bracket without its partner, as damaged text has them, closes nothing. */
const closedStretches: readonly RegExp[] = [
  /\$\$[^$]+\$\$/g, // display mathematics
  /(?<![\\$])\$(?=[^\s$])(?:\\.|[^$\\])*?(?<=[^\s\\])\$(?!\d)/g, // inline mathematics, by Pandoc's rule that spares "$5"
  /(?<!`)`(?!`)[^`']+`(?!`)/g, // inline code, not LaTeX's quotes
  /\((?:[^()]|\([^()]*\)){0,400}\)/g,
  /\[[^[\]]{0,400}\]/g,
];

/** As far back from a mark as abbreviations, initials and list numbers need to be seen. */
const reach = 60;

/** Cuts `text` into its sentences, in order. What stands after the last stop is a sentence too. */
export function splitSentences(text: string): SentenceRange[] {
  const closed = closedStretches.flatMap((stretch) =>
    Array.from(text.matchAll(stretch), (match) => ({
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
  const cuts = Array.from(text.matchAll(stop))
    .filter(
      ({ index, 0: mark }) => !closed.some(({ start, end }) => start < index && index + mark.length < end),
    )
    .filter(({ index, 0: mark }) =>
      isCut(text.slice(Math.max(0, index - reach), index), mark, text.slice(index + mark.length).trimStart()),
    )
    .map(({ index, 0: mark }) => index + mark.length);
  return [0, ...cuts]
    .map((start, i) => trim(text, start, cuts[i] ?? text.length))
    .filter(({ start, end }) => start < end);
}

/** Whether a sentence ends at `mark`, given all text `before` it and what comes `after` the white space behind it. */
function isCut(before: string, mark: string, after: string): boolean {
  if (!/[.!?]/.test(mark)) return true;
  const lastWord = /[^\s("'`[{]*$/.exec(before)?.[0] ?? '';
  if (!mark.startsWith('.')) return canBegin(after);
  if (mark === '.') {
    const abbreviation = lastWord.toLowerCase();
    if (abbreviations.never.has(abbreviation)) return false;
    if (abbreviations.beforeNumber.has(abbreviation) && /^[\d$(\\]/.test(after)) return false;
    if (abbreviations.beforeCapital.has(abbreviation)) return /^\p{Lu}/u.test(after);
    if (isEnumerator(before) || isInitial(before, after)) return false;
  }
  return canBegin(after) || (/\p{Ll}{4}$/u.test(lastWord) && mark === '.' && /^\p{Ll}/u.test(after));
}

/** A capital, a digit, a formula, a command or an address, behind quotes, brackets or emphasis. */
const canBegin = (after: string): boolean => /^["'“‘`([*_{]*(?:[\p{Lu}\p{N}$\\`]|https?:)/u.test(after);

/** "1" at the head of a point of a list that runs on in the text; not the "3" of "Fig. 3". */
function isEnumerator(before: string): boolean {
  const point = /(?:^|(\S*)[.!?:;]\s+)\d{1,2}$/.exec(before);
  const lastWord = point?.[1]?.toLowerCase() ?? '';
  return point !== null && !abbreviations.beforeNumber.has(lastWord) && !abbreviations.never.has(lastWord);
}

/** One of the letters of "A. B. Name". */
const isInitial = (before: string, after: string): boolean =>
  /(?<!\p{L})\p{Lu}$/u.test(before) &&
  (/(?<!\p{L})\p{Lu}\.\s?\p{Lu}$/u.test(before) || /^\p{Lu}\.\s/u.test(after));

function trim(text: string, from: number, to: number): SentenceRange {
  const kept = text.slice(from, to);
  const start = from + kept.length - kept.trimStart().length;
  return { start, end: Math.max(start, from + kept.trimEnd().length) };
}
