/** What a query asks for. */
import { expect, test } from 'vitest';
import { parseQuery } from '../../src/contract/search/parse-query.ts';

test.each([
  '2311.08290',
  '2311.08290v2',
  'arXiv:2311.08290',
  'arxiv: 2311.08290v1',
  'https://arxiv.org/abs/2311.08290',
  'https://www.arxiv.org/pdf/2311.08290v3.pdf',
  'http://arxiv.org/html/2311.08290',
  '10.48550/arXiv.2311.08290',
  'https://doi.org/10.48550/arXiv.2311.08290',
])('%s is an arXiv id', (query) => {
  expect(parseQuery(query).arxiv).toBe('2311.08290');
});

test.each(['version 1.2.3', '3.1415926', 'IP 10.1234.56789'])('%s is none', (query) => {
  expect(parseQuery(query).arxiv).toBeUndefined();
});

test.each([
  ['a year', 'tides 2023', { years: ['2023'], contributions: [], code: false }],
  ['a kind of contribution', 'survey of tides', { years: [], contributions: ['survey'], code: false }],
  ['another word for it', 'a review of tides', { years: [], contributions: ['survey'], code: false }],
  ['code', 'tides with code', { years: [], contributions: [], code: true }],
])('%s is read from it', (_, query, { years, contributions, code }) => {
  expect(parseQuery(query)).toMatchObject({ years, contributions, code });
});

test('words that every text has are left out, unless there are no others', () => {
  expect(parseQuery('the theory of tides').words.map(({ form }) => form)).toEqual(['theory', 'tides']);
  expect(parseQuery('to be or not to be').words).toHaveLength(6);
});
