import { expect, test } from 'vitest';
import { toSearchDocument } from '../../src/contract/search-document.ts';

const paper = {
  url: '/papers/forty/',
  language: 'en',
  title: { html: '', text: 'Forty terms for ε' },
  abstract: 'We count.',
  chapterTitle: 'Tides',
};

test('a paper is searched by what its page says', () => {
  const data = {
    title: 'Forty terms for $\\epsilon$',
    authors: ['Ada Meer', 'Bo Ek'],
    year: 2021,
    venue: 'Tides 2022',
    arxiv: '2103.00001',
    method: '$\\mathcal{F}$ORTY',
    chapter: 'tides',
    section: 'Terms',
  };
  expect(toSearchDocument({ ...paper, data })).toEqual({
    url: '/papers/forty/',
    language: 'en',
    content: 'We count.',
    meta: {
      title: 'Forty terms for ε',
      markdown: 'Forty terms for $\\epsilon$',
      kind: 'paper',
      authors: 'Ada Meer, Bo Ek',
      year: '2021',
      venue: 'Tides 2022',
      arxiv: '2103.00001',
      method: 'FORTY',
    },
    filters: { kind: ['paper'], chapter: ['Tides'], section: ['Tides › Terms'], year: ['2021'] },
    sort: { year: '2021' },
  });
});

test('what is not known is absent', () => {
  const data = { title: 'Forty terms for ε', chapter: 'tides', section: 'Terms' };
  const { meta, filters, sort } = toSearchDocument({ ...paper, data });
  expect(meta).toEqual({ title: 'Forty terms for ε', kind: 'paper' });
  expect(Object.keys(filters)).toEqual(['kind', 'chapter', 'section']);
  expect(sort).toEqual({});
});
