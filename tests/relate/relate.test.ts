import { describe, expect, test } from 'vitest';
import { relatePapers, type RelatedPaper } from '../../scripts/relate/index.ts';

const paper = (slug: string, given: Partial<RelatedPaper> = {}): RelatedPaper => ({
  slug,
  title: slug,
  abstract: '',
  chapter: 'bread',
  benchmarks: [],
  buildsOn: [],
  ...given,
});

const vocabulary = ['slow rising', 'wild yeast', 'oven', 'temperature'];
/** Papers that share nothing with any other: what few of many have is distinctive. */
const crowd = Array.from({ length: 40 }, (_, n) => paper(`other-${n}`));
const relate = (...papers: RelatedPaper[]) => relatePapers([...papers, ...crowd], vocabulary);

describe('relatePapers', () => {
  test('links a paper with what it builds on, both ways', () => {
    const relations = relate(paper('base'), paper('user', { buildsOn: ['base', 'unknown', 'user'] }));
    expect(relations.get('user')?.buildsOn).toEqual(['base']);
    expect(relations.get('base')?.usedBy).toEqual(['user']);
  });

  test('does not show a link again as related', () => {
    const title = 'Slow rising of wild yeast';
    const relations = relate(paper('base', { title }), paper('user', { title, buildsOn: ['base'] }));
    expect([relations.get('base')?.related, relations.get('user')?.related]).toEqual([[], []]);
  });

  test('does not let a paper build on a later one', () => {
    const relations = relate(
      paper('base', { published: '2024-05' }),
      paper('earlier', { published: '2023', buildsOn: ['base'] }),
      paper('same-year', { published: '2024', buildsOn: ['base'] }),
      paper('undated', { buildsOn: ['base'] }),
    );
    expect(relations.get('base')?.usedBy).toEqual(['same-year', 'undated']);
  });

  test('relates papers that build on the same paper, by its name', () => {
    const relations = relate(
      paper('base', { method: 'SRS' }),
      paper('a', { buildsOn: ['base'] }),
      paper('b', { buildsOn: ['base'], chapter: 'soup' }),
    );
    expect(relations.get('a')?.related).toEqual([
      { slug: 'b', reasons: [{ kind: 'method', names: ['SRS'] }], crossChapter: true },
    ]);
  });

  test('relates papers by benchmarks, but not by one that many use', () => {
    const many = Array.from({ length: 9 }, (_, n) =>
      paper(`many-${n}`, { benchmarks: ['CakeNet', 'TOAST'] }),
    );
    const relations = relate(
      paper('a', { benchmarks: ['CakeNet', 'PieSet', 'BunBank'] }),
      paper('b', { benchmarks: ['CakeNet', 'PieSet', 'BunBank'] }),
      ...many,
    );
    expect(relations.get('a')?.related).toEqual([
      { slug: 'b', reasons: [{ kind: 'benchmark', names: ['PieSet', 'BunBank'] }], crossChapter: false },
    ]);
  });

  test('relates papers by terms of the vocabulary that few have', () => {
    const relations = relate(
      paper('a', {
        title: 'Slow rising',
        abstract: 'Wild yeast and slowly rising doughs; experiments show it.',
      }),
      paper('b', { title: 'Yeast', abstract: 'Slow rising with wild yeasts; experiments show it.' }),
    );
    expect(relations.get('a')?.related).toEqual([
      { slug: 'b', reasons: [{ kind: 'terms', names: ['slow rising', 'wild yeast'] }], crossChapter: false },
    ]);
  });

  test.each([
    ['boilerplate', 'Extensive experiments show that it outperforms the baselines.'],
    ['single common words of the vocabulary', 'An oven at some temperature.'],
    ['mathematics', 'It costs $ABC$ at most.'],
    ['an address', 'See https://example.org/ABC here.'],
  ])('relates no papers by %s', (_, abstract) => {
    const relations = relate(paper('a', { abstract }), paper('b', { abstract }));
    expect(relations.get('a')?.related).toEqual([]);
  });

  test('shows what is of the same chapter first, the likest first', () => {
    const title = 'Slow rising of wild yeast';
    const relations = relate(
      paper('a', { title }),
      paper('b', { title, chapter: 'soup' }),
      paper('c', { title: 'Wild yeast', abstract: 'slow rising' }),
      paper('e', { title }),
    );
    expect(relations.get('a')?.related.map(({ slug, crossChapter }) => [slug, crossChapter])).toEqual([
      ['e', false],
      ['c', false],
      ['b', true],
    ]);
  });

  test('answers for every paper', () => {
    expect(Array.from(relate().keys())).toEqual(crowd.map(({ slug }) => slug));
  });
});
