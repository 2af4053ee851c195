/**
 * Names in running text: what is written with capitals or digits as no common word is ("StepMix", "S4D", "x1"), runs of
 * capitalised words, and long forms with their short one ("Snapshot Learning (SnapL)", "SnapL (Snapshot Learning)").
 */

import { remember } from '../../src/contract/remember.ts';
import { toWordSet } from '../../src/contract/word-set.ts';
import { foldName } from './spellings.ts';

/** A name as it stands in the text. `long` and `short` are both present when the text gives one for the other. */
export type Name = { start: number; end: number; text: string; long?: string; short?: string };

/** A word with its place; `text` is bare of the quotes, brackets and stops around it, `start` and `end` are the bare word's. */
export type Word = {
  start: number;
  end: number;
  text: string;
  before: string;
  after: string;
  folded: string;
};

const connectors = toWordSet('of for with and to in from by the via on as a over through');

/** Common words that a sentence begins with: their capital makes no name. */
const openers = toWordSet(`
    A An The This These Our We It Its In On At For From By With As To Under And But Both Unlike
    Using When While Through Towards Via Many Most Recent Existing`);

export function splitWords(text: string): Word[] {
  return Array.from(text.matchAll(/\S+/g), ({ 0: raw, index }) => {
    const before = /^[("'`“‘[*_~]*/.exec(raw)?.[0] ?? '';
    const rest = raw.slice(before.length);
    const after = /(?:["'`”’)\],.;:!?~]|(?<=\*.*)\*|_(?=\W*$)|--+(?!-)|—|'s$|’s$)*$/.exec(rest)?.[0] ?? '';
    const start = index + before.length;
    const word = rest.slice(0, rest.length - after.length);
    return { start, end: start + word.length, text: word, before, after, folded: foldName(word) };
  });
}

/** "DNA-based", "wind-driven": a property, whatever stands before the hyphen. */
const property =
  /-(?:\p{Ll}{2,}(?:ed|en|ic|ing)|free|driven|like|aware|style|level|type|agnostic|specific|wise|only|hard|rich)$/u;

/** Written as no common word is: a capital after the first letter, or a letter beside a digit. No formula, address or number. */
export const isCoined = remember((word) => {
  if (
    !/^[\p{L}$\\]/u.test(word) ||
    /[{}=|<>@]|^https?:/.test(word.replace(/^\$[^$]*\$/, '')) ||
    property.test(word)
  )
    return false;
  const withoutCompounds = word.slice(1).replace(/-\p{Lu}(?=\p{Ll}+(?:-|$))/gu, '');
  return /\p{Lu}/u.test(withoutCompounds) || /\p{L}[\^$_-]*\d/u.test(word);
});

export const isCapitalised = (word: string): boolean => /^\p{Lu}/u.test(word);

/** "RNAs" names what "RNA" names. */
export const toSingular = (name: string): string => name.replace(/(?<=\p{Lu})s$/u, '');

/**
 * Finds the names of a text in order: definitions first, then runs of capitalised or coined words outside them. A lone
 * capitalised word is a name only to those who know that it does not begin a sentence.
 */
export function findNames(text: string, words: readonly Word[]): Name[] {
  const definitions = words.flatMap((_, at) => readDefinition(text, words, at) ?? []);
  const outside = words.flatMap((word, at): Name[] => {
    const inDefinition = definitions.some(
      (name) => name.start <= word.start && word.start < extentOf(text, name),
    );
    return inDefinition || continuesRun(words, at) ? [] : readRun(text, words, at);
  });
  return [...definitions, ...outside].sort((a, b) => a.start - b.start);
}

/** Where a definition ends, with the long form in brackets behind a short one. */
const extentOf = (text: string, { end, text: name, short }: Name): number =>
  name === short ? text.indexOf(')', end) : end;

/** Reads the definition whose short form, or whose "Name (" part, is word `at`. */
function readDefinition(text: string, words: readonly Word[], at: number): Name | undefined {
  const short = words[at];
  if (short === undefined || !isCoined(short.text)) return undefined;
  const opened = words[at + 1];
  if (short.after === '' && opened?.before.startsWith('(') === true && isCapitalised(opened.text)) {
    const last = words.slice(at + 1, at + 13).find(({ after }) => after.includes(')'));
    const long = last && text.slice(opened.start, last.end);
    if (long !== undefined && rankLongForm(short.text, long) !== undefined)
      return { start: short.start, end: short.end, text: short.text, short: short.text, long };
  }
  const bracketed = short.before.startsWith('(') && /^["'”’`]*\s?\)/.test(text.slice(short.end));
  const aside = words[at - 1]?.text === 'or';
  const last = bracketed ? at - 1 : aside ? at - 2 : -1;
  const best = longForms(text, words, last)
    .flatMap((form) => ({ ...form, rank: rankLongForm(short.text, form.long) ?? Number.NaN }))
    .filter(({ rank }) => !Number.isNaN(rank))
    .sort((a, b) => b.rank - a.rank)[0];
  if (best === undefined) return undefined;
  const close = bracketed ? text.indexOf(')', short.end) + 1 : short.end;
  return {
    start: best.start,
    end: close,
    text: text.slice(best.start, close),
    long: best.long,
    short: short.text,
  };
}

/** All stretches of up to ten words that end with word `last` and no stop inside. */
function longForms(text: string, words: readonly Word[], last: number): { start: number; long: string }[] {
  const end = words[last]?.end ?? 0;
  const forms: { start: number; long: string }[] = [];
  for (let i = last; i >= 0 && i > last - 10; i--) {
    const word = words[i]!;
    if (i < last && /[.,;:!?)]/.test(word.after)) break;
    forms.push({ start: word.start, long: text.slice(word.start, end) });
    if (/[("“`]/.test(word.before)) break;
  }
  return forms;
}

/**
 * How well `short` abbreviates `long`; nothing when it does not. The letters of the short form must stand in the long form in
 * order, the first at its beginning (after A. Schwartz, M. Hearst, "A simple algorithm for identifying abbreviation
 * definitions in biomedical text", PSB 2003). Initials that match exactly win; then long forms written with capitals, the
 * longest; then the shortest.
 */
function rankLongForm(short: string, long: string): number | undefined {
  const parts = long.split(/[\s-]+/).filter((part) => /\p{L}/u.test(part));
  const weighty = parts.filter((part) => !connectors.has(part.toLowerCase()));
  if (parts.length < 2 || weighty.length === 0 || connectors.has(parts[0]!.toLowerCase())) return undefined;
  const variants = toLetters(short);
  const letters = variants.find(
    (variant) => isBegun(variant, long) && standsInOrder(variant, long.toLowerCase()),
  );
  if (letters === undefined) return undefined;
  const given = Array.from(toInitials(weighty)).filter((letter) => letters.includes(letter)).length;
  if (given * 2 < weighty.length || weighty.length > letters.length + 4) return undefined;
  const exact = [toInitials(parts), toInitials(weighty)].includes(letters) ? 10 + letters.length : 0;
  const capitals = weighty.every((part) => isCapitalised(part) || isCoined(part));
  return exact + (capitals ? 3 + parts.length / 10 : -parts.length / 10);
}

const toInitials = (parts: readonly string[]): string => parts.map((part) => part[0]!.toLowerCase()).join('');

/**
 * The letters of a short form in lower case. A raised figure repeats the letter before it ("R^3"), a plain one may ("S2P") or
 * may not ("L2M").
 */
function toLetters(short: string): string[] {
  const isRaised = short.includes('^');
  const bare = toSingular(short).replace(/\\\p{L}+|[${}^_]/gu, '');
  const repeated = bare.replace(/(\p{L})([2-4])/gu, (_, letter: string, times: string) =>
    letter.repeat(Number(times)),
  );
  return (isRaised ? [repeated] : [repeated, bare])
    .map((letters) => letters.replace(/[^\p{L}]/gu, '').toLowerCase())
    .filter((letters) => letters !== '');
}

/** Whether the first letter begins the long form, or a capitalised part of its first word: "Deep-Search Nets (SN)". */
const isBegun = (letters: string, long: string): boolean =>
  (long.split(/\s/)[0] ?? '')
    .split('-')
    .some((part, i) => (i === 0 || isCapitalised(part)) && part.toLowerCase().startsWith(letters[0]!));

function standsInOrder(letters: string, text: string): boolean {
  let from = 0;
  return Array.from(letters).every((letter) => (from = text.indexOf(letter, from) + 1) > 0);
}

function readRun(text: string, words: readonly Word[], at: number): Name[] {
  const first = words[at]!;
  if (!isNameWord(first.text)) return [];
  let last = at;
  while (continuesRun(words, last + 1)) last += 1;
  const end = words[last]!.end;
  return [{ start: first.start, end, text: text.slice(first.start, end) }];
}

const isNameWord = (word: string): boolean =>
  (isCapitalised(word) && !openers.has(word) && !property.test(word)) || isCoined(word);

/** Whether word `at` goes on with a name that the word before it is part of. */
function continuesRun(words: readonly Word[], at: number): boolean {
  const last = words[at - 1];
  const word = words[at];
  if (
    last === undefined ||
    word === undefined ||
    last.after !== '' ||
    word.before !== '' ||
    !isNameWord(last.text)
  )
    return false;
  return isNameWord(word.text) || /^\d+(?:\.\d+)*$/.test(word.text);
}
