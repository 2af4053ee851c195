import { expect, test } from 'vitest';
import { toDocViews } from '../../src/lib/doc-view.ts';
import type { Survey } from '../../src/lib/survey.ts';

const doc = (
  id: string,
  place?: { group: string; order: number; about: string },
  headings = 0,
): Survey['docs'][number] => ({
  id,
  title: `The ${id}`,
  ...(place && { place }),
  headings: Array.from({ length: headings }, (_, i) => ({ id: `h${i}`, title: `H${i}` })),
  html: '<p>x</p>',
  summary: `About ${id}.`,
  text: '',
});
const view = (...docs: Survey['docs']) => toDocViews({ docs } as Survey);

test('pages come in the order of the contents, each with the one before and the one after', () => {
  const views = view(doc('rules', { group: 'Reference', order: 1, about: 'what holds' }), doc(''), doc('start', { group: 'Use', order: 0, about: 'how' })); // prettier-ignore
  expect(views.map(({ id, group, previous, next }) => [id, group, previous?.label, next?.label])).toEqual([
    [undefined, undefined, undefined, undefined],
    ['start', 'Use', undefined, 'The rules'],
    ['rules', 'Reference', 'The start', undefined],
  ]);
  expect(views[0]?.groups).toEqual([
    { title: 'Use', docs: [{ label: 'The start', href: '/docs/start/', about: 'how' }] },
    { title: 'Reference', docs: [{ label: 'The rules', href: '/docs/rules/', about: 'what holds' }] },
  ]);
  expect(views[0]?.search).toBe('/search/?kind=doc');
});

test('a long page says what stands on it, a short one does not', () => {
  const [, long, short] = view(doc(''), doc('long', undefined, 4), doc('short', undefined, 3));
  expect(long?.headings).toHaveLength(4);
  expect(long?.headings[0]).toEqual({ label: 'H0', href: '#h0' });
  expect(short?.headings).toEqual([]);
});

test('without a README a first page is made, and without documents none', () => {
  expect(view(doc('start')).map(({ id }) => id)).toEqual([undefined, 'start']);
  expect(view()).toEqual([]);
});
