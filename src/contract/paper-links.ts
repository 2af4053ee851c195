/** Where a paper is found outside the survey, and where it appeared. */
import type { FrontMatter } from './schema.ts';

export type PaperLink = {
  kind: 'arxiv' | 'pdf' | 'code' | 'repository' | 'openreview' | 'doi';
  address: string;
  /** What names the paper at that place, where it is worth showing. */
  id?: string;
};

export function listPaperLinks({ arxiv, doi, openreview, code, repository }: FrontMatter): PaperLink[] {
  return [
    ...(arxiv
      ? [
          { kind: 'arxiv' as const, address: `https://arxiv.org/abs/${arxiv}`, id: arxiv },
          { kind: 'pdf' as const, address: `https://arxiv.org/pdf/${arxiv}` },
        ]
      : []),
    ...(code ? [{ kind: 'code' as const, address: code }] : []),
    ...(repository && repository !== code ? [{ kind: 'repository' as const, address: repository }] : []),
    ...(openreview
      ? [
          {
            kind: 'openreview' as const,
            address: `https://openreview.net/forum?id=${openreview}`,
            id: openreview,
          },
        ]
      : []),
    ...(doi ? [{ kind: 'doi' as const, address: `https://doi.org/${encodeURI(doi)}`, id: doi }] : []),
  ];
}

/** Venue and year of the first preprint; once where the venue says the year itself. */
export function toImprint({ venue, year }: FrontMatter): string[] {
  if (venue === undefined) return year === undefined ? [] : [String(year)];
  return year === undefined || venue.includes(String(year)) ? [venue] : [venue, String(year)];
}
