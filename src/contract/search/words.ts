/** The words of the corpus with what the facts have of each, made by a build and divided into parts. */
import type { ShortFormFinder } from './abbreviations.ts';
import type { SearchDocument } from './document.ts';
import { countFacts, readFields, weighFacts } from './fields.ts';
import type { KnownWord, Vocabulary } from './index-format.ts';
import { readTokens } from './tokens.ts';

type Word = [stem: string, known: KnownWord];

/** So long is one part as JSON, about: some 7 kB as it is sent. */
const partSize = 24_000;

/** What the documents of one block have of a word: how each of its forms is written how often, in how many of them, and in which facts. */
type CountedWord = [
  stem: string,
  forms: [form: string, count: number][],
  count: number,
  facts: [place: number, inTitle: number, elsewhere: number][],
];

/** The words of a block of documents, as JSON holds them; places count from its first document. */
export type WordBlock = { titles: number[]; words: CountedWord[] };

export function countWords(documents: readonly SearchDocument[], findShortForms: ShortFormFinder): WordBlock {
  const words = new Map<string, { forms: Map<string, number>; count: number; facts: CountedWord[3] }>();
  const get = (stem: string) => {
    let word = words.get(stem);
    if (!word) words.set(stem, (word = { forms: new Map(), count: 0, facts: [] }));
    return word;
  };
  const add = (stem: string, form: string): void => {
    const { forms } = get(stem);
    forms.set(form, (forms.get(form) ?? 0) + 1);
  };
  for (const [place, { entry, text, headline = '' }] of documents.entries()) {
    const tokens = [...Object.values(readFields(entry)), text, headline].flatMap(readTokens);
    for (const { form, stem, joined, joins } of tokens) {
      add(stem, form.toLowerCase());
      // No word of the corpus, but found as one.
      if (joined !== undefined && joins !== undefined) add(joins, joined);
    }
    for (const { stem } of findShortForms(tokens)) add(stem, stem);
    for (const stem of new Set(tokens.map((token) => token.stem))) get(stem).count += 1;
    for (const [stem, { inTitle, elsewhere }] of countFacts(entry, findShortForms)) {
      get(stem).facts.push([place, inTitle, elsewhere]);
    }
  }
  return {
    titles: documents.map(({ entry }) => readTokens(entry.title).length),
    words: Array.from(words, ([stem, { forms, count, facts }]) => [stem, [...forms], count, facts]),
  };
}

/**
 * All words, by stem from A to Z; the address of each entry is among them, as a word of no text.
 * @param urls of all entries
 */
export function joinWords(blocks: readonly WordBlock[], urls: readonly string[]): Word[] {
  const titles = blocks.flatMap((block) => block.titles);
  const usual = titles.reduce((sum, length) => sum + length, 0) / titles.length;
  const words = new Map<string, { forms: Map<string, number>; count: number; facts: [number, number][] }>();
  let first = 0;
  for (const block of blocks) {
    for (const [stem, forms, count, facts] of block.words) {
      let word = words.get(stem);
      if (!word) words.set(stem, (word = { forms: new Map(), count: 0, facts: [] }));
      for (const [form, often] of forms) word.forms.set(form, (word.forms.get(form) ?? 0) + often);
      word.count += count;
      for (const [place, inTitle, elsewhere] of facts) {
        const length = (block.titles[place] ?? usual) / usual;
        word.facts.push([first + place, weighFacts({ inTitle, elsewhere }, length)]);
      }
    }
    first += block.titles.length;
  }
  const known = Array.from(words, ([stem, { forms, count, facts }]): Word => [
    stem,
    [findCommonest(forms), count, ...toPostings(facts)],
  ]);
  const addresses = urls.map((url, place): Word => [url, ['', 0, [place], [0]]]);
  return [...known, ...addresses].sort(([a], [b]) => (a < b ? -1 : 1));
}

function findCommonest(forms: ReadonlyMap<string, number>): string {
  let [best, most] = ['', 0];
  for (const [form, count] of forms) {
    if (count > most || (count === most && form < best)) [best, most] = [form, count];
  }
  return best;
}

/** @param facts in the order of their places */
function toPostings(facts: readonly [place: number, weight: number][]): [number[], number[]] | [] {
  if (facts.length === 0) return [];
  return [
    facts.map(([place], i) => place - (facts[i - 1]?.[0] ?? 0)),
    facts.map(([, weight]) => Math.round(weight * 100)),
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
