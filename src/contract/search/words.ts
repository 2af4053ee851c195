/** The words of the corpus with what the facts have of each, made by a build and divided into parts. */
import type { ShortFormFinder } from './abbreviations.ts';
import type { SearchDocument } from './document.ts';
import { indexFields, readFields } from './fields.ts';
import type { KnownWord, Vocabulary } from './index-format.ts';
import { readTokens } from './tokens.ts';

type Word = [stem: string, known: KnownWord];

/** So long is one part as JSON, about: some 7 kB as it is sent. */
const partSize = 24_000;

/** All words, by stem from A to Z; the address of each entry is among them, as a word of no text. */
export function toWords(documents: readonly SearchDocument[], findShortForms: ShortFormFinder): Word[] {
  const inFacts = indexFields(
    documents.map(({ entry }) => entry),
    findShortForms,
  );
  const forms = new Map<string, Map<string, number>>();
  const counts = new Map<string, number>();
  const add = (stem: string, form: string): void => {
    const spellings = forms.get(stem) ?? new Map<string, number>();
    forms.set(stem, spellings.set(form, (spellings.get(form) ?? 0) + 1));
  };
  for (const { entry, text, headline = '' } of documents) {
    const tokens = [...Object.values(readFields(entry)), text, headline].flatMap((field) =>
      readTokens(field),
    );
    const own = new Set<string>();
    for (const { form, stem, joined, joins } of tokens) {
      add(stem, form.toLowerCase());
      own.add(stem);
      // No word of the corpus, but found as one.
      if (joined !== undefined && joins !== undefined) add(joins, joined);
    }
    for (const { stem } of findShortForms(tokens)) add(stem, stem);
    for (const stem of own) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  const words = Array.from(forms, ([stem, spellings]): Word => {
    const [form = stem] = findCommonest(spellings);
    return [stem, [form, counts.get(stem) ?? 0, ...toPostings(inFacts.get(stem))]];
  });
  const addresses = documents.map(({ entry: { url } }, place): Word => [url, ['', 0, [place], [0]]]);
  return [...words, ...addresses].sort(([a], [b]) => (a < b ? -1 : 1));
}

function findCommonest(spellings: ReadonlyMap<string, number>): [string, number] | [] {
  return Array.from(spellings).toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0] ?? [];
}

function toPostings(weights: ReadonlyMap<number, number> | undefined): [number[], number[]] | [] {
  if (!weights) return [];
  const sorted = [...weights].sort(([a], [b]) => a - b);
  return [
    sorted.map(([place], i) => place - (sorted[i - 1]?.[0] ?? 0)),
    sorted.map(([, weight]) => Math.round(weight * 100)),
  ];
}

/** Words of letters, as people write them. */
export function toVocabulary(words: readonly Word[]): Vocabulary {
  return words
    .map(([, [form, count]]): [string, number] => [form, count])
    .filter(([form, count]) => count > 0 && form.length > 3 && /^\p{L}[\p{L}\p{N}]*$/u.test(form))
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

export function toParts(words: readonly Word[]): Word[][] {
  const parts: Word[][] = [];
  let size = Infinity;
  for (const word of words) {
    const own = JSON.stringify(word).length;
    if (size + own > partSize) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(word);
    size += own;
  }
  return parts;
}
