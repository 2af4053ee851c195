/** What happened to a survey, as far as its records tell: papers added, corrected by people, and withdrawn. */
import { compareText } from './findings.ts';
import type { ShownRecord } from './record.ts';
import type { Settlement } from './schema.ts';

/** Fields that a listing or the facts give; what the survey adds of its own is no correction. */
const listedFields = ['title', 'abstract', 'authors', 'year', 'venue', 'arxiv', 'doi', 'openreview'] as const;
export type ListedField = (typeof listedFields)[number];

/** What people settled on a page, and why it is right. */
export type Settled = Pick<Settlement, 'text' | 'why' | 'source'>;

export type SurveyChanges<S extends Settled = Settled> = {
  /** By the day of the capture that first shows the papers, newest first; those of unknown day last. */
  added: { date?: string; slugs: string[] }[];
  /** Where people changed what listings or facts say, or settled what the damage left open. */
  corrected: {
    slug: string;
    fields: ListedField[];
    settled: S[];
  }[];
  withdrawn: { slug: string; why: string }[];
};

/** @param slugs the papers that have a page, in the order in which they are listed */
export function listChanges(
  slugs: readonly string[],
  records: ReadonlyMap<string, ShownRecord>,
  settlements: readonly Settlement[],
): SurveyChanges {
  const byDate = Map.groupBy(slugs, (slug) => records.get(slug)?.added ?? '');
  const days = [...byDate].sort(([a], [b]) => compareText(b, a));
  const settledOf = Map.groupBy(settlements, ({ paper }) => paper);
  return {
    added: days.map(([date, added]) => ({ ...(date ? { date } : {}), slugs: added })),
    corrected: slugs.flatMap((slug) => {
      const fields = listedFields.filter((field) => records.get(slug)?.edited?.includes(field));
      const settled = (settledOf.get(slug) ?? []).map(({ paper: _, ...rest }) => rest);
      return fields.length + settled.length > 0 ? [{ slug, fields, settled }] : [];
    }),
    withdrawn: [...records.values()]
      .flatMap(({ slug, withdrawn }) => (withdrawn ? [{ slug, why: withdrawn.why }] : []))
      .sort((a, b) => compareText(a.slug, b.slug)),
  };
}
