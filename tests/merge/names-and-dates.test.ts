import { expect, test } from 'vitest';
import type { Sighting } from '../../src/contract/record.ts';
import { slugPattern } from '../../src/contract/slug.ts';
import { foldTitle } from '../../src/contract/folded-title.ts';
import { toAdded, toPublished } from '../../scripts/merge/dates.ts';
import { measureResemblance } from '../../scripts/merge/resemblance.ts';
import { claimSlug, toSlug } from '../../scripts/merge/slugs.ts';
import { texts } from './invented.ts';

test.each([
  ['Counting Sheep: A Study', 'counting-sheep-a-study'],
  ["What's the Magic Word?", 'whats-the-magic-word'],
  ['Über {\\"U}bung and T\\"ULU 3', 'uber-ubung-and-tulu-3'],
  ['From r to $Q^*$', 'from-r-to-q'],
  ['Łódź/Gdańsk–Sheep', 'lodz-gdansk-sheep'],
  ['π_0: A Sheep', 'pi-0-a-sheep'],
  ['羊', 'paper'],
  ['???', 'paper'],
  ['con', 'con'],
  ['../../etc/passwd', 'etc-passwd'],
  [
    `${'sheep '.repeat(11)}and the fence`,
    'sheep-sheep-sheep-sheep-sheep-sheep-sheep-sheep-sheep-sheep-sheep',
  ],
  ['x'.repeat(100), 'x'.repeat(72)],
])('the slug of %s', (title, slug) => {
  expect(toSlug(title)).toBe(slug);
  expect(slug).toMatch(slugPattern);
});

test('a slug is given once', () => {
  const taken = new Set(['sleep']);
  expect([claimSlug('Sleep', taken), claimSlug('Sleep!', taken)]).toEqual(['sleep-2', 'sleep-3']);
});

test.each([
  ['Über', '{\\"U}ber'],
  ['Über', '\\"Uber'],
  ['naïve', 'na\\"{\\i}ve'],
  ['Erdős', 'Erd\\H{o}s'],
  ['Smørgås', 'Sm{\\o}rg{\\aa}s'],
  ['α-Sheep', '$\\alpha$-sheep'],
  ['O(n) Sheep', '$\\mathcal{O}(n)$ sheep'],
  ['O(n) Sheep', 'mathcal O(n) Sheep'],
  ['The Fence', 'The \\textit{Fence}'],
  ['The Fence', 'The {\\em Fence}'],
  ['G^2 Sheep', 'G$^2$ Sheep'],
])('%s folds like %s', (a, b) => {
  expect(foldTitle(a)).toBe(foldTitle(b));
});

test.each([
  ['Sheep 2', 'Sheep 3'],
  ['羊', '山羊'],
  ['???', '!!!'],
])('%s does not fold like %s', (a, b) => {
  expect(foldTitle(a)).not.toBe(foldTitle(b));
});

test.each([
  [{ arxiv: '2306.06265', year: 2024 }, '2023-06'],
  [{ arxiv: 'cs/0701001' }, '2007-01'],
  [{ arxiv: 'hep-th/9901001' }, '1999-01'],
  [{ arxiv: '2313.00001', year: 2024 }, '2024'],
  [{ year: 1978 }, '1978'],
  [{}, undefined],
])('%j was published %s', (known, published) => {
  expect(toPublished(known)).toBe(published);
});

function seen(captured?: string): Sighting {
  return { listing: 'a', title: { line: 1, column: 1 }, ...(captured ? { captured } : {}) };
}

test('a paper was added with the first dated capture that shows it', () => {
  expect(toAdded([seen('2025-03-01'), seen(), seen('2025-02-01')])).toBe('2025-02-01');
  expect(toAdded([seen()])).toBeUndefined();
});

test('a revised text resembles, another does not, a part of it wholly', () => {
  expect(measureResemblance(texts.sheep, texts.revisedSheep)).toBeGreaterThan(0.8);
  expect(measureResemblance(texts.sheep, texts.milk)).toBeLessThan(0.1);
  expect(measureResemblance(texts.sheep, texts.sheep.slice(0, 50))).toBeGreaterThan(0.8);
});
