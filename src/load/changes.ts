/** What changed, with what people settled as HTML: the page of changes shows it, and need not load what sets formulas. */
import type { SurveyChanges } from '../contract/changes.ts';
import { parsePhrasing } from '../contract/phrasing.ts';
import type { SurveyEntry } from '../lib/entries.ts';
import { renderTitle } from '../markdown/html.ts';

export function setChanges({ corrected, ...changes }: SurveyChanges): SurveyEntry['changes'] {
  const hasFormula = (text: string): boolean => /\$[^$]+\$/.test(text);
  return {
    ...changes,
    corrected: corrected.map(({ settled, ...correction }) => ({
      ...correction,
      settled: settled.map((one) =>
        hasFormula(one.text) ? { ...one, html: renderTitle(parsePhrasing(one.text)) } : one,
      ),
    })),
  };
}
