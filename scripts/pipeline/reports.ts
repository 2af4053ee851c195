/** The findings of generating: pages that are missing or in the way. */
import type { Report } from '../../src/contract/findings.ts';
import type { Page } from '../../src/contract/page.ts';
import type { PaperRecord } from '../../src/contract/record.ts';
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
