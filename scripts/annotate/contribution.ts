/** The kind of contribution, and the sentence that shows it best. */
import { contributionCues, type Contribution } from './contribution-cues.ts';
import { describePaper, type Reading } from './features.ts';
import { classify, type Trained } from './models.ts';
import type { Sentence } from './sentence.ts';

export function chooseContribution(reading: Reading, trained: Trained): Contribution {
  const shares = classify(trained.contribution, describePaper(reading));
  return Array.from(shares).reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

/** The sentence whose cues speak most for this kind; nothing where only the title does. */
export function findSupport(
  { sentences }: Reading,
  contribution: Contribution,
  trained: Trained,
): Sentence | undefined {
  const weights = trained.contribution[contribution];
  const cues = contributionCues.filter(({ where }) => where === 'abstract');
  const support = sentences.map(({ text }) =>
    cues.reduce((sum, { name, pattern }) => (text.search(pattern) < 0 ? sum : sum + (weights[name] ?? 0)), 0),
  );
  const most = Math.max(...support);
  return most > 0 ? sentences[support.indexOf(most)] : undefined;
}
