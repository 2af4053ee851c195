/** Conflicts stay findings until people settle them. */
import type { Report } from '../../src/contract/findings.ts';
import type { Content } from '../content.ts';

export function checkConflicts({ pages, records }: Content, report: Report): void {
  for (const page of pages) {
    for (const { field, generated } of records.get(page.slug)?.conflicts ?? []) {
      report.add('edit-conflict', page.path, field === 'abstract' ? undefined : page.yaml.placeOf([field]), {
        message: `Unexpected change of "${field}" on both sides`,
        expected: `the generator would write ${JSON.stringify(generated)}`,
        hint: 'The page is kept. Take over what is better, or settle it: scholium generate --keep',
      });
    }
  }
}
