/** The program that says formulas: MathML in, words out. The rules lie in the package; nothing is fetched. */
import { setupEngine, toSpeech } from 'speech-rule-engine/js/common/system.js';
import { answer } from '../processes.ts';

const rules = { locale: 'en', domain: 'mathspeak', style: 'default', modality: 'speech', markup: 'none' };

answer(async (sources: string[]) => {
  await setupEngine(rules);
  return sources.map((mathml) => toSpeech(mathml));
});
