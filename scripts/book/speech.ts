/**
 * Formulas in words, by the Speech Rule Engine with the rules of MathSpeak: long, but without a guess at what is meant (its
 * other rules take every superscript for a power). What was spoken before is not spoken again.
 */
import { createHash } from 'node:crypto';
import { engage, type Helper } from '../processes.ts';
import { toFormulaKey } from './formulas.ts';
import { toSpokenMathml, type Formula } from './mathml.ts';

/** Words by the digest of what they say; kept between runs. */
export type Spoken = Record<string, string>;

/** Part of every digest: with another engine or other rules the words are others. */
const rules = 'speech-rule-engine 4.1.5, en, mathspeak';

const processes = 2;

const speaker = new URL('speaker.ts', import.meta.url);

export type Speakers = {
  /**
   * @param known what was kept
   * @returns a function that says each of the formulas, and all that is now known of them
   */
  speak(
    formulas: readonly Formula[],
    known: Spoken,
  ): Promise<{ speak: (formula: Formula) => string; spoken: Spoken }>;
  dismiss(): void;
};

/** Starts programs that speak; they get ready while the formulas are gathered. */
export function engageSpeakers(): Speakers {
  const speakers = Array.from({ length: processes }, () => engage<string[], string[]>(speaker));
  return {
    speak: async (formulas, known) => {
      const mathml = new Map(formulas.map((formula) => [toFormulaKey(formula), toSpokenMathml(formula)]));
      const unknown = [...new Set(mathml.values())].filter((source) => known[toDigest(source)] === undefined);
      const added = (await speakAll(unknown, speakers)).map((words, i) => [
        toDigest(unknown[i] ?? ''),
        words,
      ]);
      const spoken: Spoken = { ...known, ...Object.fromEntries(added) };
      return {
        spoken,
        speak: (formula) => spoken[toDigest(mathml.get(toFormulaKey(formula)) ?? '')] ?? formula.tex,
      };
    },
    dismiss: () => speakers.forEach((one) => one.dismiss()),
  };
}

async function speakAll(
  sources: readonly string[],
  speakers: readonly Helper<string[], string[]>[],
): Promise<string[]> {
  if (sources.length === 0) return [];
  const size = Math.ceil(sources.length / speakers.length);
  const parts = speakers.map((one, i) => one.ask(sources.slice(i * size, (i + 1) * size)));
  return (await Promise.all(parts)).flat();
}

function toDigest(mathml: string): string {
  return createHash('sha256').update(`${rules}\n${mathml}`).digest('hex').slice(0, 24);
}
