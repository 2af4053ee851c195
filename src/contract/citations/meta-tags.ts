/**
 * A paper as `citation_*` tags, which search engines of scholars and reference managers read. Zotero's Embedded Metadata
 * translator takes the type from them: a conference or journal title decides; without one every `citation_title` is an
 * article of a journal, unless `DC.type` names another type of Zotero's. Its own og:type must not be `website`.
 */
import { toArxivDoi, type CslItem } from './csl.ts';
import type { CslName } from './csl-name.ts';

export type MetaTag = { name: string; content: string };

export type TaggedPaper = {
  item: CslItem;
  /** As plain text, every formula once. */
  abstract: string;
  language: string;
  /** The page's own address. */
  page: string;
  published?: string | undefined;
};

export function toMetaTags({ item, abstract, language, page, published }: TaggedPaper): MetaTag[] {
  const { type, title, author = [], archive_location: arxiv } = item;
  const container = item['container-title'];
  const isArticle = type === 'article-journal';
  const date = item.issued?.['date-parts'][0].map((part) => String(part).padStart(2, '0')).join('/');
  const rows: (readonly [string, string | undefined])[] = [
    ['citation_title', title],
    ...author.map((name) => ['citation_author', toTagName(name)] as const),
    ['citation_publication_date', date],
    ['citation_online_date', container && published?.replace('-', '/')],
    ['citation_conference_title', isArticle ? undefined : container],
    ['citation_journal_title', isArticle ? container : undefined],
    ['citation_volume', item.volume],
    ['citation_issue', item.issue],
    ['citation_publisher', item.publisher],
    ['citation_technical_report_number', item.number],
    ['citation_doi', item.DOI ?? (arxiv && toArxivDoi(arxiv))],
    ['citation_arxiv_id', arxiv],
    ['citation_public_url', item.URL],
    ['citation_pdf_url', arxiv && `https://arxiv.org/pdf/${arxiv}`],
    ['citation_abstract_html_url', page],
    ['citation_language', language],
    ['citation_abstract', abstract],
    ['DC.type', container ? undefined : (item.genre ?? 'document')],
  ];
  return rows.flatMap(([name, content]) => (content ? [{ name, content }] : []));
}

/**
 * Family name first, so that particles stay with it; as printed where both halves have a space, for Zotero would read two
 * people.
 */
function toTagName(name: CslName): string {
  const { given = '', 'non-dropping-particle': particle, family, suffix, literal } = name;
  if (literal) return literal;
  const last = [particle, family].filter(Boolean).join(' ');
  const first = [given, suffix].filter(Boolean).join(' ');
  return last.includes(' ') && first.includes(' ')
    ? `${given} ${last}${suffix ? ` ${suffix}` : ''}`
    : `${last}, ${first}`;
}
