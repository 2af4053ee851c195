/** The papers of an export in the forms that they are given away in. */
import { toBibtex } from '../../src/contract/citations/bibtex.ts';
import { toCslItem } from '../../src/contract/citations/csl.ts';
import { toExportedPaper } from '../../src/contract/exported-paper.ts';
import { parsePhrasing } from '../../src/contract/phrasing.ts';
import { toReadable } from '../../src/contract/readable-math.ts';
import type { PublishedPaper } from '../../src/contract/survey-files.ts';
import { makeVenueFinder } from '../../src/contract/venue.ts';
import type { Content } from '../content.ts';
import type { SelectedPaper } from './select.ts';

export function publishPapers(papers: readonly SelectedPaper[], { venues }: Content): PublishedPaper[] {
  const find = makeVenueFinder(venues.map(({ value }) => value));
  return papers.map(({ page, record }) => {
    const { slug, data, source, abstractRange } = page;
    const { published, added, listed } = record ?? {};
    const title = toReadable(parsePhrasing(data.title));
    const item = toCslItem({ slug, data, title, published, listed }, find);
    return {
      item,
      bibtex: toBibtex({ item, title: data.title, abstract: toReadable(page.abstract) }),
      row: toExportedPaper({ slug, data, abstract: source.slice(abstractRange.start, abstractRange.end), published, added, listed }),
    };
  });
} // prettier-ignore
