/** How authors announce the name of what they made, as tables: a row's weight says how surely. Read by method.ts. */
import { toWordSet } from '../../src/contract/word-set.ts';

/** Why a name is believed to be the one that a paper introduces. */
export type Reason = { name: string; weight: number; why: string };

/** Verbs of making, by how surely their object is what the paper introduces. */
export const verbs: readonly (Reason & { pattern: RegExp })[] = [
  {
    name: 'propose',
    pattern: /^(?:propos|introduc)(?:e|es|ed|ing)$/i,
    weight: 3,
    why: 'said of what is new',
  },
  {
    name: 'present',
    pattern: /^(?:present|develop|design|devis)(?:e|s|es|ed|ing)?$/i,
    weight: 2.5,
    why: 'said of what is made here',
  },
  {
    name: 'derive',
    pattern:
      /^(?:deriv|creat|describ|formulat|defin|contribut)(?:e|es|ed|ing)$|^(?:builds?|built|building|call|releas(?:e|es|ing))$/i,
    weight: 1.7,
    why: 'said of parts and of results, too',
  },
  {
    name: 'train',
    pattern: /^(?:train|instantiat|generaliz|generalis|result|open-sourc)(?:e|es|s|ed|ing)?$/i,
    weight: 1.2,
    why: 'said as often of things that exist',
  },
];

/** What stands between a verb of making and a name. */
export const positions = {
  object: { name: 'object', weight: 2, why: 'the name is the object itself: "we propose X"' },
  naming: { name: 'naming', weight: 2.6, why: 'the name is said to be one: "an algorithm called X"' },
  apposition: {
    name: 'apposition',
    weight: 1.4,
    why: 'the name stands beside its kind: "a new algorithm, X,"',
  },
  far: { name: 'far', weight: -1.8, why: 'the name follows a preposition: "an extension of X"' },
  ours: { name: 'ours', weight: 4, why: 'no verb, but the authors own it: "our method, X,"' },
  passive: { name: 'passive', weight: 4, why: 'the verb follows: "a novel X algorithm is proposed"' },
  subject: { name: 'subject', weight: 0.2, why: 'a sentence begins with it and gives its short form' },
  title: { name: 'title', weight: 0.5, why: 'only the title announces it' },
  phrase: { name: 'phrase', weight: 0, why: 'common words are rarely a name' },
} as const satisfies Record<string, Reason>;

/** What else makes a name likely or unlikely. */
export const merits = {
  titleHead: { name: 'titleHead', weight: 4, why: 'the title begins with it and a colon' },
  inTitle: { name: 'inTitle', weight: 1.5, why: 'the title has it' },
  coined: { name: 'coined', weight: 0.8, why: 'no common word is written so' },
  defined: { name: 'defined', weight: 1, why: 'the abstract gives its long and its short form' },
  again: { name: 'again', weight: 0.8, why: 'the abstract goes on to use it' },
  explained: { name: 'explained', weight: 1.2, why: 'an explanation follows: "X, a method that"' },
  earlier: { name: 'earlier', weight: -2.5, why: 'the abstract had it before the announcement' },
  common: { name: 'common', weight: -6, why: 'several papers use it: a term of the field' },
  plain: { name: 'plain', weight: -1.5, why: 'one capitalised word may be any proper noun' },
} as const satisfies Record<string, Reason>;

/** A name is given from this score on. */
export const threshold = 4.2;

/** Words that say that a name follows. */
export const namingWords = toWordSet(
  'called named termed dubbed coined namely call name term dub denoted titled',
);

/** Behind these words the object of a verb is over. */
export const boundaries = toWordSet(`
    for of to with by from in on into at between using via through within over under across upon as
    than like such including against without that which where when while who whose whether how what
    because if so is are can has have leveraging based inspired consisting and or`);

/** First words of a phrase that describes and does not name. */
export const describing = toWordSet(`
    a an the this these two three four several some many various both any its novel new simple
    efficient effective general improved first extensive comprehensive qualitative quantitative
    theoretical empirical experimental practical preliminary evidence results methods algorithms
    models techniques ways tools how what to it their`);
