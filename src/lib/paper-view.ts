/** A paper's page as plain values: everything that it shows, so that their digest is the key of its HTML. */
import { toByline } from '../contract/byline.ts';
import type { PaperEntry } from './entries.ts';
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

export type PaperView = {
  kind: 'paper';
  slug: string;
  title: { html: string; text: string };
  description: string;
  authors: Partial<LinkView>[];
  imprint: string[];
  links: LinkView[];
  headline?: string;
  htmlDigest: string;
  chapter: LinkView;
  chapterId: string;
  section: LinkView;
  glance: { label: string; values: Partial<LinkView>[] }[];
  relations: RelationView[];
  references: ReferenceView[];
  sources: string[];
  cite: CiteView;
  /** What its head says to machines. */
  metadata: Pick<PaperEntry, 'item' | 'abstract' | 'published'>;
  correction?: CorrectionView;
  fix?: FixView;
  previous?: LinkView;
  next?: LinkView;
};

export function toPaperView(paper: PaperEntry, survey: Survey): PaperView {
  const { slug, data, title, abstract, headline, htmlDigest } = paper;
  const chapter = survey.chapters.find(({ id }) => id === data.chapter);
  const section = chapter?.sections.find(({ name }) => name === data.section);
  if (!chapter || !section) throw new Error(`The paper ${slug} is filed nowhere`);
  const at = section.papers.indexOf(paper);
  const [previous, next] = [section.papers[at - 1], section.papers[at + 1]];
  const correction = toCorrectionView(slug, survey);
  const fix = toPaperFix(paper, survey);
  const chapterHref = href(chapterPath(chapter.id));
  return {
    kind: 'paper',
    slug,
    title,
    description: shorten(headline?.text ?? abstract),
    authors: (data.authors ?? []).map((name) => toIndexLink('authors', name, survey) ?? { label: name }),
    imprint: toImprint(data),
    links: toLinks(paper),
    ...(headline ? { headline: headline.html } : {}),
    htmlDigest,
    chapter: { label: chapter.title, href: chapterHref },
    chapterId: chapter.id,
    section: { label: section.name, href: `${chapterHref}#${section.anchor}` },
    glance: toGlance(paper, survey),
    relations: toRelations(paper, survey),
    references: toReferences(
      paper.references.flatMap(({ kind, id }) => (kind === 'term' ? [] : [{ kind, id }])),
      survey,
    ),
    sources: paper.sightings.map(({ listing, title: place }) =>
      [strings.sourceLine(listing, place.line), toCapture(survey.survey.captures[listing])].join(', '),
    ),
    cite: toCiteView(paper),
    metadata: { item: paper.item, abstract, ...(paper.published ? { published: paper.published } : {}) },
    ...(correction ? { correction } : {}),
    ...(fix ? { fix } : {}),
    ...(previous ? { previous: toNeighbour(previous) } : {}),
    ...(next ? { next: toNeighbour(next) } : {}),
  };
}

export function toPaperLine({ slug, data, title, headline }: PaperEntry): PaperLine {
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
