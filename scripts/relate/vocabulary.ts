/**
 * The terms that can relate papers: those that people wrote down, and abbreviations that abstracts define ("slow rising
 * (SR)"), which are another spelling of what they stand for. Boilerplate is in no vocabulary.
 */
import { parseTerms, type Term } from '../../src/contract/terms.ts';
import { toWordSet } from '../../src/contract/word-set.ts';

/** A term by the name that readers are shown, and every other way to write it; `defined` where the survey says what it is. */
export type VocabularyTerm = { name: string; spellings: readonly string[]; defined: boolean };

export type Vocabulary = {
  /** How often each term stands in a text, by name: the longest at each place. */
  count(text: string): Map<string, number>;
  isDefined(name: string): boolean;
  /** Every way in which a term is written, as stems. */
  formsOf(name: string): readonly (readonly string[])[];
};

type Phrase = { name: string; stems: readonly string[] };

/** Letters in brackets, which may stand for words before them. */
const bracketed = /\(([\p{L}\d-]{2,10})\)/gu;

/** So much before the bracket may be the words. */
const reach = 80;

/** @param texts what may define abbreviations */
export function compileVocabulary(terms: readonly VocabularyTerm[], texts: readonly string[]): Vocabulary {
  const running = terms.map((term) => ({ ...term, name: toRunning(term.name, texts) }));
  const written = running.flatMap(({ name, spellings }) => [name, ...spellings].map((form) => toPhrase(name, form)));
  const known = new Map(written.toReversed().map((phrase) => [phrase.stems.join(' '), phrase]));
  const abbreviations = new Map<string, string>();
  for (const [short, long] of findAbbreviations(texts)) {
    const phrase = toPhrase(long, long);
    const key = phrase.stems.join(' ');
    const { name } = known.get(toPhrase(short, short).stems.join(' ')) ?? known.get(key) ?? phrase;
    known.set(key, { name, stems: phrase.stems });
    abbreviations.set(short, name);
  }
  const phrases = [...known.values()].filter(({ stems }) => stems.length > 0);
  const byFirst = Map.groupBy(phrases, ({ stems }) => stems[0]!);
  const defined = new Set(running.flatMap((term) => (term.defined ? term.name : [])));
  const byName = Map.groupBy(phrases, ({ name }) => name);

  return {
    count(text) {
      const counts = new Map<string, number>();
      const plain = toWords(text);
      const words = parseTerms(plain);
      for (let at = 0; at < words.length;) {
        const phrase = longestAt(words, at, byFirst);
        const { start, end } = words[at]!;
        const name = phrase?.name ?? abbreviations.get(withoutPlural(plain.slice(start, end)));
        if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
        at += phrase?.stems.length ?? 1;
      }
      return counts;
    },
    isDefined: (name) => defined.has(name),
    formsOf: (name) => [
      ...(byName.get(name) ?? []).map(({ stems }) => stems),
      ...[...abbreviations].filter(([, of]) => of === name).map(([short]) => toPhrase(name, short).stems),
    ],
  };
} // prettier-ignore

/** A name as it stands within a sentence: a small letter first, where the texts write its first word so. */
function toRunning(name: string, texts: readonly string[]): string {
  const [first = ''] = /^\p{Lu}\p{Ll}+(?!\p{L})/u.exec(name) ?? [];
  const small = first.toLowerCase();
  const isCommon = first !== '' && texts.some((text) => text.includes(` ${small}`));
  return isCommon ? small + name.slice(first.length) : name;
}

/** A text without formulas and addresses; places stay. */
function toWords(text: string): string {
  return text.replace(/\$[^$]*\$|https?:\S+/g, (other) => ' '.repeat(other.length));
}

function toPhrase(name: string, form: string): Phrase {
  return { name, stems: parseTerms(toWords(form)).map(({ stem }) => stem) };
}

/** Each abbreviation with its words; none that stands for different words in different texts. */
function findAbbreviations(texts: readonly string[]): [short: string, long: string][] {
  const found = new Map<string, Map<string, string>>();
  for (const text of texts) {
    const plain = toWords(text);
    for (const { 1: letters = '', index } of plain.matchAll(bracketed)) {
      const short = withoutPlural(letters);
      const long = findWords(plain.slice(Math.max(0, index - reach), index), short);
      if (long === undefined) continue;
      const key = toPhrase('', long).stems.join(' ');
      found.set(short, (found.get(short) ?? new Map<string, string>()).set(key, long));
    }
  }
  return Array.from(found).flatMap(([short, longs]): [string, string][] => {
    const [long, other] = longs.values();
    return long === undefined || other !== undefined ? [] : [[short, long]];
  });
}

/** The last words of a text whose initials are the letters: "slow rising" for SR; small words may have none. */
function findWords(text: string, short: string): string | undefined {
  if (!/\p{Lu}.*\p{Lu}/u.test(short)) return undefined;
  const wanted = short.replace(/[^\p{L}\d]/gu, '').toLowerCase();
  const clause = /[^.,;:!?()]*$/.exec(text)?.[0] ?? '';
  const words = Array.from(clause.matchAll(/[\p{L}\d]+/gu), ({ 0: word, index }) => ({
    word: word.toLowerCase(),
    index,
  }));
  const isSpelt = (some: readonly { word: string }[]): boolean =>
    some.map(({ word }) => word[0]).join('') === wanted;
  const first = words.findLast(({ word }, from) => {
    const rest = words.slice(from);
    return (
      !smallWords.has(word) && (isSpelt(rest) || isSpelt(rest.filter((one) => !smallWords.has(one.word))))
    );
  });
  return first && clause.slice(first.index).trim();
}

const smallWords = toWordSet('a an and as at by for from in of on or over the to under via with');

const withoutPlural = (form: string): string => form.replace(/(?<=\p{Lu})s$/u, '');

function longestAt(
  words: readonly Term[],
  at: number,
  phrases: ReadonlyMap<string, readonly Phrase[]>,
): Phrase | undefined {
  return phrases
    .get(words[at]!.stem)
    ?.filter(({ stems }) => stems.every((stem, i) => words[at + i]?.stem === stem))
    .reduce<Phrase | undefined>(
      (best, next) => (best && best.stems.length >= next.stems.length ? best : next),
      undefined,
    );
}
