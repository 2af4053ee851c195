import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  annotateLine,
  annotatePaper,
  findIntroducedName,
  makeKnowledge,
  type Benchmark,
} from '../../scripts/annotate/index.ts';
import { measureProcessor } from '../fixtures/processor.ts';

type Row = { name: string; title: string; abstract: string; roles?: string[] } & Record<string, unknown>;
const { benchmarks, papers } = parse(readFileSync(new URL('papers.yml', import.meta.url), 'utf8')) as {
  benchmarks: Benchmark[];
  papers: Row[];
};
const knowledge = makeKnowledge(benchmarks, []);

const line = (title: string, abstract: string) => annotateLine({ id: 'x', title, abstract }, knowledge);

describe('annotateLine', () => {
  test.each(papers)('finds $name', ({ title, abstract, ...row }) => {
    const { name, ...wanted } = row;
    const answer = line(title, abstract);
    const found = { ...answer, roles: answer.roles.map(({ role }) => role) };
    expect(found, name).toMatchObject(wanted);
  });

  test.each(papers)('findIntroducedName says the same: $name', ({ title, abstract }) => {
    expect(findIntroducedName({ title, abstract }, knowledge) ?? null).toBe(line(title, abstract).method);
  });

  test('writes every key, known or not', () => {
    expect(line('Cakes', '')).toEqual({
      id: 'x',
      method: null,
      contribution: expect.any(String) as string,
      benchmarks: [],
      code: null,
      buildsOn: [],
      headline: null,
      roles: [],
      evidence: {},
    });
  });

  test.each(papers)('points at the words that say so: $name', ({ title, abstract }) => {
    const { evidence, headline, code, benchmarks: used, roles } = line(title, abstract);
    const at = (range: readonly [number, number] | undefined) => range && abstract.slice(...range);
    expect(at(evidence.headline) ?? null).toBe(headline);
    expect(at(evidence.code)?.replaceAll('\\', '') ?? null).toBe(code);
    expect(evidence.benchmarks?.length ?? 0).toBe(used.length);
    expect(roles.map(({ start, end }) => abstract.slice(start, end).trim())).not.toContain('');
  });

  test.each([
    ['adverbs', `We ${'finally '.repeat(60)}`],
    ['dashes', `We propose A${'-'.repeat(200)}x`],
    ['quotes', `We propose A.${"'".repeat(200)}x`],
    ['open brackets', '('.repeat(3000)],
    ['dollars', '$a '.repeat(2000)],
    ['capitals', 'AB '.repeat(2000)],
    ['stops', 'a. '.repeat(2000)],
  ])('reads many %s in good time', (_, abstract) => {
    expect(measureProcessor(() => line('Any', abstract))).toBeLessThan(5000);
  });

  test('gives every sentence a role, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'We show AB12 (X) $.,:;-*_`"\\\n') }), (abstract) => {
        const { roles } = line('Any: title', abstract);
        const covered = roles.map(({ start, end }) => abstract.slice(start, end)).join('');
        expect(covered.replace(/\s/g, '')).toBe(abstract.replace(/\s/g, ''));
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});

describe('what a paper builds on', () => {
  const held = [
    { id: 'srs', title: 'Slow rising', abstract: 'A.', method: 'Slow Rising Search (SRS)' },
    { id: 'rest', title: 'Rests', abstract: 'B.', method: 'ReST' },
  ];
  const buildsOn = (abstract: string, asked: { id?: string; title?: string } = {}) =>
    annotatePaper({ title: 'Cakes', abstract, ...asked }, makeKnowledge([], held)).buildsOn;

  test.each([
    ['the short form', 'We extend SRS to cakes.', ['srs']],
    ['the long form in any case', 'We extend slow rising search.', ['srs']],
    ['both forms together', 'We extend Slow Rising Search (SRS).', ['srs']],
    ['several names, in order', 'ReST joins SRS.', ['rest', 'srs']],
    ['no common word that is spelt alike', 'The rest is cake.', []],
    ['no other name with the same short form', 'We use soft rye starters (SRS).', []],
    ['no other short form of a like long form', 'We use Slow Rising Search (SlowRS).', []],
  ])('is recognised by %s', (_, abstract, wanted) => {
    expect(buildsOn(abstract)).toEqual(wanted);
  });

  test.each([
    ['better than it', 'Our oven is faster than SRS.'],
    ['a baseline', 'It rises higher than strong SRS and ReST baselines.'],
    ['a contrast', 'Unlike SRS, our oven is warm.'],
  ])('is not what it is only compared with: %s', (_, abstract) => {
    expect(buildsOn(abstract)).toEqual([]);
  });

  test('is what it uses, although it is compared with it elsewhere', () => {
    expect(buildsOn('Variants of SRS rise. They are higher than SRS baselines.')).toEqual(['srs']);
  });

  test('is not what it is measured on', () => {
    const knowledge = makeKnowledge([{ name: 'CakeNet', kind: 'dataset' }], [
      { id: 'net', title: 'Cakes', abstract: 'A.', method: 'CakeNet' },
    ]); // prettier-ignore
    const asked = { title: 'Ovens', abstract: 'We evaluate our oven on CakeNet.' };
    expect(annotatePaper(asked, knowledge)).toMatchObject({ benchmarks: ['CakeNet'], buildsOn: [] });
  });

  test('is found although the paper itself is said to introduce a name that is spelt alike', () => {
    const shadowed = [{ id: 'cakes', title: 'Cakes', abstract: 'C.', method: 'SRS' }, ...held];
    const asked = { id: 'cakes', title: 'Cakes', abstract: 'We extend SRS.' };
    expect(annotatePaper(asked, makeKnowledge([], shadowed)).buildsOn).toEqual(['srs']);
  });

  test('is never the paper itself', () => {
    expect(buildsOn('SRS waits.', { id: 'srs' })).toEqual([]);
    expect(buildsOn('SRS waits.', { title: 'Slow Rising' })).toEqual([]);
  });
});

test('a name that several papers use is a term of the field', () => {
  const field = ['a', 'b', 'c', 'd'].map((id) => ({ id, title: id, abstract: `The OvenSim of ${id}.` }));
  const abstract = 'We present the OvenSim approach.';
  expect(annotatePaper({ title: 'T', abstract }, makeKnowledge([], [])).method).toBe('OvenSim');
  expect(annotatePaper({ title: 'T', abstract }, makeKnowledge([], field)).method).toBeUndefined();
});

test('a name that only the title has is given when other papers use it', () => {
  const used = ['a', 'b'].map((id) => ({ id, title: id, abstract: `We test on CakeBox with ${id}.` }));
  const asked = { title: 'CakeBox: Boxes of Cakes', abstract: 'We pack cakes.' };
  expect(annotatePaper(asked, makeKnowledge([], [])).method).toBeUndefined();
  const { method, evidence } = annotatePaper(asked, makeKnowledge([], used));
  expect([method, evidence.method]).toEqual(['CakeBox', undefined]);
});
