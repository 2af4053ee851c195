/**
 * Words that damage ran together: `ntimes` was `n\times`, `deltageq` was `\delta\geq`, while `within` is a word.
 * Two models judge a run of letters: what prose spells (letters, each given the two before) and what formulas
 * are made of (commands and single letters, each by its frequency); the better explanation wins.
 */
import { isCommand } from './vocabulary.ts';

/** Log probabilities: of a letter after two others (`^` begins and `$` ends a word), and of a formula's pieces. */
export type WordTable = { letters: Record<string, number>; pieces: Record<string, number> };

/** The same for many questions: an object would keep each string that it is asked for. */
export type WordModel = { letters: ReadonlyMap<string, number>; pieces: ReadonlyMap<string, number> };

export const parseWords = ({ letters, pieces }: WordTable): WordModel => ({
  letters: new Map(Object.entries(letters)),
  pieces: new Map(Object.entries(pieces)),
});

/** The pieces of a run of letters, and the log odds that it is a formula's rather than a word. */
export type Split = { pieces: string[]; odds: number };

/** Log odds below which a reading is not followed up. */
const hopeless = 4;

/** For what was never seen in training: a letter sequence in prose, a command in formulas. */
const unseenLetter = -5;
const unseenCommand = -12;
const unseenName = -7;

/**
 * For a small letter right behind a command, which only a lost command between them explains. Before capitals one is
 * often lost: `ainR` was `a\in\mathbb{R}`.
 */
const glued = -2;

/**
 * The best reading of `word` (letters only) as commands and variables: at least one command of two letters or more,
 * and as many single letters as formulas bear. `undefined` where there is none.
 */
export function splitWord(model: WordModel, word: string): Split | undefined {
  if (word.length < 2 || word.length > 40) return undefined;
  const prose = scoreProse(model, word);
  const best: { score: number; from: number; commands: number }[] = [{ score: 0, from: 0, commands: 0 }];
  for (let end = 1; end <= word.length; end++) {
    for (let from = Math.max(0, end - 20); from < end; from++) {
      const before = best[from];
      // Scores only fall: a beginning that is already this much less likely than a word comes to nothing.
      if (before === undefined || before.score < prose - hopeless) continue;
      const isWhole = end - from === word.length;
      const least = isWhole ? -Infinity : prose - hopeless - before.score;
      const score = scorePiece(model, word.slice(from, end), least);
      if (score === undefined) continue;
      const isGlued = end - from === 1 && from - before.from > 1 && word.charAt(from) >= 'a';
      const total = before.score + score + (isGlued ? glued : 0);
      const known = best[end];
      if (known === undefined || total > known.score) {
        best[end] = { score: total, from, commands: before.commands + (end - from > 1 ? 1 : 0) };
      }
    }
  }
  const whole = best[word.length];
  if (whole === undefined || whole.commands === 0) return undefined;
  const pieces: string[] = [];
  for (let end = word.length; end > 0; end = best[end]?.from ?? 0)
    pieces.unshift(word.slice(best[end]?.from, end));
  return { pieces, odds: whole.score - prose };
}

/** A command that was never seen is not looked up where it would score less than `least`. */
function scorePiece({ pieces }: WordModel, piece: string, least: number): number | undefined {
  const known = pieces.get(piece);
  if (piece.length === 1) return known ?? unseenName;
  if (known === undefined && unseenCommand < least) return undefined;
  return isCommand(piece) ? (known ?? unseenCommand) : undefined;
}

/** The log probability of a word of prose. */
export function scoreProse({ letters }: WordModel, word: string): number {
  const padded = `^^${word}$`;
  let score = 0;
  for (let at = 2; at < padded.length; at++)
    score += Math.max(unseenLetter, letters.get(padded.slice(at - 2, at + 1)) ?? unseenLetter);
  return score;
}
