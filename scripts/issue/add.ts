/** A form that names a paper, as a listing of its own and the page that comes of it. */
import { isMap, parseDocument, stringify } from 'yaml';
import type { ContentFiles } from '../../src/contract/content.ts';
import type { Report } from '../../src/contract/findings.ts';
import type { PaperRecord } from '../../src/contract/record.ts';
import type { FileChanges } from '../disk.ts';
import type { Issue } from '../parse/read-issue.ts';
import { generate, ingest } from '../pipeline.ts';
import { withChanges } from './with-changes.ts';

type Proposal = Extract<Issue, { form: 'add-paper' }>['answers'];

const captures = 'listings/captures.yml';

/**
 * @param source the issue as it was written; it becomes the listing
 * @param day when it was added
 * @returns no changes after a finding
 */
export function addPaper(
  { identifier }: Proposal,
  source: string,
  day: string,
  files: ContentFiles,
  { file, report }: { file: string; report: Report },
): FileChanges {
  const name = `added/${toFileName(identifier?.text ?? '')}.md`;
  if (files.has(`listings/${name}`)) return refuseKnown(files);
  const kept = new Map([
    [`listings/${name}`, `${source.replaceAll('\r\n', '\n').trimEnd()}\n`],
    [captures, addCapture(files.get(captures) ?? '', name, day)],
  ]);
  const listed = withChanges(files, kept);
  const { changes, tallies } = ingest(listed, [`listings/${name}`], report);
  // What a listing of a whole page may leave out, a form for one paper may not.
  if (report.findings.length > 0) return new Map();
  if (tallies.every((tally) => tally.new === 0)) return refuseKnown(withChanges(files, changes));
  const generated = generate(withChanges(listed, changes), report);
  return new Map([...kept, ...changes, ...generated.changes]);

  function refuseKnown(owners: ContentFiles): FileChanges {
    report.add('issue-applies', file, identifier?.place, {
      message: `Unexpected paper: the survey has it as "${findOwner(owners, name)}"`,
      expected: 'a paper that the survey does not have',
      hint: 'Close the issue, or correct the page.',
    });
    return new Map();
  }
}

/** The slug of the record that the listing became part of. */
function findOwner(files: ContentFiles, listing: string): string {
  for (const [path, text] of files) {
    if (!path.startsWith('records/') || !text.includes(listing)) continue;
    const { slug, sightings } = JSON.parse(text) as PaperRecord;
    if (sightings.some((sighting) => sighting.listing === listing)) return slug;
  }
  return listing;
}

/** At the end; comments and order stay. */
function addCapture(source: string, name: string, day: string): string {
  const { contents } = parseDocument(source);
  const isEmpty = contents === null || (isMap(contents) && contents.items.length === 0);
  const kept = (isEmpty ? source.replace(/^\{\s*\}\s*$/m, '') : source).trimEnd();
  return `${kept}${kept === '' ? '' : '\n'}${stringify({ [name]: day })}`;
}

function toFileName(identifier: string): string {
  const name = identifier
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
  return name.slice(0, 80) || 'issue';
}
