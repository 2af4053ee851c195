/** One paper, one page: identifiers, titles and abstracts that two pages share. */
import type { Report } from '../../src/contract/findings.ts';
import { foldTitle } from '../../src/contract/folded-title.ts';
import type { Page } from '../../src/contract/page.ts';
import { findSimilar } from './similar.ts';
import { placeIn, type PaperSummary } from './summary.ts';

/** What names a paper, and how two spellings of it are compared. */
const identifiers = [
  { field: 'arxiv', fold: (value: string) => value },
  { field: 'doi', fold: (value: string) => value.toLowerCase() },
  { field: 'openreview', fold: (value: string) => value },
  { field: 'title', fold: foldTitle },
] as const;

/** @param papers of the whole survey; findings stand on those that were parsed */
export function checkPapers(papers: readonly PaperSummary[], report: Report): void {
  const reported = new Set<string>();
  for (const { field, fold } of identifiers) {
    const owners = new Map<string, PaperSummary>();
    for (const page of papers) {
      const value = page[field];
      if (value === undefined) continue;
      const owner = owners.get(fold(value));
      if (!owner) {
        owners.set(fold(value), page);
        continue;
      }
      if (reported.has(`${owner.slug} ${page.slug}`)) continue;
      reported.add(`${owner.slug} ${page.slug}`);
      report.add('paper-unique', page.path, placeIn(page, [field]), {
        message: `Unexpected ${field} "${value}", which ${owner.path} has too`,
        expected: 'one page a paper',
        hint: `If they are one paper, run: scholium merge-records ${owner.slug} ${page.slug}`,
      });
    }
  }
  const abstracts = papers.map(({ abstract }) => abstract);
  for (const [first, second, share] of findSimilar(abstracts)) {
    const [owner, page] = [papers[first], papers[second]];
    if (!owner || !page || reported.has(`${owner.slug} ${page.slug}`)) continue;
    report.add('paper-similar', page.path, page.page?.abstract[0]?.position, {
      message: `Unexpected likeness: ${Math.round(share * 100)} % of the words stand in ${owner.path} too`,
      expected: 'abstracts of different papers',
      hint: `If they are one paper, run: scholium merge-records ${owner.slug} ${page.slug}`,
    });
  }
  for (const { page } of papers) if (page) checkYear(page, report);
}

/** arXiv ids since 2007 start with year and month; the older ones name the year after the archive. */
function checkYear({ path, data, yaml }: Page, report: Report): void {
  const digits = data.arxiv && /(?:^|\/)(\d{2})/.exec(data.arxiv)?.[1];
  if (!digits || data.year === undefined) return;
  const preprint = Number(digits) + (Number(digits) > 90 ? 1900 : 2000);
  if (data.year === preprint) return;
  report.add('year-plausible', path, yaml.placeOf(['year']), {
    message: `Unexpected year ${data.year} of the preprint arXiv:${data.arxiv}`,
    expected: String(preprint),
    hint: 'The year of the venue stands in "venue".',
  });
}
