/** Conflicts stay findings until people settle them. */
import type { Report } from '../../src/contract/findings.ts';
import { reportConflict } from '../conflicts.ts';
import type { Content } from '../content.ts';

export function checkConflicts({ pages, records }: Content, report: Report): void {
  for (const page of pages) {
    for (const conflict of records.get(page.slug)?.conflicts ?? [])
      reportConflict(page.path, conflict, report, page);
  }
}
