/** Records as JSON: sorted keys and one value a line, so that a diff shows what changed. */
import { compareText } from '../../src/contract/findings.ts';
import type { PaperRecord } from '../../src/contract/record.ts';

export function recordPath(slug: string): string {
  return `records/${slug}.json`;
}

export function printRecord(record: PaperRecord): string {
  return `${JSON.stringify(sortKeys(record), null, 2)}\n`;
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => compareText(a, b))
      .map(([key, inner]) => [key, sortKeys(inner)]),
  );
}
