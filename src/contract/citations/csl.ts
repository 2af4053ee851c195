/** A paper as a CSL item: the form from which all citations are made, and that reference managers read as CSL-JSON. */
import type { Listed } from '../record.ts';
import type { FrontMatter } from '../schema.ts';
import { parseVenue, type VenueFinder } from '../venue.ts';
import { toCslName, type CslName } from './csl-name.ts';
import { describe } from './extra.ts';
import type { variables, Variable } from './variables.ts';

/** Year, month, day; a period has two. */
type DateParts = [number] | [number, number] | [number, number, number];
export type CslDate = { 'date-parts': [DateParts] | [DateParts, DateParts] };

type ValueOf<Row> = Row extends { kind: 'names' }
  ? CslName[]
  : Row extends { kind: 'date' }
    ? CslDate | { literal: string }
    : string;
type Described = { -readonly [Name in Exclude<Variable, 'issued'>]?: ValueOf<(typeof variables)[Name]> };

/** A preprint is an `article`; what is known neither from a venue nor from arXiv is a `document`. */
export type CslItem = Described & {
  /** The slug of the paper: it is unique in the survey and never changes. */
  id: string;
  'citation-key': string;
  type: string;
  title: string;
  author?: CslName[];
  issued?: CslDate;
  'container-title'?: string;
  archive?: string;
  archive_location?: string;
  DOI?: string;
  /** What a listing says under names that CSL does not have. */
  custom?: Record<string, string>;
};

export type CitedPaper = {
  slug: string;
  data: Pick<FrontMatter, 'authors' | 'year' | 'venue' | 'arxiv' | 'doi' | 'openreview'>;
  /** As plain text, every formula once. */
  title: string;
  /** Month of the first preprint, `2023-06`, or its year. */
  published?: string | undefined;
  /** What listings say beside the fields of the page. */
  listed?: Pick<Listed, 'venue' | 'extra'> | undefined;
};

const kinds = { conference: 'paper-conference', journal: 'article-journal' } as const;

export function toCslItem({ slug, data, title, published, listed }: CitedPaper, find: VenueFinder): CslItem {
  const { authors = [], venue, arxiv } = data;
  const described = describe(listed?.extra ?? {}, venue === listed?.venue);
  const { type, container, issued: date, ...known } = described;
  const where = venue === undefined || container ? undefined : parseVenue(venue, find);
  const isPreprint =
    !where && !container && arxiv !== undefined && (type === undefined || type === 'article');
  const doi = data.doi ?? (isPreprint ? toArxivDoi(arxiv) : undefined);
  const isDated = isPreprint && (data.year === undefined || published?.startsWith(String(data.year)));
  const issued = toIssued(where?.year ?? (isDated ? (published ?? data.year) : data.year));
  const year = issued?.['date-parts'][0][0];
  const address = known.variables.URL ?? toAddress(data);
  return {
    id: slug,
    'citation-key': slug,
    type: where ? kinds[where.kind] : (type ?? (isPreprint ? 'article' : 'document')),
    ...(isPreprint ? { genre: 'preprint' } : {}),
    title,
    ...(authors.length > 0 ? { author: authors.map(toCslName) } : {}),
    ...(date && date['date-parts'][0][0] === year ? { issued: date } : issued ? { issued } : {}),
    ...(where ? { 'container-title': where.name } : container ? { 'container-title': container } : {}),
    ...(where?.volume ? { volume: where.volume } : {}),
    ...(where?.issue ? { issue: where.issue } : {}),
    ...(isPreprint ? { publisher: 'arXiv', number: `arXiv:${arxiv}` } : {}),
    ...known.variables,
    ...(arxiv ? { archive: 'arXiv', archive_location: arxiv } : {}),
    ...(doi ? { DOI: doi } : {}),
    ...(address ? { URL: address } : {}),
    ...(Object.keys(known.custom).length > 0 ? { custom: known.custom } : {}),
  };
}

/** Whether a variable says no more than that the work is at arXiv, which its `archive` says. */
export function isOfPreprint(item: CslItem, name: Variable): boolean {
  if (item.archive !== 'arXiv') return false;
  return (
    (name === 'genre' && item.genre === 'preprint') ||
    (name === 'publisher' && item.publisher === 'arXiv') ||
    (name === 'number' && !isNumbered(item))
  );
}

/** Whether it has a number other than the one that arXiv gives it. */
export function isNumbered({ number }: CslItem): boolean {
  return number !== undefined && !number.startsWith('arXiv:');
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

function toIssued(date: string | number | undefined): CslDate | undefined {
  if (date === undefined) return undefined;
  const [year = 0, month] = String(date).split('-').map(Number);
  return { 'date-parts': [month === undefined ? [year] : [year, month]] };
}
