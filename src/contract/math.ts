/** Formulas: KaTeX is the judge of what can be set, and its options are given once, here. */
import katex, { type KatexOptions } from 'katex';
import { remember } from './remember.ts';

/** Commands that give another one a meaning: no formula needs them, and a short one that has them may become endless. */
const definitions = [
  '\\def', '\\gdef', '\\edef', '\\xdef', '\\let', '\\futurelet', '\\global', '\\long',
  '\\newcommand', '\\renewcommand', '\\providecommand',
]; // prettier-ignore

/**
 * No formula may run, fetch or grow without bound: `\href`, `\htmlData` and `\includegraphics` are refused (KaTeX
 * itself would only colour them), so are definitions, macros may expand a thousand times at most, and nothing is set
 * larger than 20 em.
 */
export const katexOptions = {
  output: 'htmlAndMathml',
  throwOnError: true,
  trust: ({ command }) => refuse(command),
  strict: false,
  maxExpand: 1000,
  maxSize: 20,
  macros: Object.fromEntries(definitions.map((command) => [command, () => refuse(command)])),
} as const satisfies KatexOptions;

/** What KaTeX says of a formula it refuses: the reason, and where in the TeX source (UTF-16, end exclusive). */
export type MathError = { reason: string; start: number; end: number };

function refuse(command: string): never {
  throw new katex.ParseError(`${command} is not allowed in a formula`);
}

/** A formula as HTML, with MathML for those who hear it, or why KaTeX cannot set it. */
export type SetFormula = { html: string; error?: never } | { error: MathError; html?: never };

/** HTML of formulas is large, and of many pages each has some of its own. */
const mostHeld = 2000;

const inline = remember((tex) => set(tex, false), mostHeld);
const display = remember((tex) => set(tex, true), mostHeld);

/** `tex` as KaTeX sets it. What is checked is mostly shown, and shown again, so all of it is kept. */
export const setFormula = (tex: string, isDisplay: boolean): SetFormula =>
  (isDisplay ? display : inline)(tex);

const verdicts = remember((tex): { error?: MathError } => {
  const { error } = set(tex, false);
  return error ? { error } : {};
});

/** Why KaTeX cannot set `tex`, or `undefined` where it can; for formulas that nobody will see, of which only this is kept. */
export const findMathError = (tex: string): MathError | undefined => verdicts(tex).error;

function set(tex: string, displayMode: boolean): SetFormula {
  try {
    return { html: katex.renderToString(tex, { ...katexOptions, displayMode }) };
  } catch (error) {
    return { error: toMathError(tex, error) };
  }
}

function toMathError(tex: string, error: unknown): MathError {
  if (!(error instanceof katex.ParseError)) return { reason: String(error), start: 0, end: tex.length };
  const start = error.position || 0;
  // KaTeX counts the space behind a command as part of it.
  const { length } = tex.slice(start, start + (error.length || tex.length)).trimEnd();
  return { reason: error.rawMessage, start, end: Math.min(tex.length, start + Math.max(1, length)) };
}
