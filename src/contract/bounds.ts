/**
 * How much of a page or chapter is read. Reading Markdown takes more than twice the time for twice the text, so a file
 * is bounded before it is read; each bound is several times what the longest page or chapter needs.
 */
import type { Report } from './findings.ts';

type Bound = { noun: string; most: number; measure: (source: string) => number };

/** In this order: the first one is cheap, and makes the others so. */
const bounds: readonly Bound[] = [
  { noun: 'characters', most: 65_536, measure: ({ length }) => length },
  { noun: 'lines', most: 2_000, measure: (source) => source.split('\n').length },
  {
    noun: 'marks such as *, [, { and -',
    most: 10_000,
    measure: (source) => source.match(/[-+*_~`[\]<>{}$|\\&^]/g)?.length ?? 0,
  },
];

/** The largest YAML, BibTeX or JSON file: more than a thousand papers. Listings are read line by line. */
export const largestFile = 524_288;

/** Reports the first bound that a page or chapter goes over. @returns whether it may be read */
export function checkBounds(file: string, source: string, report: Report): boolean {
  for (const { noun, most, measure } of bounds) {
    const count = measure(source);
    if (count <= most) continue;
    reportSize(file, `${count} ${noun}`, most, report);
    return false;
  }
  return true;
}

/** The same for a file of another kind. */
export function checkSize(file: string, source: string, report: Report): boolean {
  if (source.length <= largestFile) return true;
  reportSize(file, `${source.length} characters`, largestFile, report);
  return false;
}

function reportSize(file: string, size: string, most: number, report: Report): void {
  report.add('file-bounded', file, undefined, {
    message: `Unexpected size: ${size}`,
    expected: `at most ${most}`,
    hint: 'Divide the text, or shorten it.',
  });
}
