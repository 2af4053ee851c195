/** Feeds: the newest papers of the survey and of each chapter, and what changed. */
import { getRssString } from '@astrojs/rss';
import { listChanges } from '../contract/changes.ts';
import { compareText } from '../contract/findings.ts';
import { toByline } from '../contract/byline.ts';
import { changesPath, chapterPath, feedPath, paperPath } from '../lib/links.ts';
import { strings } from '../lib/strings.ts';
import type { LoadedPaper } from '../load/papers.ts';
import type { LoadedSurvey } from '../load/survey.ts';
import { makeAbsolute } from './site.ts';

/** So many papers are in a feed: it tells what is new, and the files of the survey have the rest. */
const mostItems = 100;

type Item = { title: string; link: string; description: string; date: string | undefined; guid?: string };
type Feed = { path: `/${string}`; title: string; description: string; page: `/${string}`; items: Item[] };

/** By path; dates are those of captures and of the version, never of the clock. */
export async function makeFeeds(survey: LoadedSurvey): Promise<[path: string, xml: string][]> {
  const { title, description } = survey.survey;
  const newest = [...survey.papers].sort(compareNewest(survey));
  const toItems = (papers: readonly LoadedPaper[]) => papers.slice(0, mostItems).map((paper) => toItem(paper, survey));
  const feeds: Feed[] = [
    { path: feedPath(), title, description, page: '/', items: toItems(newest) },
    ...survey.chapters.map(({ id, title: name, scope }): Feed => {
      const papers = newest.filter(({ data }) => data.chapter === id);
      return { path: feedPath(id), title: `${name} · ${title}`, description: scope, page: chapterPath(id), items: toItems(papers) };
    }),
    {
      path: changesPath('feed'),
      title: `${strings.changes.title} · ${title}`,
      description: strings.changes.lead,
      page: changesPath(),
      items: toChangeItems(survey),
    },
  ];
  return Promise.all(feeds.map(async (feed) => [feed.path, await writeFeed(feed, survey)] as [string, string]));
} // prettier-ignore

/** Newest in the survey, then newest as a preprint; what nobody dates comes last. */
function compareNewest({ records }: LoadedSurvey) {
  const added = ({ slug }: LoadedPaper) => records.get(slug)?.added ?? '';
  const published = ({ slug, data }: LoadedPaper) => records.get(slug)?.published ?? String(data.year ?? '');
  return (a: LoadedPaper, b: LoadedPaper): number =>
    compareText(added(b), added(a)) || compareText(published(b), published(a)) || compareText(a.slug, b.slug);
}

function toItem({ slug, data, text }: LoadedPaper, survey: LoadedSurvey): Item {
  const by = [toByline(data.authors ?? []), data.venue ?? data.year].filter(Boolean).join(', ');
  return {
    title: text.title.text,
    link: makeAbsolute(survey)(paperPath(slug)),
    description: [by, text.headline?.text ?? text.abstract].filter(Boolean).join('. '),
    date: survey.records.get(slug)?.added,
  };
}

function toChangeItems(survey: LoadedSurvey): Item[] {
  const { papers, records, settlements } = survey;
  const address = makeAbsolute(survey);
  const titles = new Map(papers.map(({ slug, text }) => [slug, text.title.text]));
  const words = strings.changes;
  const { added, corrected, withdrawn } = listChanges([...titles.keys()], records, settlements);
  const { released } = survey.survey;
  return [
    ...withdrawn.map(({ slug, why }) => ({
      title: words.withdrawnPaper(slug),
      link: address(paperPath(slug)),
      description: why,
      date: released,
      guid: `withdrawn-${slug}`,
    })),
    ...corrected.map(({ slug, fields, settled }) => ({
      title: words.correctedPaper(titles.get(slug) ?? slug),
      link: `${address(changesPath())}#corrected-${slug}`,
      description: [...fields.map((field) => strings.aboutPage.fields[field]), ...settled.map(({ text, why }) => `“${text}”: ${why}`)].join('; '),
      date: released,
    })),
    ...added.flatMap(({ date, slugs }) =>
      date === undefined
        ? []
        : [{
            title: words.addedPapers(slugs.length),
            link: `${address(changesPath())}#added-${date}`,
            description: slugs.map((slug) => titles.get(slug) ?? slug).join('; '),
            date,
          }],
    ),
  ].sort((a, b) => compareText(b.date, a.date));
} // prettier-ignore

async function writeFeed({ path, title, description, page, items }: Feed, survey: LoadedSurvey): Promise<string> {
  const address = makeAbsolute(survey);
  const { language } = survey.survey;
  const xml = await getRssString({
    title,
    description,
    site: address(page),
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: `<language>${language}</language><atom:link href="${address(path)}" rel="self" type="application/rss+xml"/>`,
    items: items.map(({ date, guid, ...item }) => ({
      ...item,
      ...(date ? { pubDate: new Date(date) } : {}),
      ...(guid ? { customData: `<guid isPermaLink="false">${guid}</guid>` } : {}),
    })),
  });
  return `${xml}\n`;
} // prettier-ignore
