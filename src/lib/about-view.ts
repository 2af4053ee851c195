/** How the survey was made, in figures: all of them are counted from its records. */
import { ways, type Way } from '../contract/decisions.ts';
import { citeSurvey, isPlaceholder, type SurveyCitation } from './cite-survey.ts';
import type { FlowStep } from './flow-figure.ts';
import { formatCount, formatDate } from '../contract/words.ts';
import { strings } from './strings.ts';
import type { Survey } from './survey.ts';

export type AboutView = {
  steps: FlowStep[];
  decisions: { field: string; counts: { way: Way; count: string }[] }[];
  restored: string;
  flow: { label: string; count: string; note?: string }[];
  listings: { name: string; captured: string; entries: string }[];
  chapters: { title: string; papers: string }[];
  licences: Survey['survey']['licences'];
  repository?: string;
  /** The sections that the survey says of itself, as HTML. */
  sections?: string;
  citation: SurveyCitation;
};

export function toAboutView({ survey, chapters }: Survey): AboutView {
  const { figures, captures, licences, repository, decisions, restored, about } = survey;
  const { flow } = strings.aboutPage;
  const { short } = strings.aboutPage;
  return {
    steps: [
      { label: short.listings, count: formatCount(figures.listings) },
      {
        label: short.entries,
        count: formatCount(figures.entries),
        aside: { label: short.merged, count: formatCount(figures.merged) },
      },
      {
        label: short.records,
        count: formatCount(figures.records),
        ...(figures.withdrawn > 0
          ? { aside: { label: short.withdrawn, count: formatCount(figures.withdrawn) } }
          : {}),
      },
      { label: short.pages, count: formatCount(figures.pages) },
    ],
    decisions: decisions.map(({ field, ways: counts }) => ({
      field: strings.aboutPage.fields[field],
      counts: ways.map((way) => ({ way, count: counts[way] === 0 ? '–' : formatCount(counts[way]) })),
    })),
    restored: strings.aboutPage.restored(restored.changes, restored.doubts),
    flow: [
      { label: flow.listings, count: formatCount(figures.listings) },
      { label: flow.entries, count: formatCount(figures.entries) },
      { label: flow.merged, count: formatCount(figures.merged), note: flow.mergedWhy },
      { label: flow.records, count: formatCount(figures.records) },
      ...(figures.withdrawn > 0 ? [{ label: flow.withdrawn, count: formatCount(figures.withdrawn) }] : []),
      { label: flow.pages, count: formatCount(figures.pages) },
    ],
    listings: Object.entries(figures.entriesByListing).map(([name, entries]) => ({
      name,
      captured: captures[name] ? formatDate(captures[name]) : strings.aboutPage.unknown,
      entries: formatCount(entries),
    })),
    chapters: chapters.map(({ title, count }) => ({ title, papers: formatCount(count) })),
    licences,
    ...(about ? { sections: about.sections } : {}),
    citation: citeSurvey(survey),
    ...(repository === undefined || isPlaceholder(repository) ? {} : { repository }),
  };
}
