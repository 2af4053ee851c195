/**
 * What the trained models see: cues, places and forms, never the words of a paper. A feature is a name with a value; what is
 * absent is zero.
 */
import { contributionCues, type Contribution } from './contribution-cues.ts';
import type { Role } from './cues.ts';
import type { Sentence } from './sentence.ts';

export type Features = ReadonlyMap<string, number>;

/** An abstract as the models see it. */
export type Reading = {
  title: string;
  sentences: readonly Sentence[];
  roles: readonly Role[];
  /** The name that the paper introduces, in the forms to look for. */
  names: readonly string[];
};

/** Cues whose weight for the headline depends on the kind of paper: a survey's headline says what it offers, theory's what it proves. */
const tellingCues = [
  'we-propose',
  'we-study',
  'we-show',
  'we-prove',
  'guarantee',
  'experiments-show',
  'outperforms',
  'achieves',
  'measured',
  'first',
  'implication',
  'purpose',
];

const kindGroups: Readonly<Record<Contribution, string>> = {
  method: 'made',
  system: 'made',
  'benchmark-or-dataset': 'offered',
  survey: 'offered',
  position: 'offered',
  theory: 'proved',
  'empirical-study': 'found',
};

/** Features of sentence `at` as a candidate for the headline of a paper of this kind. */
export function describeSentence(
  { sentences, roles, names }: Reading,
  at: number,
  contribution: Contribution,
): Features {
  const sentence = sentences[at]!;
  const results = roles.flatMap((role, i) => (role === 'result' ? [i] : []));
  const place = sentences.length === 1 ? 1 : at / (sentences.length - 1);
  const words = sentence.text.split(/\s+/).length;
  const has = (name: string) => sentence.cues.has(name);
  const flags: Readonly<Record<string, boolean>> = {
    [`role ${roles[at]}`]: true,
    [`place ${Math.min(4, Math.floor(place * 5))}`]: true,
    'first sentence': at === 0,
    'last sentence': at === sentences.length - 1,
    'first result': at === results[0],
    'second result': at === results[1],
    'last result': at === results.at(-1) && results.length > 1,
    'result after resource': roles.slice(0, at).includes('resource'),
    'names it': names.some((name) => sentence.text.includes(name)),
    compares:
      /\b(?:than|compared (?:to|with)|over|prior|existing|previous|baselines?|traditional|standard|while)\b/i.test(
        sentence.text,
      ),
    'praises itself':
      /\b(?:effectiveness|effective|validity|promis\w+|potential|benefits?|feasib\w+|versatil\w+|insights?)\b/i.test(
        sentence.text,
      ),
    adds: /\b(?:also|further|additionally|extend\w*)\b/i.test(sentence.text),
    'before a result': roles[at + 1] === 'result',
    'behind a result': roles[at - 1] === 'result',
    short: words < 14,
    long: words > 40,
    'figures measured': (sentence.text.match(/\d/g)?.length ?? 0) > 3,
    'better and measured': has('outperforms') && has('measured'),
    'shown and better': (has('experiments-show') || has('we-show')) && has('outperforms'),
    'proved and bounded': (has('we-prove') || has('we-show')) && has('guarantee'),
    'shown without outcome':
      has('experiments-show') && !has('outperforms') && !has('achieves') && !has('measured'),
    'begins as addition':
      /^(?:additionally|moreover|furthermore|besides|in addition|finally|also|lastly)\b/i.test(sentence.text),
    'begins as sum':
      /^(?:overall|in (?:summary|total|conclusion)|together|our (?:results|findings|experiments|evaluation|analysis)|(?:the |these )?(?:results|experiments|findings)|extensive|experimental|empirical)/i.test(
        sentence.text,
      ),
    'begins with evidence':
      /^(?:empirically|theoretically|through|across|on|in|with|when|compared|using)\b/i.test(sentence.text),
    'gives an example':
      /^(?:for (?:example|instance)|e\.g|notably|specifically|in particular|remarkably|surprisingly|importantly)\b/i.test(
        sentence.text,
      ),
  };
  const group = kindGroups[contribution];
  return new Map([
    ...Array.from(sentence.cues, (cue) => [`cue ${cue}`, 1] as const),
    ...tellingCues.flatMap((cue) => (has(cue) ? [[`${group}, cue ${cue}`, 1] as const] : [])),
    [`${group}, role ${roles[at]}`, 1] as const,
    ...Object.entries(flags).flatMap(([name, holds]) => (holds ? [[name, 1] as const] : [])),
  ]);
}

/** Features of a whole paper, for the kind of its contribution. */
export function describePaper({ title, sentences, roles, names }: Reading): Features {
  const abstract = sentences.map(({ text }) => text).join(' ');
  const share = (cue: string) => sentences.filter(({ cues }) => cues.has(cue)).length / sentences.length;
  const features = new Map<string, number>([['always', 1]]);
  for (const { name, pattern, where } of contributionCues) {
    const found = (where === 'title' ? title : abstract).match(pattern)?.length ?? 0;
    if (found > 0) features.set(name, Math.min(1 + Math.log2(found), 3));
  }
  for (const cue of [
    'we-propose',
    'we-study',
    'we-show',
    'we-prove',
    'guarantee',
    'outperforms',
    'measured',
    'available',
    'we-release',
    'question',
    'evaluated-on',
  ])
    if (share(cue) > 0) features.set(`share ${cue}`, 2 * share(cue));
  if (names.length > 0) features.set('has a name', 1);
  if (names.some((name) => title.includes(name))) features.set('title has the name', 1);
  if (/^[^:]{1,25}:/.test(title) && names.some((name) => title.startsWith(name)))
    features.set('title begins with the name', 1);
  for (const role of ['method', 'result', 'background'] as const)
    features.set(`share of ${role}`, roles.filter((given) => given === role).length / roles.length);
  return features;
}
