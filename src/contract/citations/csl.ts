/** A paper as a CSL item: the form from which all citations are made, and that reference managers read as CSL-JSON. */
import { parseName } from '../person-name.ts';
import type { FrontMatter } from '../schema.ts';
import { parseVenue, type VenueFinder } from '../venue.ts';

export type CslName = {
  given?: string;
  'non-dropping-particle'?: string;
  family?: string;
  suffix?: string;
  literal?: string;
};

/** A preprint is an `article`; what is known neither from a venue nor from arXiv is a `document`. */
export type CslItem = {
  /** The slug of the paper: it is unique in the survey and never changes. */
  id: string;
  'citation-key': string;
  type: 'article' | 'article-journal' | 'document' | 'paper-conference';
  genre?: 'preprint';
  title: string;
  author?: CslName[];
  issued?: { 'date-parts': [[number] | [number, number]] };
  'container-title'?: string;
  volume?: string;
  issue?: string;
  publisher?: string;
  number?: string;
  archive?: string;
  archive_location?: string;
  DOI?: string;
  URL?: string;
};

export type CitedPaper = {
  slug: string;
  data: Pick<FrontMatter, 'authors' | 'year' | 'venue' | 'arxiv' | 'doi' | 'openreview'>;
  /** As plain text, every formula once. */
  title: string;
  /** Month of the first preprint, `2023-06`, or its year. */
  published?: string | undefined;
};

const kinds = { conference: 'paper-conference', journal: 'article-journal' } as const;

export function toCslItem({ slug, data, title, published }: CitedPaper, find: VenueFinder): CslItem {
  const { authors = [], venue, arxiv } = data;
  const where = venue === undefined ? undefined : parseVenue(venue, find);
  const doi = data.doi ?? (where || !arxiv ? undefined : toArxivDoi(arxiv));
  const issued = toIssued(where ? (where.year ?? data.year) : (published ?? data.year));
  const address = toAddress(data);
  return {
    id: slug,
    'citation-key': slug,
    type: where ? kinds[where.kind] : arxiv ? 'article' : 'document',
    ...(!where && arxiv ? { genre: 'preprint' as const } : {}),
    title,
    ...(authors.length > 0 ? { author: authors.map(toCslName) } : {}),
    ...(issued ? { issued } : {}),
    ...(where ? { 'container-title': where.name } : {}),
    ...(where?.volume ? { volume: where.volume } : {}),
    ...(where?.issue ? { issue: where.issue } : {}),
    ...(!where && arxiv ? { publisher: 'arXiv', number: `arXiv:${arxiv}` } : {}),
    ...(arxiv ? { archive: 'arXiv', archive_location: arxiv } : {}),
    ...(doi ? { DOI: doi } : {}),
    ...(address ? { URL: address } : {}),
  };
}

/** arXiv registers one for every preprint. */
export function toArxivDoi(arxiv: string): string {
  return `10.48550/arXiv.${arxiv}`;
}

/** Where the paper can be read. */
export function toAddress({ arxiv, openreview, doi }: CitedPaper['data']): string | undefined {
  if (arxiv) return `https://arxiv.org/abs/${arxiv}`;
  if (openreview) return `https://openreview.net/forum?id=${openreview}`;
  return doi && `https://doi.org/${encodeURI(doi)}`;
}

export function toCslName(name: string): CslName {
  const parts = parseName(name);
  if ('organisation' in parts) return { literal: parts.organisation };
  const { given, particle, family, suffix } = parts;
  return {
    given,
    ...(particle ? { 'non-dropping-particle': particle } : {}),
    family,
    ...(suffix ? { suffix } : {}),
  };
}

function toIssued(date: string | number | undefined): CslItem['issued'] {
  if (date === undefined) return undefined;
  const [year = 0, month] = String(date).split('-').map(Number);
  return { 'date-parts': [month === undefined ? [year] : [year, month]] };
}
