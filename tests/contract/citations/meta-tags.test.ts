/** The rules by which Zotero's Embedded Metadata translator decides what a page is, as we understand them. */
import { expect, test } from 'vitest';
import { toCslItem, type CitedPaper } from '../../../src/contract/citations/csl.ts';
import { toMetaTags, type MetaTag } from '../../../src/contract/citations/meta-tags.ts';
import { makeVenueFinder } from '../../../src/contract/venue.ts';

const find = makeVenueFinder([]);
const tag = (data: CitedPaper['data'], published?: string): MetaTag[] =>
  toMetaTags({
    item: toCslItem({ slug: 'x', data, title: 'Bees dance', published }, find),
    abstract: 'How √T bees dance.',
    language: 'en',
    page: 'https://hive.org/papers/x/',
    published,
  });
const valuesOf = (tags: readonly MetaTag[], name: string) =>
  tags.filter((one) => one.name === name).map(({ content }) => content);

/** A tag that names a venue decides; else a type named in Dublin Core; a title alone makes an article of a journal. */
const deciding: Record<string, string> = {
  citation_journal_title: 'journalArticle',
  citation_technical_report_institution: 'report',
  citation_conference_title: 'conferencePaper',
  citation_conference: 'conferencePaper',
  citation_book_title: 'bookSection',
  citation_inbook_title: 'bookSection',
  citation_dissertation_institution: 'thesis',
};

function fileLikeZotero(tags: readonly MetaTag[]): string | undefined {
  const decided = tags.flatMap(({ name }) => deciding[name] ?? []).at(-1);
  return decided ?? valuesOf(tags, 'DC.type')[0] ?? (valuesOf(tags, 'citation_title')[0] && 'journalArticle');
}

test.each([
  ['conferencePaper', { venue: 'HIVE 2023', arxiv: '2306.00001' }],
  ['conferencePaper', { venue: 'Smoke Workshop, HIVE 2023' }],
  ['journalArticle', { venue: 'Journal of Wax 3, 2024', arxiv: '2306.00001' }],
  ['preprint', { arxiv: '2306.00001' }],
  ['document', {}],
])('Zotero files as %s: %j', (kind, data) => {
  expect(fileLikeZotero(tag(data))).toBe(kind);
});

test('one tag an author, family name first, unless Zotero would read two people', () => {
  const authors = ['Hado van Hasselt', 'Jing Yang', 'Youssef Attia El Hili', 'The Hive Collective', 'Plato'];
  expect(valuesOf(tag({ authors }), 'citation_author')).toEqual([
    'van Hasselt, Hado',
    'Yang, Jing',
    'Youssef Attia El Hili',
    'The Hive Collective',
    'Plato',
  ]);
});

test.each([
  [{ arxiv: '2306.00001' }, '10.48550/arXiv.2306.00001'],
  [{ arxiv: '2306.00001', venue: 'HIVE 2023' }, '10.48550/arXiv.2306.00001'],
  [{ arxiv: '2306.00001', doi: '10.1000/1' }, '10.1000/1'],
  [{}, undefined],
])('the DOI of %j is %s', (data, doi) => {
  expect(valuesOf(tag(data), 'citation_doi')[0]).toBe(doi);
});

test('a venue has its own year, and the preprint its month', () => {
  const published = tag({ venue: 'HIVE 2023', year: 2022 }, '2022-06');
  expect(valuesOf(published, 'citation_publication_date')).toEqual(['2023']);
  expect(valuesOf(published, 'citation_online_date')).toEqual(['2022/06']);
  expect(valuesOf(tag({ arxiv: '2206.00001', year: 2022 }, '2022-06'), 'citation_publication_date')).toEqual(['2022/06']);
}); // prettier-ignore
