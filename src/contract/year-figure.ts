/** A figure of how many papers there are by row and year: circles whose area is the count. */

/** `years` are those of the papers of a row; what has no year counts as undated. */
export type YearRow = { label: string; years: readonly (number | undefined)[] };

export type YearFigure = {
  /** Labels of the columns: years, the first perhaps of several ("–2014"), and one for what is undated. */
  columns: string[];
  rows: { label: string; counts: number[]; total: number }[];
  totals: number[];
};

export type Circle = { x: number; y: number; r: number; count: number };

export type YearDrawing = {
  width: number;
  height: number;
  columns: { x: number; label: string }[];
  rows: { y: number; label: string; total: number; rule: number }[];
  circles: Circle[];
};

/** So many years have a column of their own. */
const mostYears = 11;

/** @param undated label of the column of papers without a year, which is there only where one is */
export function countByYear(rows: readonly YearRow[], undated: string): YearFigure {
  const known = rows.flatMap(({ years }) => years.filter((year) => year !== undefined));
  const [first, last] = [Math.min(...known), Math.max(...known)];
  const start = Math.max(first, last - mostYears + 1);
  const years = known.length === 0 ? [] : Array.from({ length: last - start + 1 }, (_, i) => start + i);
  const hasUndated = rows.some((row) => row.years.includes(undefined));
  const toColumn = (year: number | undefined): number =>
    year === undefined ? years.length : Math.max(0, year - start);
  const counted = rows.map((row) => {
    const counts = Array.from({ length: years.length + Number(hasUndated) }, () => 0);
    for (const year of row.years) {
      const column = toColumn(year);
      counts[column] = (counts[column] ?? 0) + 1;
    }
    return { label: row.label, counts, total: row.years.length };
  });
  const columns = years.map((year) => (year === start && first < start ? `–${year}` : String(year)));
  return {
    columns: hasUndated ? [...columns, undated] : columns,
    rows: counted,
    totals: columns
      .concat(hasUndated ? [undated] : [])
      .map((_, column) => counted.reduce((sum, { counts }) => sum + (counts[column] ?? 0), 0)),
  };
}

/** Few years stand further apart; `width` fits a phone. */
const size = { column: 32, widest: 64, width: 352, row: 48, labelHeight: 18, head: 22, radius: 13, least: 2 };

/** Places in units of the drawing; the label of a row stands above its circles, so that it fits a phone. */
export function drawYears({ columns, rows }: YearFigure): YearDrawing {
  const largest = Math.max(1, ...rows.flatMap(({ counts }) => counts));
  const step = Math.max(size.column, Math.min(size.widest, Math.floor(size.width / columns.length)));
  const xOf = (column: number): number => (column + 0.5) * step;
  const topOf = (row: number): number => size.head + row * size.row;
  return {
    width: columns.length * step,
    height: size.head + rows.length * size.row,
    columns: columns.map((label, i) => ({ x: xOf(i), label })),
    rows: rows.map(({ label, total }, i) => ({ y: topOf(i) + 14, label, total, rule: topOf(i) })),
    circles: rows.flatMap(({ counts }, row) =>
      counts.flatMap((count, column) =>
        count === 0
          ? []
          : [
              {
                x: xOf(column),
                y: topOf(row) + size.labelHeight + size.radius + 1,
                r: round(Math.max(size.least, size.radius * Math.sqrt(count / largest))),
                count,
              },
            ],
      ),
    ),
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
