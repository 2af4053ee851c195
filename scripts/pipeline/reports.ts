/** The findings of generating: pages that are missing or in the way, and edits that meet the generator's. */
import type { Report } from '../../src/contract/findings.ts';
import type { Page } from '../../src/contract/page.ts';
import type { Conflict, PaperRecord } from '../../src/contract/record.ts';
import { recordPath } from '../emit/print-record.ts';

export function reportMissingPage(record: PaperRecord, report: Report): void {
  report.add('record-has-page', recordPath(record.slug), undefined, {
    message: `Missing page of the record "${record.slug}"`,
    expected: record.written?.path ?? 'a page',
    hint: `Take the page back from version control, or run: scholium withdraw ${record.slug} --why "…"`,
  });
}

export function reportTakenPath({ path, slug }: Page, target: string, report: Report): void {
  report.add('slug-unique', target, undefined, {
    message: `Unexpected second page named "${slug}"; the first is ${path}, which would move here`,
    expected: 'one page a slug',
    hint: 'Keep one of the two, or bring both together by hand.',
  });
}

export function reportConflict(
  path: string,
  { field, page: kept, generated }: Conflict,
  report: Report,
  page: Page | undefined,
): void {
  report.add('edit-conflict', path, field === 'abstract' ? undefined : page?.yaml.placeOf([field]), {
    message: `Unexpected change of "${field}" on both sides: the page has ${quote(kept)}`,
    expected: `the generator would write ${quote(generated)}`,
    hint: 'The page is kept. Take over what is better, or settle it: scholium generate --keep',
  });
}

function quote(value: unknown): string {
  return value === null || value === undefined ? 'nothing' : JSON.stringify(value);
}
