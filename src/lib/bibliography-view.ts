/** What a text cites, as a list of references; the cards of its citations show the same lines. */
import { compareText } from '../contract/findings.ts';
import { assignLetters, toReferenceKey } from '../contract/byline.ts';
import { toCitation, type Citation } from './citation.ts';
import type { Named } from './entries.ts';
import type { Survey } from './survey.ts';

export type ReferenceView = {
  /** Id of the line on its page. */
  ref: string;
  authors: string;
  year: string;
  title: { html: string } | { text: string };
  /** Whether the title ends a sentence by itself. */
  asks: boolean;
  href?: string;
  venue?: string;
  headline?: string;
};

/** By family name of the first author, then year, then title. */
export function toReferences(named: readonly Named[], survey: Survey): ReferenceView[] {
  const lines = named.flatMap(({ kind, id }) => {
    const line = kind === 'work' ? toWork(id, survey) : toPaper(id, survey);
    return line ? [line] : [];
  });
  const unique = [...new Map(lines.map((line) => [line.view.ref, line])).values()];
  const letters = assignLetters(unique.map(({ citation }) => citation));
  return unique
    .sort((a, b) => compareText(a.key, b.key))
    .map(({ view }) => ({ ...view, year: view.year + (letters.get(view.ref) ?? '') }));
}

type Line = { key: string; citation: Citation; view: ReferenceView };

function toPaper(slug: string, { bySlug }: Survey): Line | undefined {
  const paper = bySlug.get(slug);
  if (!paper) return undefined;
  const { authors = [], year, venue } = paper.data;
  const citation = toCitation(slug, paper);
  const { ref, href } = citation;
  return toLine(authors, String(year ?? ''), citation, {
    ref,
    title: { html: paper.title.html },
    ...(href ? { href } : {}),
    ...(venue ? { venue } : {}),
    ...(paper.headline ? { headline: paper.headline.html } : {}),
  });
}

function toWork(key: string, { survey }: Survey): Line | undefined {
  const work = survey.works[key];
  if (!work) return undefined;
  const { authors, year = '', venue, title, ref, href } = work;
  return toLine(authors, year, work, {
    ref,
    title: { text: title },
    ...(href ? { href } : {}),
    ...(venue ? { venue } : {}),
  });
}

function toLine(
  authors: readonly string[],
  year: string,
  citation: Citation,
  rest: Omit<ReferenceView, 'authors' | 'year' | 'asks'>,
): Line {
  const { title } = citation;
  const key = toReferenceKey({ authors, year, title });
  return { key, citation, view: { authors: authors.join(', '), year, asks: /[.?!]$/.test(title), ...rest } };
}
