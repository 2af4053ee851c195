/** An undamaged text -> what a restorer should find in its damaged form. */
import { traceDamage, type LostCommand, type Trace } from './trace.ts';

/** A formula's place in the damaged text, and the TeX that it was; `origin` is where that stands in the original. */
export type GoldFormula = { start: number; end: number; tex: string; origin: number };

export type GoldText = { raw: string; formulas: GoldFormula[]; sources: number[]; lost: LostCommand[] };

/** Reads one original. Notation that is equally right is brought to one form: see `splitFormula`. */
export function readGold(original: string): GoldText {
  const { raw, sources, formulas, lost } = traceDamage(original);
  return { raw, sources, lost, formulas: formulas.flatMap((formula) => readFormula(raw, sources, formula)) };
}

function readFormula(
  raw: string,
  sources: readonly number[],
  formula: Trace['formulas'][number],
): GoldFormula[] {
  return splitFormula(formula.tex, 0).flatMap(([from, to]) => {
    let start = formula.start;
    while (start < formula.end && (sources[start] ?? 0) < formula.origin + from) start++;
    let end = formula.end;
    while (end > start && (sources[end - 1] ?? 0) >= formula.origin + to) end--;
    if (end === start) return [];
    const tex = formula.tex.slice(from, to);
    return [{ start: start - attachedBefore(raw, start), end, tex, origin: formula.origin + from }];
  });
}

/** `F$_1$` is `$F_1$`, and `2$\times$` is `$2\times$`: how many characters before the dollar belong inside. */
function attachedBefore(raw: string, start: number): number {
  const before = raw.slice(0, start);
  if (/^[_^]/.test(raw.slice(start))) return /(?<![A-Za-z0-9])[A-Za-z0-9]$/.test(before) ? 1 : 0;
  if (raw.startsWith('times', start)) return /(?<![\w.])\d[\d.]*$/.exec(before)?.[0].length ?? 0;
  return 0;
}

/**
 * The formulas in what stands between two dollars, as ranges: without outer brackets and punctuation, lists split at
 * their commas, numbers and upright words left to prose.
 */
function splitFormula(tex: string, offset: number): [number, number][] {
  const start = /^[.,;:!?\s]*/.exec(tex)?.[0].length ?? 0;
  const body = tex.slice(start).replace(/[.,;:!?\s]+$/, '');
  if (body === '') return [];
  const inner = /^[([]([^()[\]]*)[)\]]$/.exec(body)?.[1] ?? /^\(((?:[^()]|\([^()]*\))*)\)$/.exec(body)?.[1];
  if (inner !== undefined && !inner.includes(',')) return splitFormula(inner, offset + start + 1);
  const parts = splitAtCommas(body);
  if (parts.length > 1 && !/\\(?:dots|ldots|cdots)|\.\.\./.test(body)) {
    return parts.flatMap(([from, to]) => splitFormula(body.slice(from, to), offset + start + from));
  }
  return isProse(body) ? [] : [[offset + start, offset + start + body.length]];
}

/** What opens and closes a group, a set or a product: a comma inside does not part two formulas. */
const opening = new Set(['{', '(', '[', '\\{', '\\langle', '⟨']);
const closing = new Set(['}', ')', ']', '\\}', '\\rangle', '⟩']);

function splitAtCommas(tex: string): [number, number][] {
  const parts: [number, number][] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < tex.length; at++) {
    const character = tex[at] ?? '';
    const command = character === '\\' ? (/^\\(?:[a-zA-Z]+|.)/.exec(tex.slice(at))?.[0] ?? character) : '';
    if (command !== '') at += command.length - 1;
    if (opening.has(command || character)) depth++;
    else if (closing.has(command || character)) depth--;
    else if (character === ',' && depth === 0) {
      parts.push([from, at]);
      from = at + 1;
    }
  }
  return [...parts, [from, tex.length]];
}

const upright =
  /\\(?:text|mathrm|operatorname\*?|mathsf|textsf|textrm|mbox|mathtt|texttt|mathit|textit|rm|sf|it|tt|textnormal|textsc|mathbf|textbf|bf)(?![a-zA-Z])/g;

function isProse(tex: string): boolean {
  if (/^[\d.,\s]+(?:\\?%)?$/.test(tex)) return true;
  const word = tex.replace(upright, '').replace(/[{}]/g, '').trim();
  return /^[A-Za-z][A-Za-z\d\s.+-]{2,}$/.test(word) && /[A-Za-z]{3}/.test(word);
}
