/** Words, names and formulas of a field that does not exist; how often each occurs falls with its rank, as in any language. */
import type { Random } from '../../fixtures/random.ts';

const onsets = [
  'b',
  'br',
  'c',
  'd',
  'dr',
  'f',
  'g',
  'gr',
  'h',
  'k',
  'l',
  'm',
  'n',
  'p',
  'pl',
  'r',
  's',
  'st',
  't',
  'v',
];
const vowels = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'ou'];
const codas = ['l', 'm', 'n', 'nd', 'r', 'rk', 's', 'st', 't', 'th'];
const syllables = onsets.length * vowels.length;

/** The word of a rank: all are different, and the common ones are short. */
export function toWord(rank: number): string {
  const syllable = (n: number): string =>
    `${onsets[n % onsets.length]}${vowels[Math.floor(n / onsets.length) % vowels.length]}`;
  const coda = codas[(rank * 7) % codas.length] ?? '';
  const head: string[] = [];
  for (let rest = rank; ; rest = Math.floor(rest / syllables) - 1) {
    head.unshift(syllable(rest % syllables));
    if (rest < syllables) break;
  }
  return `${head.join('')}${coda}${rank % 3 === 0 ? 'ing' : ''}`;
} // prettier-ignore

export const toTitleCase = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** A rank below `count`; those below `flat` are about equally common, and rarer ones fall off by Zipf's law. */
export function drawRank(random: Random, count: number, flat: number): number {
  const share = random.below(1_000_000) / 1_000_000;
  return Math.min(count - 1, Math.floor(flat * (1 + count / flat) ** share - flat));
}

const given = ['Ada', 'Bela', 'Chidi', 'Dana', 'Emre', 'Farah', 'Goran', 'Hana', 'Ivo', 'Jun', 'Kofi', 'Lena', 'Mira', 'Nils', 'Oya', 'Pablo', 'Qi', 'Rosa', 'Sami', 'Tove', 'Uma', 'Vera', 'Wen', 'Yuki', 'Zoe']; // prettier-ignore

export function toPerson(rank: number): string {
  return `${given[(rank * 11) % given.length]} ${toTitleCase(toWord(rank + 900))}`;
}

/** A term of the glossary, two words. */
export const toTerm = (rank: number): string => `${toWord(40 + rank * 3)} ${toWord(41 + rank * 5)}`;

const common = [
  String.raw`\epsilon`, 'n', String.raw`\delta`, 'k', String.raw`O(\sqrt{T})`, 'T', String.raw`\theta`, 'H',
  String.raw`1 - \delta`, 'd', String.raw`\lambda`, String.raw`\mathcal{X}`, String.raw`\epsilon^{-2}`, '10^{-3}',
  String.raw`O(n \log n)`, String.raw`\mathbb{R}^d`, String.raw`\ell_2`, String.raw`\alpha`, String.raw`\tilde{O}(1/\epsilon)`,
  String.raw`p(x)`, String.raw`K`, String.raw`\lVert x \rVert_1`, String.raw`\sigma^2`, String.raw`2\times`, String.raw`95\%`,
]; // prettier-ignore

const shapes: readonly ((a: number, b: number, c: string) => string)[] = [
  (a, b, c) => String.raw`\tilde{O}\left(\sqrt{d^{${a}} H T_{${b}}} \log(1/${c})\right)`,
  (a, b, c) => String.raw`\mathbb{E}_{x \sim p_{${a}}}\left[ f_{${b}}(x) \right] \leq ${c}^2`,
  (a, b, c) => String.raw`\sum_{i=1}^{${a}} \frac{w_i}{1 + ${c}^{${b}}}`,
  (a, b, c) => String.raw`\max_{j \le ${a}} \left\lvert \hat{q}_j - ${c} \right\rvert < ${b}`,
  (a, b, c) => String.raw`\nabla_{${c}} L_{${a}}(${c}) = \int_0^{${b}} g(t)\, dt`,
  (a, b, c) => String.raw`\Omega\left(\frac{S_{${a}} A_{${b}}}{${c}^2}\right)`,
];
const signs = [String.raw`\epsilon`, String.raw`\theta`, String.raw`\mu`, String.raw`\gamma`, 'x', 'z'];

/** A formula, as Markdown and fit for tables: half of them occur all over the field, the others hardly twice. */
export function drawFormula(random: Random): string {
  if (random.below(2) === 0) return `$${common[drawRank(random, common.length, 3)]}$`;
  return `$${random.pick(shapes)(2 + random.below(90), 2 + random.below(90), random.pick(signs))}$`;
}
