/** The words of the corpus with what the facts have of each, made by a build and divided into parts. */
import type { ShortFormFinder } from './abbreviations.ts';
import { countFacts, weighFacts } from './fields.ts';
import type { KnownWord, Postings, Vocabulary } from './index-format.ts';
import type { ReadDocument } from './read-document.ts';

type Word = [stem: string, known: KnownWord];

/**
 * What the documents of one block have of a word: its forms, each with how often it is written so; in how many documents it
 * stands; and for each that has it in its facts, its place, how often it is in the title, and what it counts elsewhere.
 */
type CountedWord = [stem: string, forms: (string | number)[], count: number, facts: number[]];

/** The words of a block of documents, flat, for there are many; places count from its first document. */
export type WordBlock = {
  /** How long each title is. */
  titles: number[];
  words: CountedWord[];
};

export function countWords(documents: readonly ReadDocument[], findShortForms: ShortFormFinder): WordBlock {
  const words = new Map<string, { forms: Map<string, number>; count: number; facts: number[] }>();
  const get = (stem: string) => {
    let word = words.get(stem);
    if (!word) words.set(stem, (word = { forms: new Map(), count: 0, facts: [] }));
    return word;
  };
  const add = (stem: string, form: string): void => {
    const { forms } = get(stem);
    forms.set(form, (forms.get(form) ?? 0) + 1);
  };
  for (const [place, { fields, text, headline }] of documents.entries()) {
    const tokens = [...Object.values(fields), text, headline].flat();
    for (const { form, stem, joined, joins } of tokens) {
      add(stem, form.toLowerCase());
      // No word of the corpus, but found as one.
      if (joined !== undefined && joins !== undefined) add(joins, joined);
    }
    for (const { stem } of findShortForms(tokens)) add(stem, stem);
    for (const stem of new Set(tokens.map((token) => token.stem))) get(stem).count += 1;
    for (const [stem, { inTitle, elsewhere }] of countFacts(fields, findShortForms)) {
      get(stem).facts.push(place, inTitle, elsewhere);
    }
  }
  return {
    titles: documents.map(({ fields }) => fields.title.length),
    words: Array.from(words, ([stem, { forms, count, facts }]) => [stem, [...forms].flat(), count, facts]),
  };
}

/**
 * Several blocks as one.
 * @param blocks one after the other, for together they are large
 */
export function uniteWords(blocks: Iterable<WordBlock>): WordBlock {
  const titles: number[] = [];
  const words = new Map<string, CountedWord>();
  for (const block of blocks) {
    for (const [stem, forms, count, facts] of block.words) {
      let word = words.get(stem);
      if (!word) words.set(stem, (word = [stem, [], 0, []]));
      addForms(word[1], forms);
      word[2] += count;
      for (let at = 0; at < facts.length; at += 3) {
        word[3].push(titles.length + (facts[at] ?? 0), facts[at + 1] ?? 0, facts[at + 2] ?? 0);
      }
    }
    titles.push(...block.titles);
  }
  return { titles, words: [...words.values()] };
}

function addForms(known: CountedWord[1], forms: CountedWord[1]): void {
  for (let at = 0; at < forms.length; at += 2) {
    const [form = '', count = 0] = [forms[at], forms[at + 1]];
    const place = known.indexOf(form);
    if (place === -1) known.push(form, count);
    else known[place + 1] = Number(known[place + 1]) + Number(count);
  }
}

/**
 * All words, by stem from A to Z; the address of each entry is among them, as a word of no text.
 * @param urls of all entries
 */
export function joinWords(blocks: Iterable<WordBlock>, urls: readonly string[]): Word[] {
  const { titles, words } = uniteWords(blocks);
  const usual = titles.reduce((sum, length) => sum + length, 0) / titles.length;
  const known = words.map(([stem, forms, count, facts]): Word => {
    const form = findCommonest(forms);
    return [stem, facts.length > 0 ? [form, count, ...toPostings(facts)] : [form, count]];
  });
  const addresses = urls.map((url, place): Word => [url, ['', 0, [place], [0]]]);
  return [...known, ...addresses].sort(([a], [b]) => (a < b ? -1 : 1));

  function toPostings(facts: readonly number[]): Postings {
    const places: number[] = [];
    const weights: number[] = [];
    for (let at = 0; at < facts.length; at += 3) {
      const [place = 0, inTitle = 0, elsewhere = 0] = [facts[at], facts[at + 1], facts[at + 2]];
      places.push(place - (facts[at - 3] ?? 0));
      weights.push(Math.round(weighFacts({ inTitle, elsewhere }, (titles[place] ?? usual) / usual) * 100));
    }
    return [places, weights];
  }
}

/** Of forms that are equally common the first from A to Z. */
function findCommonest(forms: CountedWord[1]): string {
  let [best, most] = ['', 0];
  for (let at = 0; at < forms.length; at += 2) {
    const [form, count] = [String(forms[at]), Number(forms[at + 1])];
    if (count > most || (count === most && form < best)) [best, most] = [form, count];
  }
  return best;
}

/** Words of letters, as people write them. */
export function toVocabulary(words: readonly Word[]): Vocabulary {
  return words
    .map(([, [form, count]]): [string, number] => [form, count])
    .filter(([form, count]) => count > 0 && form.length > 3 && /^\p{L}[\p{L}\p{N}]*$/u.test(form))
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** @param partSize how long one part is as JSON, about: three or four times as long as what is sent */
export function toParts(words: readonly Word[], partSize: number): Word[][] {
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
