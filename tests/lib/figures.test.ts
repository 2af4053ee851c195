import { expect, test } from 'vitest';
import { drawFlow } from '../../src/lib/flow-figure.ts';
import { countByYear, drawYears } from '../../src/contract/year-figure.ts';

test('papers are counted by row and year, with the years between', () => {
  expect(countByYear([{ label: 'A', years: [2020, 2022, 2022] }, { label: 'B', years: [2022] }], 'n. d.')).toEqual({
    columns: ['2020', '2021', '2022'],
    rows: [
      { label: 'A', counts: [1, 0, 2], total: 3 },
      { label: 'B', counts: [0, 0, 1], total: 1 },
    ],
    totals: [1, 0, 3],
  });
}); // prettier-ignore

test('early years share a column, undated papers have one', () => {
  const { columns, rows } = countByYear([{ label: 'A', years: [1990, 2014, 2025, undefined] }], 'n. d.');
  expect([columns[0], columns.at(-2), columns.at(-1)]).toEqual(['–2015', '2025', 'n. d.']);
  expect(rows[0]?.counts).toEqual([2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1]);
});

test('nothing dated is nothing drawn', () => {
  expect(countByYear([], 'n. d.')).toEqual({ columns: [], rows: [], totals: [] });
});

test('few years stand apart, and many fit a phone', () => {
  const widthOf = (from: number): number =>
    drawYears(countByYear([{ label: 'A', years: [from, 2025] }], '')).width;
  expect([widthOf(2024), widthOf(2021), widthOf(2015)]).toEqual([128, 320, 352]);
});

test('the area of a circle is the count', () => {
  const { circles, width } = drawYears(countByYear([{ label: 'A', years: [2020, 2021, 2021, 2021, 2021] }], ''));
  expect(circles.map(({ count }) => count)).toEqual([1, 4]);
  expect((circles[1]?.r ?? 0) / (circles[0]?.r ?? 1)).toBeCloseTo(2);
  expect(circles.every(({ x }) => x > 0 && x < width)).toBe(true);
}); // prettier-ignore

test('the flow has an arrow between its steps, and one to what leaves', () => {
  const { boxes, arrows, width, height } = drawFlow([
    { label: 'in', count: '3', aside: { label: 'out', count: '1' } },
    { label: 'kept', count: '2' },
  ]);
  expect(boxes.map(({ label }) => label)).toEqual(['in', 'out', 'kept']);
  expect(arrows).toHaveLength(2);
  expect(boxes.every((box) => box.x + box.width <= width && box.y + box.height <= height)).toBe(true);
});
