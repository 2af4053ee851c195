/** A listing as the parser gives it: entries, and findings in one line each. */
import type { Entry } from '../../scripts/parse/entry.ts';
import { parseListing } from '../../scripts/parse/parse-listing.ts';
import { makeReport } from '../../src/contract/findings.ts';

export function readListing(
  text: string,
  name: string,
  captured: string | null = null,
): { entries: Entry[]; findings: string[] } {
  const report = makeReport();
  const entries = parseListing({ path: name, name, text }, captured, report);
  return {
    entries,
    findings: report.findings.map(({ line, column, message }) => `${line}:${column} ${message}`),
  };
}

/** What an entry says, without places. */
export function toValues({ listing: _, path: __, captured: ___, extra, ...fields }: Entry): object {
  const valueOf = (table: object): object =>
    Object.fromEntries(Object.entries(table).map(([name, { value }]) => [name, value]));
  return { ...valueOf(fields), ...(extra ? { extra: valueOf(extra) } : {}) };
}
