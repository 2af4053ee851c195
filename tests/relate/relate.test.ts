import { describe, expect, test } from 'vitest';
import { relatePapers, type RelatedPaper } from '../../scripts/relate/index.ts';

const paper = (slug: string, given: Partial<RelatedPaper> = {}): RelatedPaper => ({
  slug,
  title: slug,
  abstract: '',
  chapter: 'bread',
  section: 'loaves',
  benchmarks: [],
  buildsOn: [],
  ...given,
});

const defined = ['slow rising', 'wild yeast'].map((name) => ({ name, spellings: [], defined: true }));
const cues = ['oven', 'temperature', 'side by side'].map((name) => ({ name, spellings: [], defined: false }));

/** What papers say that have nothing to do with each other, each in words of its own. */
const chatter = (n: number): string =>
  Array.from({ length: 12 }, (_, i) => `word${String.fromCharCode(97 + (n % 26))}${n * 12 + i}`).join(' ');

/** Papers that share next to nothing with any other: what few of many have is distinctive. */
const crowd = Array.from({ length: 40 }, (_, n) =>
  paper(`other-${n}`, {
    title: chatter(n),
    abstract: `some flour ${n % 2 === 0 ? 'and' : 'or'} water`,
    section: `s${n}`,
  }),
);
const relate = (...papers: RelatedPaper[]) => relatePapers([...papers, ...crowd], [...defined, ...cues]);

/** Two papers in the same words are alike, whatever they are about. */
const alike = 'Sourdough crumbs tear when bakers knead cold starters overnight.';

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
      paper('a', { buildsOn: ['base'], abstract: alike }),
      paper('b', { buildsOn: ['base'], abstract: alike, chapter: 'soup' }),
    );
    expect(relations.get('a')?.related).toEqual([
      { slug: 'b', reasons: [{ kind: 'method', names: ['SRS'] }], crossChapter: true },
    ]);
  });

  test('relates papers by benchmarks, but not by one that many use', () => {
    const many = Array.from({ length: 9 }, (_, n) =>
      paper(`many-${n}`, { benchmarks: ['CakeNet', 'TOAST'] }),
    );
    const benchmarks = ['CakeNet', 'PieSet', 'BunBank'];
    const relations = relate(
      paper('a', { benchmarks, abstract: alike }),
      paper('b', { benchmarks, abstract: alike }),
      ...many,
    );
    expect(relations.get('a')?.related).toEqual([
      { slug: 'b', reasons: [{ kind: 'benchmark', names: ['PieSet', 'BunBank'] }], crossChapter: false },
    ]);
  });

  test('relates no papers that share a benchmark and say different things', () => {
    const relations = relate(
      paper('a', { benchmarks: ['PieSet'], abstract: chatter(50) }),
      paper('b', { benchmarks: ['PieSet'], abstract: chatter(51) }),
    );
    expect(relations.get('a')?.related).toEqual([]);
  });

  test('relates papers by terms of the vocabulary that few have', () => {
    const relations = relate(
      paper('a', { title: 'Slow rising', abstract: `Wild yeast and slowly rising doughs. ${alike}` }),
      paper('b', { title: 'Yeast', abstract: `Slow rising with wild yeasts. ${alike}` }),
    );
    expect(relations.get('a')?.related).toEqual([
      { slug: 'b', reasons: [{ kind: 'terms', names: ['slow rising', 'wild yeast'] }], crossChapter: false },
    ]);
  });

  test('counts a term and the abbreviation that an abstract gives for it as one', () => {
    const relations = relate(
      paper('a', { title: 'Slow rising (SR)', abstract: `Slow rising (SR) helps. ${alike}` }),
      paper('b', { title: 'Why SR works', abstract: `SR is old. ${alike}` }),
    );
    expect(relations.get('b')?.related).toEqual([
      { slug: 'a', reasons: [{ kind: 'terms', names: ['slow rising'] }], crossChapter: false },
    ]);
  });

  test('relates no papers by a term that meets papers of all kinds', () => {
    const title = 'Ovens side by side';
    const relations = relate(
      paper('a', { title, abstract: `${alike} ${chatter(60)}` }),
      paper('b', { title, abstract: `${alike} ${chatter(61)}` }),
      ...[62, 63, 64].map((n) => paper(`c-${n}`, { title: `${chatter(n)} side by side` })),
    );
    expect(relations.get('a')?.related).toEqual([]);
  });

  test.each([
    ['boilerplate', 'Extensive experiments show that it outperforms the baselines.'],
    ['single common words of the vocabulary', 'An oven at some temperature.'],
    ['mathematics', 'It costs $ABC$ at most.'],
    ['an address', 'See https://example.org/ABC here.'],
  ])('relates no papers by %s', (_, abstract) => {
    const relations = relate(
      paper('a', { abstract: `${abstract} ${alike}` }),
      paper('b', { abstract: `${abstract} ${alike}` }),
    );
    expect(relations.get('a')?.related).toEqual([]);
  });

  test('shows what is of the same chapter first, the likest first', () => {
    const title = 'Slow rising of wild yeast';
    const relations = relate(
      paper('a', { title, abstract: alike }),
      paper('b', { title, abstract: alike, chapter: 'soup' }),
      paper('c', { title: 'Wild yeast', abstract: `slow rising. ${alike} ${chatter(70)}` }),
      paper('e', { title, abstract: alike }),
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
