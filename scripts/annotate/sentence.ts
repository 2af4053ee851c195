import { splitSentences } from '../../src/contract/sentences.ts';
import { findCues } from './cues.ts';
import { findNames, splitWords, type Name, type Word } from './names.ts';

/** A sentence of an abstract, read once: its cues, its words and the names in it, whose offsets are the sentence's own. */
export type Sentence = {
  start: number;
  end: number;
  text: string;
  cues: ReadonlySet<string>;
  words: readonly Word[];
  names: readonly Name[];
};

export function readSentences(abstract: string): Sentence[] {
  return splitSentences(abstract).map(({ start, end }) => {
    const text = abstract.slice(start, end);
    const words = splitWords(text);
    return { start, end, text, cues: findCues(text), words, names: findNames(text, words) };
  });
}
