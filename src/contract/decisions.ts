/** How the fields of the pages were decided, counted: as the listing has them, by checked facts, by a program, by people. */
import type { ShownRecord } from './record.ts';
import type { FrontMatter } from './schema.ts';

export const ways = ['listed', 'facts', 'program', 'hand', 'confirmed', 'none'] as const;
export type Way = (typeof ways)[number];

/** One field of the pages; the counts add up to the pages. */
export type FieldDecisions = { field: DecidedField; ways: Record<Way, number> };

type Paged = { data: FrontMatter; record: ShownRecord | undefined };
export type DecidedField =
  'abstract' | Exclude<keyof FrontMatter, 'doi' | 'openreview' | 'repository' | 'aliases'>;

/** Fields in the order of the flow; where each comes from when no person touched it. */
const fields: readonly (readonly [DecidedField, 'text' | 'known' | 'program'])[] = [
  ['title', 'text'],
  ['abstract', 'text'],
  ['authors', 'known'],
  ['year', 'known'],
  ['venue', 'known'],
  ['arxiv', 'known'],
  ['chapter', 'program'],
  ['section', 'program'],
  ['also', 'program'],
  ['method', 'program'],
  ['contribution', 'program'],
  ['benchmarks', 'program'],
  ['code', 'program'],
  ['buildsOn', 'program'],
  ['headline', 'program'],
];

export function countDecisions(pages: readonly Paged[]): FieldDecisions[] {
  return fields.map(([field, source]) => {
    const counts = Object.fromEntries(ways.map((way) => [way, 0])) as Record<Way, number>;
    for (const page of pages) counts[decide(field, source, page)]++;
    return { field, ways: counts };
  });
}

function decide(field: DecidedField, source: 'text' | 'known' | 'program', { data, record }: Paged): Way {
  if (record?.edited?.includes(field)) return 'hand';
  if (record?.confirmed?.includes(field)) return 'confirmed';
  if (field !== 'abstract' && data[field] === undefined) return 'none';
  if (source === 'program') return 'program';
  if (source === 'text') {
    return record?.restoration?.changes.some((change) => change.field === field) ? 'program' : 'listed';
  }
  return record?.facts && field in record.facts ? 'facts' : 'listed';
}
