/** A form that names a paper, as a listing of its own and the page that comes of it. */
import type { ContentFiles } from '../../src/contract/content.ts';
import type { Report } from '../../src/contract/findings.ts';
import type { FileChanges } from '../disk.ts';
import { toSlug } from '../merge/slugs.ts';
import type { Issue } from '../parse/read-issue.ts';
import { addPapers } from '../pipeline/add-papers.ts';

type Proposal = Extract<Issue, { form: 'add-paper' }>['answers'];

/**
 * @param source the issue as it was written; it becomes the listing
 * @param day when it was added
 * @returns no changes after a finding
 */
export function addPaper(
  { identifier, title }: Proposal,
  source: string,
  day: string,
  files: ContentFiles,
  { file, report }: { file: string; report: Report },
): FileChanges {
  const listing = {
    name: `${toSlug(title?.text ?? '')}.md`,
    text: `${source.replaceAll('\r\n', '\n').trimEnd()}\n`,
  };
  const { changes, known, listings } = addPapers(files, [listing], day, report);
  for (const { slug, withdrawn } of known) {
    report.add('issue-applies', file, identifier?.place, {
      message:
        withdrawn === undefined
          ? `Unexpected paper: the survey has it as "${slug}"`
          : `Unexpected paper: "${slug}" was withdrawn: ${withdrawn}`,
      expected: 'a paper that the survey does not have',
      hint: 'Close the issue, or correct the page.',
    });
  }
  // What a listing of a whole page may leave out, a form for one paper may not.
  const isWhole = !report.findings.some(
    (finding) => finding.file === file || listings.includes(finding.file),
  );
  return isWhole ? changes : new Map();
}
