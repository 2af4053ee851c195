import { expect, test } from 'vitest';
import { toReadingOrder } from '../../src/contract/reading-order.ts';

const paper = (slug: string, published: string, buildsOn: string[] = [], survey = false) => ({
  slug,
  published,
  title: { html: slug, text: slug },
  data: {
    title: slug,
    chapter: 'c',
    section: 's',
    buildsOn,
    ...(survey ? { contribution: 'survey' as const } : {}),
  },
});

test.each([
  ['the earlier paper first', [paper('b', '2022'), paper('a', '2021')], 'a b'],
  ['by title in the same month', [paper('b', '2021'), paper('a', '2021')], 'a b'],
  ['what a paper builds on before it', [paper('a', '2020', ['b']), paper('b', '2021')], 'b a'],
  ['over several steps', [paper('a', '2020', ['b']), paper('b', '2021', ['c']), paper('c', '2022')], 'c b a'],
  ['surveys first', [paper('a', '2020'), paper('b', '2021', [], true)], 'b a'],
  ['a survey after what it builds on', [paper('a', '2020'), paper('b', '2021', ['a'], true)], 'a b'],
  ['bases elsewhere do not count', [paper('a', '2020', ['z']), paper('b', '2021')], 'a b'],
  ['circles end', [paper('a', '2020', ['b']), paper('b', '2021', ['a'])], 'a b'],
])('%s', (_, papers, order) => {
  expect(toReadingOrder(papers).map(({ slug }) => slug).join(' ')).toBe(order);
}); // prettier-ignore
