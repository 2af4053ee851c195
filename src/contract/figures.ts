/** The survey counted: the flow from the entries of the listings to the pages. */
import { compareText } from './findings.ts';
import type { ShownRecord } from './record.ts';
import type { FrontMatter } from './schema.ts';

export type SurveyFigures = {
  listings: number;
  /** Papers as the listings give them. */
  entries: number;
  /** Entries that turned out to be a paper that was there already. */
  merged: number;
  records: number;
  pages: number;
  withdrawn: number;
  entriesByListing: Record<string, number>;
  pagesByChapter: Record<string, number>;
  pagesBySection: Record<string, Record<string, number>>;
  pagesByYear: Record<string, number>;
};

type Filed = Pick<FrontMatter, 'chapter' | 'section' | 'year'>;

export function countSurvey(records: readonly ShownRecord[], pages: readonly Filed[]): SurveyFigures {
  const sightings = records.flatMap((record) => record.sightings);
  const entriesByListing = tally(sightings.map(({ listing }) => listing));
  const chapters = [...new Set(pages.map(({ chapter }) => chapter))].sort(compareText);
  return {
    listings: Object.keys(entriesByListing).length,
    entries: sightings.length,
    merged: sightings.length - records.filter((record) => record.sightings.length > 0).length,
    records: records.length,
    pages: pages.length,
    withdrawn: records.filter((record) => record.withdrawn).length,
    entriesByListing,
    pagesByChapter: tally(pages.map(({ chapter }) => chapter)),
    pagesBySection: Object.fromEntries(
      chapters.map((id) => [
        id,
        tally(pages.filter(({ chapter }) => chapter === id).map(({ section }) => section)),
      ]),
    ),
    pagesByYear: tally(pages.map(({ year }) => String(year ?? 'unknown'))),
  };
}

function tally(names: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => compareText(a, b)));
}
