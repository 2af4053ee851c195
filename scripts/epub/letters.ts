/**
 * Letters of mathematics as characters of their own (Unicode, "Mathematical Alphanumeric Symbols"): readers made of today's
 * browsers know no `mathvariant` but `normal` (MathML Core), and would show an expectation as the letter E.
 */

/** Where the characters of a variant start: for A, a, 0, Α, α. */
const starts: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  bold: { A: 0x1d400, a: 0x1d41a, 0: 0x1d7ce, Α: 0x1d6a8, α: 0x1d6c2 },
  italic: { A: 0x1d434, a: 0x1d44e, Α: 0x1d6e2, α: 0x1d6fc },
  'bold-italic': { A: 0x1d468, a: 0x1d482, Α: 0x1d71c, α: 0x1d736 },
  script: { A: 0x1d49c, a: 0x1d4b6 },
  fraktur: { A: 0x1d504, a: 0x1d51e },
  'double-struck': { A: 0x1d538, a: 0x1d552, 0: 0x1d7d8 },
  'sans-serif': { A: 0x1d5a0, a: 0x1d5ba, 0: 0x1d7e2 },
  monospace: { A: 0x1d670, a: 0x1d68a, 0: 0x1d7f6 },
};

/** Those that were characters before the rest was added. */
const older: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  italic: { h: 'ℎ' },
  script: { B: 'ℬ', E: 'ℰ', F: 'ℱ', H: 'ℋ', I: 'ℐ', L: 'ℒ', M: 'ℳ', R: 'ℛ', e: 'ℯ', g: 'ℊ', o: 'ℴ' },
  fraktur: { C: 'ℭ', H: 'ℌ', I: 'ℑ', R: 'ℜ', Z: 'ℨ' },
  'double-struck': { C: 'ℂ', H: 'ℍ', N: 'ℕ', P: 'ℙ', Q: 'ℚ', R: 'ℝ', Z: 'ℤ' },
};

const alphabets: readonly [first: string, members: RegExp][] = [
  ['A', /[A-Z]/], ['a', /[a-z]/], ['0', /[0-9]/], ['Α', /[Α-ΡΣ-Ω]/], ['α', /[α-ω]/],
]; // prettier-ignore

/** @returns `undefined` where the variant has no character for one of the letters */
export function varyLetters(text: string, variant: string): string | undefined {
  const varied = Array.from(text, (sign) => (/[\p{L}\p{N}]/u.test(sign) ? varyLetter(sign, variant) : sign));
  return varied.includes(undefined) ? undefined : varied.join('');
}

function varyLetter(letter: string, variant: string): string | undefined {
  const exception = older[variant]?.[letter];
  if (exception !== undefined) return exception;
  const [first = ''] = alphabets.find(([, members]) => members.test(letter)) ?? [];
  const start = starts[variant]?.[first];
  return start === undefined
    ? undefined
    : String.fromCodePoint(start + letter.charCodeAt(0) - first.charCodeAt(0));
}
