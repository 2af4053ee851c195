/**
 * Benchmarks and datasets that a paper measures itself on: those that the survey knows, and others that the sentence calls so
 * ("the Foo benchmark", "datasets such as Foo, Bar and Baz").
 */
import {
  certainKindBehind,
  figureBefore,
  kindBehind,
  listBefore,
  listGlue,
  measuredBefore,
  otherBehind,
  sourceBefore,
  telling,
} from './benchmark-cues.ts';
import type { Benchmark, Knowledge } from './knowledge.ts';
import { isCapitalised, isCoined, type Name, type Word } from './names.ts';
import type { Sentence } from './sentence.ts';
import { foldName } from './spellings.ts';

/** A benchmark as the text names it, and where. */
export type Mention = { name: string; start: number; end: number };

/** A mention with the row it is a spelling of, or with the forms of a name that no row has. */
type Sighting = Mention & { of?: Benchmark; short?: string };

/**
 * Finds the benchmarks that these sentences name, each once, in order. `own` are the names that the paper introduces for what is
 * no benchmark; they count only where the sentence says otherwise.
 */
export function findBenchmarks(
  sentences: readonly Sentence[],
  { benchmarks, isCommon }: Pick<Knowledge, 'benchmarks' | 'isCommon'>,
  own: readonly string[],
): Mention[] {
  const isOwn = new Set(own.map(foldName));
  const abbreviated = new Set(findAbbreviated(sentences).map(foldName));
  const sightings = sentences.flatMap((sentence) => {
    const { text, names, start: offset } = sentence;
    const known = findKnown(sentence, benchmarks).filter(({ name }) => !isOwn.has(foldName(name)));
    const free = names.filter(
      (name) =>
        isNameOfOne(name) &&
        !toShortForms(name).some((form) => isCommon(form) || abbreviated.has(foldName(form))) &&
        !known.some(({ start, end }) => start < name.end && name.start < end),
    );
    const called = findCalled(text, free, known, (name) => isOwn.has(foldName(name.short ?? name.text)));
    return [...known, ...called]
      .map((sighting) => ({ ...sighting, start: offset + sighting.start, end: offset + sighting.end }))
      .sort((a, b) => a.start - b.start);
  });
  return sightings
    .filter((sighting, i) => !sightings.slice(0, i).some((earlier) => isSame(earlier, sighting)))
    .map(({ name, start, end }) => ({ name, start, end }));
}

/** Abbreviations of what is no benchmark: "We study foo retrieval (FR)". */
function findAbbreviated(sentences: readonly Sentence[]): string[] {
  return sentences.flatMap(({ text, names }) =>
    names.flatMap(({ short, long, end }) =>
      short === undefined || long === undefined || kindBehind.test(text.slice(end)) || isCapitalised(long)
        ? []
        : short,
    ),
  );
}

/** Known spellings in a sentence, the longest first at each word. */
function findKnown({ text, words }: Sentence, known: Knowledge['benchmarks']): Sighting[] {
  const sightings: Sighting[] = [];
  for (let at = 0; at < words.length; at++) {
    const match = known.longestAt(
      words,
      at,
      ({ exact, spelling }, to) => !exact || readStretch(text, words, at, to).startsWith(spelling),
    );
    if (match === undefined) continue;
    const { spelling, of } = match.value;
    const { start } = words[at]!;
    sightings.push({ name: spelling, start, end: start + readStretch(text, words, at, match.to).length, of });
    at = match.to;
  }
  return sightings;
}

/** The text of words `at` to `to`, with the bracket that they open. */
function readStretch(text: string, words: readonly Word[], at: number, to: number): string {
  const stretch = text.slice(words[at]!.start, words[to]!.end);
  return stretch.includes('(') && words[to]!.after.startsWith(')') ? `${stretch})` : stretch;
}

/** Names that the sentence calls benchmarks, and what stands in a list with them or with known ones. */
function findCalled(
  text: string,
  names: readonly Name[],
  known: readonly Sighting[],
  isOwn: (name: Name) => boolean,
): Sighting[] {
  const called = new Set(
    names.filter((name) => (isOwn(name) ? isCalledByKind(text, name) : isCalled(text, name))),
  );
  const listed = names.filter((name) => !isOwn(name) && !otherBehind.test(text.slice(name.end)));
  for (let before = -1; before !== called.size;) {
    before = called.size;
    const sure = [...known, ...called];
    for (const name of listed) if (sure.some((other) => inOneList(text, name, other))) called.add(name);
  }
  return Array.from(called, ({ text: name, start, end, short }) => ({
    name,
    start,
    end,
    ...(short && { short }),
  }));
}

const isCalledByKind = (text: string, { start, end }: Name): boolean =>
  certainKindBehind.test(text.slice(end)) || /\bbenchmark,? (?:called|named) $/.test(text.slice(0, start));

/** A lone plain word needs the very word "benchmark" or "dataset" beside it: "the Foo game" may be anything's. */
function isCalled(text: string, name: Name): boolean {
  const before = text.slice(0, name.start);
  const after = text.slice(name.end);
  if (otherBehind.test(after)) return false;
  if (isCalledByKind(text, name)) return name.start > 0;
  if (/^\p{Lu}{2,5}$/u.test(name.text)) return false;
  if (isCoined(name.text.split(/\s/).at(-1) ?? '') || telling.test(name.text))
    return (
      telling.test(name.text) ||
      kindBehind.test(after) ||
      [listBefore, sourceBefore, measuredBefore, figureBefore].some((cue) => cue.test(before))
    );
  return (
    name.start > 0 && (figureBefore.test(before) || (listBefore.test(before) && /^[,)]|^ and /.test(after)))
  );
}

function inOneList(
  text: string,
  a: { start: number; end: number },
  b: { start: number; end: number },
): boolean {
  return listGlue.test(a.end <= b.start ? text.slice(a.end, b.start) : text.slice(b.end, a.start));
}

/** Some word of it is coined, or it is a run of capitalised words, or one that is no abbreviation. */
function isNameOfOne({ text }: Name): boolean {
  const words = text.split(/\s+/);
  return (
    words.some(isCoined) ||
    (words.length > 1 && words.every(isCapitalised)) ||
    /^\p{Lu}\p{Ll}{3,}/u.test(text)
  );
}

function isSame(a: Sighting, b: Sighting): boolean {
  if (a.of !== undefined || b.of !== undefined) return a.of === b.of;
  const forms = toShortForms({ text: a.name, ...a }).map(foldName);
  return toShortForms({ text: b.name, ...b }).some((form) => forms.includes(foldName(form)));
}

const toShortForms = ({ text, short }: Pick<Name, 'text' | 'short'>): string[] =>
  short === undefined ? [text] : [text, short];
