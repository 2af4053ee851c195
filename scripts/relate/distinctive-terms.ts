/**
 * The terms that set papers apart: those of a vocabulary that people wrote (cues, glossary) and abbreviations, where at least
 * two papers have them and not many do. Boilerplate is in no vocabulary.
 */
import { parseTerms, type Term } from '../../src/contract/terms.ts';

export type Weighted = { weight: number; inTitle: boolean };

export type DistinctiveTerms = {
  /** For each paper, in order, its terms with their weights (TF-IDF, of length one together), by form. */
  papers: readonly ReadonlyMap<string, Weighted>[];
};

type Text = { title: string; abstract: string };
type Phrase = { form: string; stems: readonly string[] };

/** A term may be in this share of the papers, and in `fewest` of them however few there are. */
const most = { share: 0.05, fewest: 4 };

/** A term in the title counts as this many in the abstract. */
const titleCount = 3;

/** Whether a term says something by itself: several words, or an abbreviation. */
export const isStrong = (form: string): boolean => /[\s-]/.test(form) || isAbbreviation(form);

const isAbbreviation = (word: string): boolean =>
  /^\p{Lu}[\p{L}\d]*[\p{Lu}\d]/u.test(word) && word.length < 12;

/** Finds the distinctive terms of all papers; each is shown in the form that the vocabulary, or the first paper, has. */
export function findDistinctiveTerms(
  papers: readonly Text[],
  vocabulary: readonly string[],
): DistinctiveTerms {
  const phrases = Map.groupBy(compileVocabulary(vocabulary), ({ stems }) => stems[0] ?? '');
  const counts = papers.map(({ title, abstract }) => {
    const inTitle = countTerms(title, phrases);
    const inAbstract = countTerms(abstract, phrases);
    const forms = new Set([...inTitle.keys(), ...inAbstract.keys()]);
    return new Map(
      Array.from(forms, (form) => [
        form,
        {
          count: titleCount * (inTitle.get(form) ?? 0) + (inAbstract.get(form) ?? 0),
          inTitle: inTitle.has(form),
        },
      ]),
    );
  });
  const papersWith = new Map<string, number>();
  for (const terms of counts)
    for (const form of terms.keys()) papersWith.set(form, (papersWith.get(form) ?? 0) + 1);
  const limit = Math.max(most.fewest, most.share * papers.length);
  return {
    papers: counts.map((terms) => {
      const weighted = Array.from(terms, ([form, { count, inTitle }]) => {
        const found = papersWith.get(form) ?? 0;
        const isDistinctive = found >= 2 && found <= limit;
        const weight = isDistinctive ? (1 + Math.log(count)) * Math.log((1 + papers.length) / found) : 0;
        return { form, inTitle, weight: isStrong(form) ? weight : weight / 2 };
      }).filter(({ weight }) => weight > 0);
      const length = Math.hypot(...weighted.map(({ weight }) => weight)) || 1;
      return new Map(
        weighted.map(({ form, inTitle, weight }) => [form, { weight: weight / length, inTitle }]),
      );
    }),
  };
}

/** One phrase for all entries that differ in inflection only: the first. */
function compileVocabulary(vocabulary: readonly string[]): Phrase[] {
  const phrases = vocabulary.map((form) => ({ form, stems: parseTerms(form).map(({ stem }) => stem) }));
  return Array.from(new Map(phrases.toReversed().map((phrase) => [phrase.stems.join(' '), phrase])).values());
}

/** Counts the longest phrases, and abbreviations outside them. */
function countTerms(text: string, phrases: ReadonlyMap<string, readonly Phrase[]>): Map<string, number> {
  const counts = new Map<string, number>();
  const plain = text.replace(/\$[^$]*\$|https?:\S+/g, (math) => ' '.repeat(math.length));
  const words = parseTerms(plain);
  for (let at = 0; at < words.length;) {
    const phrase = longestAt(words, at, phrases);
    const { start, end } = words[at]!;
    const form =
      phrase?.form ??
      (isAbbreviation(plain.slice(start, end)) ? plain.slice(start, end).replace(/s$/, '') : undefined);
    if (form !== undefined) counts.set(form, (counts.get(form) ?? 0) + 1);
    at += phrase?.stems.length ?? 1;
  }
  return counts;
}

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
