/**
 * Formulas in words, by the Speech Rule Engine with the rules of MathSpeak: long, but without a guess at what is meant (its
 * other rules take every superscript for a power). What was spoken before is not spoken again.
 */
import { createHash } from 'node:crypto';
import { engage, type Helper } from '../processes.ts';
import { toFormulaKey, toSpokenMathml, type Formula } from './mathml.ts';

/** Words by the digest of what they say; kept between runs. */
export type Spoken = Record<string, string>;

/** Part of every digest: with another engine or other rules the words are others. */
const rules = 'speech-rule-engine 4.1.5, en, mathspeak';

/** So many formulas are worth a second process: a process speaks its first hundred as slowly as the next three hundred. */
const manyFormulas = 300;

const speaker = new URL('speaker.ts', import.meta.url);

export type Speakers = {
  /** @returns a function that says each of the formulas, and all that is now known of any */
  speak(formulas: readonly Formula[]): Promise<{ speak: (formula: Formula) => string; spoken: Spoken }>;
  dismiss(): void;
};

/**
 * Starts programs that speak, where there is something to say.
 * @param guesses formulas that will be asked for, as far as that can be told early: they are said while the survey is read
 * @param known what was kept
 */
export function engageSpeakers(guesses: readonly Formula[], known: Spoken): Speakers {
  const spoken: Spoken = { ...known };
  const engaged: Helper<string[], string[]>[] = [];
  const learn = async (formulas: readonly Formula[]): Promise<void> => {
    const unknown = [...new Set(formulas.map(toSpokenMathml))].filter(
      (source) => spoken[toDigest(source)] === undefined,
    );
    const size = unknown.length < manyFormulas ? unknown.length : Math.ceil(unknown.length / 2);
    const parts = unknown.flatMap((_, i) => (i % size === 0 ? [unknown.slice(i, i + size)] : []));
    await Promise.all(
      parts.map(async (sources) => {
        const one = engage<string[], string[]>(speaker);
        engaged.push(one);
        const words = await one.ask(sources);
        for (const [i, source] of sources.entries()) spoken[toDigest(source)] = words[i] ?? '';
      }),
    );
  };
  const guessed = learn(guesses);
  // Whoever asks is told; with no question left, nobody waits.
  guessed.catch(() => {});
  return {
    speak: async (formulas) => {
      await guessed;
      await learn(formulas);
      const words = new Map(
        formulas.map((formula) => [
          toFormulaKey(formula),
          spoken[toDigest(toSpokenMathml(formula))] ?? formula.tex,
        ]),
      );
      return { spoken, speak: (formula) => words.get(toFormulaKey(formula)) ?? formula.tex };
    },
    dismiss: () => engaged.forEach((one) => one.dismiss()),
  };
}

function toDigest(mathml: string): string {
  return createHash('sha256').update(`${rules}\n${mathml}`).digest('hex').slice(0, 24);
}
