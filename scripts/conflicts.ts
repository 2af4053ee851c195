/** Conflicts as findings: they stay until people settle them. */
import type { Report } from '../src/contract/findings.ts';
import type { Page } from '../src/contract/page.ts';
import type { Conflict } from '../src/contract/record.ts';

/** @param page where the conflict stands, as it was read */
export function reportConflict(
  path: string,
  { field, page: kept, generated, from }: Conflict,
  report: Report,
  page: Page | undefined,
): void {
  const writer = from === undefined ? 'the generator would write' : `the page ${from}, merged into it, had`;
  report.add('edit-conflict', path, field === 'abstract' ? undefined : page?.yaml.placeOf([field]), {
    message: `Unexpected change of "${field}" on both sides: the page has ${quote(kept)}`,
    expected: `${writer} ${quote(generated)}`,
    hint: 'The page is kept. Take over what is better, or settle it: scholium generate --keep',
  });
}

function quote(value: unknown): string {
  return value === null || value === undefined ? 'nothing' : JSON.stringify(value);
}
