import { expect, test } from 'vitest';
import { findUsers } from '../../src/contract/uses.ts';

const rows = [{ name: 'CakeNet', kind: 'dataset' as const, spellings: ['Cake Net 2'] }];

test('a paper is used by those that build on it and those that are measured on what it introduces', () => {
  const users = findUsers(
    [
      { slug: 'net', method: 'A net of cakes (CakeNet)', benchmarks: ['CakeNet'] },
      { slug: 'oven', benchmarks: ['cake-net 2', 'PieSet'], buildsOn: ['net', 'dough'] },
      { slug: 'dough', benchmarks: ['PieSet'] },
    ],
    rows,
  );
  const slugs = [...users].map(([slug, papers]) => [slug, papers.map((paper) => paper.slug)]);
  expect(slugs).toEqual([['net', ['oven']], ['dough', ['oven']]]); // prettier-ignore
});
