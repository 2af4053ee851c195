/**
 * A paper's page as plain values, in two halves. What the paper itself says follows from its entry and its details, whose digest
 * is known, so it is made only for a page that is rendered; what stands around it is made for all, and is in the key of the page.
 */
import { toByline } from '../contract/byline.ts';
import type { PaperDetails, PaperEntry, SurveyEntry } from './entries.ts';
import { toCorrectionView, type CorrectionView } from './changes-view.ts';
import { toCiteView, type CiteView } from './cite-view.ts';
import { toReferences, type ReferenceView } from './bibliography-view.ts';
import { toPaperFix, type FixView } from './fix-view.ts';
import { toIndexLink } from './index-view.ts';
import { chapterPath, href, paperPath } from './links.ts';
import type { IndexKind } from '../contract/indexes.ts';
import { listPaperLinks, toImprint } from '../contract/paper-links.ts';
import { formatDate } from '../contract/words.ts';
import { toRelations, type RelationView } from './relations-view.ts';
import type { LinkView } from './site-view.ts';
import { strings } from './strings.ts';
import type { Survey } from './survey.ts';

/** A paper in a list. */
export type PaperLine = {
  href: string;
  title: string;
  byline: string;
  year: string;
  venue?: string;
  headline?: string;
};

export type PaperView = PaperOwn & PaperAround;

/** What the entry of the paper says. */
export type PaperOwn = {
  slug: string;
  title: { html: string; text: string };
  description: string;
  imprint: string[];
  links: LinkView[];
  headline?: string;
  chapterId: string;
  sources: string[];
  cite: CiteView;
  /** What its head says to machines. */
  metadata: Pick<PaperDetails, 'item' | 'abstract'> & Pick<PaperEntry, 'published'>;
  fix?: FixView;
};

/** What other pages give. */
export type PaperAround = {
  authors: Partial<LinkView>[];
  chapter: LinkView;
  section: LinkView;
  glance: { label: string; values: Partial<LinkView>[] }[];
  relations: RelationView[];
  references: ReferenceView[];
  correction?: CorrectionView;
  previous?: LinkView;
  next?: LinkView;
};

/** As much of the survey as what papers say of themselves is told with. */
export type PaperSurvey = Pick<SurveyEntry, 'captures'> & Partial<Pick<SurveyEntry, 'repository' | 'branch'>>;

export function toPaperSurvey({ captures, repository, branch }: SurveyEntry): PaperSurvey {
  return { captures, ...(repository ? { repository } : {}), ...(branch ? { branch } : {}) };
}

export function toPaperOwn(paper: PaperEntry, details: PaperDetails, survey: PaperSurvey): PaperOwn {
  const { slug, data, title, headline } = paper;
  const { abstract, item, sightings } = details;
  const fix = toPaperFix(paper, survey);
  return {
    slug,
    title,
    description: shorten(headline?.text ?? abstract),
    imprint: toImprint(data),
    links: toLinks(paper),
    ...(headline ? { headline: headline.html } : {}),
    chapterId: data.chapter,
    sources: sightings.map(({ listing, title: place }) =>
      [strings.sourceLine(listing, place.line), toCapture(survey.captures[listing])].join(', '),
    ),
    cite: toCiteView(slug, details),
    metadata: { item, abstract, ...(paper.published ? { published: paper.published } : {}) },
    ...(fix ? { fix } : {}),
  };
}

export function toPaperAround(paper: PaperEntry, survey: Survey): PaperAround {
  const { slug, data } = paper;
  const chapter = survey.chapters.find(({ id }) => id === data.chapter);
  const section = chapter?.sections.find(({ name }) => name === data.section);
  if (!chapter || !section) throw new Error(`The paper ${slug} is filed nowhere`);
  const at = section.papers.indexOf(paper);
  const [previous, next] = [section.papers[at - 1], section.papers[at + 1]];
  const correction = toCorrectionView(slug, survey);
  const chapterHref = href(chapterPath(chapter.id));
  return {
    authors: (data.authors ?? []).map((name) => toIndexLink('authors', name, survey) ?? { label: name }),
    chapter: { label: chapter.title, href: chapterHref },
    section: { label: section.name, href: `${chapterHref}#${section.anchor}` },
    glance: toGlance(paper, survey),
    relations: toRelations(paper, survey),
    references: toReferences(paper.named, survey),
    ...(correction ? { correction } : {}),
    ...(previous ? { previous: toNeighbour(previous) } : {}),
    ...(next ? { next: toNeighbour(next) } : {}),
  };
}

const known = new WeakMap<PaperEntry, PaperLine>();

/** A paper stands in many lists. */
export function toPaperLine(paper: PaperEntry): PaperLine {
  let line = known.get(paper);
  if (!line) known.set(paper, (line = makePaperLine(paper)));
  return line;
}

function makePaperLine({ slug, data, title, headline }: PaperEntry): PaperLine {
  return {
    href: href(paperPath(slug)),
    title: title.html,
    byline: toByline(data.authors ?? []),
    year: String(data.year ?? strings.undated),
    ...(data.venue ? { venue: data.venue } : {}),
    ...(headline ? { headline: headline.html } : {}),
  };
}

function toLinks({ data }: PaperEntry): LinkView[] {
  const { links } = strings;
  return listPaperLinks(data).map(({ kind, address, id = '' }) => ({
    label: kind === 'arxiv' ? links.arxiv(id) : links[kind],
    href: address,
  }));
}

function toGlance({ data, method }: PaperEntry, survey: Survey): PaperView['glance'] {
  const { contribution, benchmarks = [], also = [], code, repository, year } = data;
  const { glance } = strings;
  const link = (kind: IndexKind, name: string): Partial<LinkView> =>
    toIndexLink(kind, name, survey) ?? { label: name };
  const rows: PaperView['glance'] = [
    { label: glance.method, values: method ? [link('methods', method)] : [] },
    {
      label: glance.contribution,
      values: contribution ? [{ label: strings.contributions[contribution] }] : [],
    },
    { label: glance.benchmarks, values: benchmarks.map((name) => link('benchmarks', name)) },
    {
      label: glance.code,
      values: [...new Set([code, repository])].flatMap((address) =>
        address ? [{ label: toShortAddress(address), href: address }] : [],
      ),
    },
    { label: glance.year, values: year === undefined ? [] : [link('years', String(year))] },
    {
      label: glance.also,
      values: survey.chapters
        .filter(({ id }) => also.includes(id))
        .map(({ id, title }) => ({ label: title, href: href(chapterPath(id)) })),
    },
  ];
  return rows.filter(({ values }) => values.length > 0);
}

/** `https://github.com/who/what` as github.com/who/what. */
function toShortAddress(address: string): string {
  return address.replace(/^https?:\/\/(?:www\.)?|\/+$/g, '');
}

function toCapture(date: string | null | undefined): string {
  return date ? strings.captured(formatDate(date)) : strings.capturedUnknown;
}

function toNeighbour({ slug, title }: PaperEntry): LinkView {
  return { label: title.html, href: href(paperPath(slug)) };
}

/** Cut at a word, as search engines show descriptions. */
function shorten(text: string, length = 200): string {
  return text.length <= length ? text : `${text.slice(0, length).replace(/\s+\S*$/, '')} …`;
}
