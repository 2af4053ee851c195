/** The papers of a chapter side by side. */
import { toByline } from './citation.ts';
import { toIndexLink } from './index-view.ts';
import { href, paperPath } from './links.ts';
import type { LinkView } from './site-view.ts';
import { strings } from './strings.ts';
import type { Chapter, Survey } from './survey.ts';

export type ComparisonRow = {
  title: LinkView;
  byline: string;
  section: string;
  method?: Partial<LinkView>;
  contribution?: string;
  benchmarks: Partial<LinkView>[];
  code?: string;
  year?: LinkView | { label: string };
};

/** In the order of the sections, and in each in reading order. */
export function toComparison({ sections }: Chapter, survey: Survey): ComparisonRow[] {
  return sections.flatMap(({ name, papers }) =>
    papers.map(({ slug, data, title, method }) => {
      const { authors = [], contribution, benchmarks = [], code, repository, year } = data;
      const address = code ?? repository;
      return {
        title: { label: title.html, href: href(paperPath(slug)) },
        byline: toByline(authors),
        section: name,
        ...(method ? { method: toIndexLink('methods', method, survey) ?? { label: method } } : {}),
        ...(contribution ? { contribution: strings.contributions[contribution] } : {}),
        benchmarks: benchmarks.map((label) => toIndexLink('benchmarks', label, survey) ?? { label }),
        ...(address ? { code: address } : {}),
        ...(year === undefined
          ? {}
          : { year: toIndexLink('years', String(year), survey) ?? { label: String(year) } }),
      };
    }),
  );
}
