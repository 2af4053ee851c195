/** The papers of a chapter side by side, with their links. */
import { toByline } from '../contract/byline.ts';
import { toComparison } from '../contract/comparison.ts';
import { toIndexLink } from './index-view.ts';
import { href, paperPath } from './links.ts';
import type { LinkView } from './site-view.ts';
import type { Section, Survey } from './survey.ts';

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

export function toComparisonView(sections: readonly Section[], survey: Survey): ComparisonRow[] {
  return toComparison(sections).map(({ paper, method, benchmarks, year, ...row }) => ({
    ...row,
    title: { label: paper.title.html, href: href(paperPath(paper.slug)) },
    byline: toByline(paper.data.authors ?? []),
    ...(method ? { method: toIndexLink('methods', method, survey) ?? { label: method } } : {}),
    benchmarks: benchmarks.map((label) => toIndexLink('benchmarks', label, survey) ?? { label }),
    ...(year === undefined
      ? {}
      : { year: toIndexLink('years', String(year), survey) ?? { label: String(year) } }),
  }));
}
