/**
 * Text and queries as tokens. One reading for both, so that what is one thing is one token however it is typed:
 * `\sqrt{T}`, `√T` and `sqrt T`; `ε-optimal` and `epsilon-optimal`; `Q*` and `Q^\star`; "fine-tuning" and "finetuning".
 */
import { toAscii } from '../folded-title.ts';
import { accents, characters, styles } from '../readable-math.ts';
import { toStem } from '../terms.ts';

/** A word of the text; `joined` is what it makes together with the word after it, where nothing but a sign parts them, `joins` the stem of that. */
export type Token = { form: string; stem: string; joined?: string; joins?: string };

/** Signs that are read by the names of their commands; all other signs only separate words. */
const spokenCommands = /^(?:sqrt|infty|nabla|partial|sum|prod|int|star)$/;
const isGreek = (sign: string): boolean => /\p{Script=Greek}/u.test(sign);
const namesOfSigns = new Map(
  Object.entries(characters)
    .filter(([name, sign]) => isGreek(sign) || spokenCommands.test(name))
    .toReversed()
    .map(([name, sign]) => [sign, toBaseName(name)]),
);
const mathWords = new Set(namesOfSigns.values());
const silentCommands = new Set([
  ...Object.keys(accents),
  ...Object.entries(characters).flatMap(([name, sign]) => (namesOfSigns.has(sign) ? [] : [name])),
  'frac', 'dfrac', 'tfrac', 'begin', 'end',
]); // prettier-ignore

const superscripts = new Map(Array.from('⁰¹²³⁴⁵⁶⁷⁸⁹', (digit, i) => [digit, String(i)]));
const numberBeforeName = new RegExp(`\\b(\\d+)(?=(?:${[...mathWords].join('|')})\\b)`, 'gi');
const word = /[\p{L}\p{N}]+/gu;

/** Longer text than this is cut: nobody types it, and a query must stay cheap. */
const longest = 200_000;

export function readTokens(text: string): Token[] {
  const spelt = toWords(text.slice(0, longest));
  const found = Array.from(spelt.matchAll(word), ({ 0: form, index }) => ({
    form,
    index,
    isMath: mathWords.has(form.toLowerCase()),
  }));
  return found.map(({ form, index, isMath }, i) => {
    const next = found[i + 1];
    const token = { form, stem: toStem(form) };
    if (!next) return token;
    const between = spelt.slice(index + form.length, next.index);
    if (between === ' ' && !isMath && !next.isMath) return token;
    return isJoined(between, form, isMath || next.isMath)
      ? { ...token, joined: (form + next.form).toLowerCase(), joins: toStem(form + next.form) }
      : token;
  });
}

function isJoined(between: string, form: string, isMath: boolean): boolean {
  if (isMath) return !/[.;:!?]\s/.test(between);
  return /^[^\s,.;:!?]{1,3}$/.test(between) || (between === '.' && /\d/.test(form));
}

/** All that a text is found by: its words and their joins. */
export function listStems(text: string): string[] {
  return readTokens(text).flatMap(({ stem, joins }) => (joins === undefined ? [stem] : [stem, joins]));
}

/** Text in ASCII words: commands and signs by their names, without accents. */
function toWords(text: string): string {
  return (hasSigns.test(text) ? nameSigns(text) : text).replace(numberBeforeName, '$1 ');
}

const hasSigns = /[^\x20-\x7e]|[\\*]|'s/;

function nameSigns(text: string): string {
  const named = text
    .replace(/\\([a-zA-Z]+)\*?/g, (_, name: string) => readCommand(name))
    .replace(/(?<=[\p{L}\p{N}}]\^?\{?)[*∗⋆★](?![\p{L}\p{N}*])/gu, ' star ')
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (digit) => `^${superscripts.get(digit)}`)
    .replace(/['’]s\b/g, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[\p{Script=Greek}\p{S}]/gu, (sign) => {
      const name = namesOfSigns.get(sign);
      return name === undefined ? sign : ` ${name} `;
    });
  return toAscii(named);
}

function readCommand(name: string): string {
  if (silentCommands.has(name) || styles.test(name)) return ' ';
  const sign = characters[name];
  return ` ${(sign && namesOfSigns.get(sign)) ?? name} `;
}

/** `varepsilon` is a way to draw epsilon; a capital is a letter of its own only on paper. */
function toBaseName(name: string): string {
  return name.replace(/^var/, '').toLowerCase();
}
