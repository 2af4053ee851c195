/** Invented entries and abstracts, in one line each. */
import type { Entry } from '../../scripts/parse/entry.ts';
import type { PaperRecord } from '../../src/contract/record.ts';
import { makeReport, type Finding } from '../../src/contract/findings.ts';
import { mergeRecords, type MergeInput } from '../../scripts/merge/merge-records.ts';

export const texts = {
  sheep:
    'We count sheep that jump over a low fence at night. Counting takes long, and most shepherds fall asleep early.',
  /** `sheep`, a word of it revised. */
  revisedSheep:
    'We count sheep that jump over a high fence at night. Counting takes long, and most shepherds fall asleep early.',
  milk: 'Warm milk is an old remedy against lying awake. This trial compares its effect with that of honey in tea.',
};

type Given = {
  [Name in keyof Entry]?: Entry[Name] extends { value: infer Value } | undefined ? Value : string;
};

let line = 0;

/** An entry of `flock.txt`, captured on 2025-01-01, unless another listing or day is given; each on a line of its own. */
export function entry(
  { listing = 'flock.txt', captured = '2025-01-01', path, title = '', ...fields }: Given,
  at?: number,
): Entry {
  line += 1;
  const place = { line: at ?? line, column: 1 };
  const placed = Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, { value, ...place }]),
  );
  return {
    listing,
    path: path ?? `listings/${listing}`,
    ...(captured === '' ? {} : { captured }),
    title: { value: title, ...place },
    ...placed,
  };
}

export function merge(input: Partial<MergeInput>): { records: PaperRecord[]; findings: Finding[] } {
  const report = makeReport();
  const records = mergeRecords({ entries: [], facts: [], previous: [], ...input }, report);
  return { records, findings: report.findings };
}
