/** A bound on nesting, checked before Markdown is parsed: what nobody writes should cost nobody time. */
import { toPoint } from './places.ts';
import type { Place, Report } from './findings.ts';

/** Quotations and lists within each other, at the start of a line. */
const deepestContainer = 10;

/** Nodes of a tree within each other: what is left of depth once it has been read. */
export const deepestTree = 32;

/** Brackets, braces and tags that are open at one place. */
const deepestBracket = 100;

const containerMarks = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/gm;

/** Reports the first place from `start` on that is nested too deep. @returns whether the text may be parsed */
export function checkNesting(file: string, source: string, start: number, report: Report): boolean {
  const text = source.slice(start);
  const offset = findDeepContainer(text) ?? findDeepBracket(text);
  if (offset === undefined) return true;
  reportNesting(file, toPoint(source, start + offset), report);
  return false;
}

export function reportNesting(file: string, place: Place, report: Report): void {
  report.add('nesting-bounded', file, place, {
    message: 'Unexpected depth of nesting',
    expected: `at most ${deepestContainer} quotations or lists, and ${deepestBracket} brackets, within each other`,
    hint: 'Write it flatter.',
  });
}

function findDeepContainer(source: string): number | undefined {
  for (const { index, 0: marks } of source.matchAll(containerMarks)) {
    if ((marks.match(/[>*+.)-]/g)?.length ?? 0) > deepestContainer) return index;
  }
  return undefined;
}

function findDeepBracket(source: string): number | undefined {
  let depth = 0;
  for (let index = 0; index < source.length; index++) {
    const character = source[index];
    if (character === '\n' && source[index + 1] === '\n') depth = 0;
    else if (character === '[' || character === '{' || character === '<') depth++;
    else if (character === ']' || character === '}' || character === '>') depth = Math.max(0, depth - 1);
    if (depth > deepestBracket) return index;
  }
  return undefined;
}
