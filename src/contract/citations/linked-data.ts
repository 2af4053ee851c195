/** A page about a paper as schema.org describes it, for JSON-LD. */
import type { CslItem } from './csl.ts';
import type { CslName } from './csl-name.ts';

export type DescribedPage = {
  item: CslItem;
  language: string;
  /** The page's own address. */
  page: string;
  survey: { title: string; address: string };
};

export function toLinkedData({ item, language, page, survey }: DescribedPage): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'WebPage',
    '@id': page,
    url: page,
    name: item.title,
    inLanguage: language,
    isPartOf: { '@type': 'WebSite', '@id': survey.address, url: survey.address, name: survey.title },
    about: toArticle(item),
  };
}

function toArticle(item: CslItem): object {
  const { title, author, issued, DOI, volume, issue, URL: address } = item;
  const container = item['container-title'];
  const kind = item.type === 'article-journal' ? 'Periodical' : 'CreativeWork';
  const date = issued?.['date-parts'][0].map((part) => String(part).padStart(2, '0')).join('-');
  return {
    '@type': 'ScholarlyArticle',
    ...(address ? { '@id': address, url: address } : {}),
    headline: title,
    name: title,
    ...(author ? { author: author.map(toAuthor) } : {}),
    ...(date ? { datePublished: date } : {}),
    ...(container ? { isPartOf: { '@type': kind, name: container } } : {}),
    ...(volume ? { volumeNumber: volume } : {}),
    ...(issue ? { issueNumber: issue } : {}),
    ...(DOI ? { identifier: { '@type': 'PropertyValue', propertyID: 'DOI', value: DOI } } : {}),
    sameAs: toOtherAddresses(item),
  };
}

function toAuthor(name: CslName): object {
  if (name.literal) return { '@type': 'Organization', name: name.literal };
  const { given, 'non-dropping-particle': particle, family, suffix } = name;
  const last = [particle, family].filter(Boolean).join(' ');
  return {
    '@type': 'Person',
    name: [given, last, suffix].filter(Boolean).join(' '),
    givenName: given,
    familyName: last,
  };
}

function toOtherAddresses({ URL: address, DOI, archive_location: arxiv }: CslItem): string[] {
  const preprint = arxiv && `https://arxiv.org/abs/${arxiv}`;
  return [
    ...new Set([preprint, address].flatMap((one) => one ?? [])),
    ...(DOI ? [`https://doi.org/${encodeURI(DOI)}`] : []),
  ];
}
