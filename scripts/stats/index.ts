/** What the survey consists of, counted from its files: the flow from listings to pages, and what is still open. */
import type { Content } from '../content.ts';

export type Counts = {
  listings: number;
  entries: number;
  records: number;
  pages: number;
  withdrawn: number;
  perListing: Record<string, number>;
  perChapter: Record<string, number>;
  perSection: Record<string, Record<string, number>>;
  perYear: Record<string, number>;
  /** From entries to pages: every number is the one before it less what the step took away. */
  flow: { entries: number; duplicates: number; records: number; withdrawn: number; pages: number };
  restorations: Record<string, number>;
  doubts: number;
  edited: number;
  conflicts: number;
  factsWithoutPublicSource: number;
  factsConfirmedOnce: number;
};

export function countSurvey({ chapters, facts, pages, records }: Content): Counts {
  const all = [...records.values()];
  const sightings = all.flatMap((record) => record.sightings);
  const perSection = chapters.map(({ id, sections }) => {
    const filed = pages.filter(({ data }) => data.chapter === id);
    const counts = sections.map(
      ({ name }) => [name, filed.filter(({ data }) => data.section === name).length] as const,
    );
    return [id, Object.fromEntries(counts)] as const;
  });
  const withdrawn = all.filter((record) => record.withdrawn).length;
  const perListing = tally(sightings.map(({ listing }) => listing));
  return {
    listings: Object.keys(perListing).length,
    entries: sightings.length,
    records: all.length,
    pages: pages.length,
    withdrawn,
    perListing,
    perChapter: Object.fromEntries(
      chapters.map(({ id }) => [id, pages.filter(({ data }) => data.chapter === id).length]),
    ),
    perSection: Object.fromEntries(perSection),
    perYear: tally(pages.map(({ data }) => String(data.year ?? 'unknown'))),
    flow: {
      entries: sightings.length,
      duplicates: sightings.length - all.length,
      records: all.length,
      withdrawn,
      pages: pages.length,
    },
    restorations: tally(all.flatMap(({ restoration }) => restoration?.changes.map(({ rule }) => rule) ?? [])),
    doubts: all.reduce((sum, { restoration }) => sum + (restoration?.doubts.length ?? 0), 0),
    edited: all.filter(({ edited }) => edited).length,
    conflicts: all.reduce((sum, { conflicts }) => sum + (conflicts?.length ?? 0), 0),
    factsWithoutPublicSource: facts.filter(({ value }) => !value.sources?.length).length,
    factsConfirmedOnce: facts.filter(({ value }) => value.confirmations <= 1).length,
  };
}

/** The counts as lines for people. */
export function printCounts(counts: Counts): string {
  const { flow } = counts;
  return [
    `${counts.listings} listings: ${flow.entries} entries − ${flow.duplicates} duplicates = ${flow.records} records − ${flow.withdrawn} withdrawn = ${flow.pages} pages`,
    ...printTable('listing', counts.perListing),
    ...printTable('chapter', counts.perChapter),
    ...Object.entries(counts.perSection).flatMap(([chapter, sections]) => printTable(chapter, sections)),
    ...printTable('year', counts.perYear),
    ...printTable('restored by rule', counts.restorations),
    `open doubts: ${counts.doubts}`,
    `pages with edits: ${counts.edited}, conflicts: ${counts.conflicts}`,
    `facts without a public source: ${counts.factsWithoutPublicSource}, confirmed once: ${counts.factsConfirmedOnce} (scholium stats --facts lists them)`,
    '',
  ].join('\n');
}

function printTable(title: string, rows: Record<string, number>): string[] {
  return [
    `by ${title}:`,
    ...Object.entries(rows).map(([name, count]) => `  ${String(count).padStart(5)}  ${name}`),
  ];
}

/** How often each text occurs, in the order of the texts. */
function tally(texts: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
