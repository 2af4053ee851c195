import type { Contribution } from './contribution-cues.ts';
import { describeSentence, type Reading } from './features.ts';
import { chooseAmong, type Trained } from './models.ts';
import type { Sentence } from './sentence.ts';

/** Chooses the sentence that states the main result. */
export function chooseHeadline(
  reading: Reading,
  contribution: Contribution,
  trained: Trained,
): Sentence | undefined {
  const descriptions = reading.sentences.map((_, at) => describeSentence(reading, at, contribution));
  const shares = chooseAmong(trained.headline, descriptions);
  return reading.sentences[shares.indexOf(Math.max(...shares))];
}
