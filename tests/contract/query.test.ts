import { expect, test } from 'vitest';
import { normalizeQuery, runQuery, type Engine } from '../../src/contract/query.ts';

test.each([
  ['plain words', 'plain words'],
  ['  white   space ', 'white space'],
  ['“quoted” "words"', 'quoted words'],
  ['$\\epsilon$-optimal', 'ε-optimal'],
  ['\\sqrt{T} regret', '√T regret'],
  ['G^2RPO', 'G2RPO'],
  ['2311.08290v2', '2311.08290'],
  ['arXiv:2311.08290', '2311.08290'],
  ['https://arxiv.org/pdf/2311.08290v1.pdf', '2311.08290'],
])('asks the index for %s as %s', (query, normalized) => {
  expect(normalizeQuery(query)).toBe(normalized);
});

/** An index that answers every query with the same titles, in this order; `papers` of them are papers. */
function makeEngine(titles: readonly string[], papers = titles.length): Engine {
  const results = titles.map((title, i) => ({
    id: String(i),
    score: 1,
    data: () => Promise.resolve({ url: `/${i}/`, excerpt: '', meta: { title } }),
  }));
  return {
    options: () => Promise.resolve(),
    filters: () => Promise.resolve({}),
    search: (_, { filters } = {}) => {
      const found = filters && 'kind' in filters ? results.slice(-papers) : results;
      return Promise.resolve({ results: found, filters: {} });
    },
  };
}

const titles = ['Bandits with costs, revisited', 'Bandits with Costs', 'Costs'];

test('a title that is spelt as the query is comes first', async () => {
  const { count, load } = await runQuery(makeEngine(titles), 'bandits with costs');
  expect(count).toBe(3);
  expect((await load(0, 3)).map(({ meta }) => meta.title)).toEqual([titles[1], titles[0], titles[2]]);
});

test('papers go before a chapter that matches as well', async () => {
  const { load } = await runQuery(makeEngine(titles, 2), 'costs');
  expect((await load(0, 3)).map(({ meta }) => meta.title)).toEqual([titles[1], titles[2], titles[0]]);
});

test('an order that was asked for stays', async () => {
  const { load } = await runQuery(makeEngine(titles), 'bandits with costs', { sort: { year: 'desc' } });
  expect((await load(0, 1)).map(({ meta }) => meta.title)).toEqual([titles[0]]);
});
