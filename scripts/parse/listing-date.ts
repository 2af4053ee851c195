/** The date line of a listing page: "May 23, 2024", "May 26" and either with the number of comments behind it. */

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

const pattern = new RegExp(`^(${months.join('|')}) (\\d{1,2})(?:, (\\d{4}))?(?: (\\d{1,9}))?$`);

export type ListingDate = { month: number; day: number; year?: number; comments?: number };

/** Reads a line; `undefined` where it is no date line. The day may be one that does not exist. */
export function parseListingDate(line: string): ListingDate | undefined {
  const [, month, day, year, comments] = pattern.exec(line) ?? [];
  if (month === undefined) return undefined;
  return {
    month: months.findIndex((name) => name === month) + 1,
    day: Number(day),
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(comments === undefined ? {} : { comments: Number(comments) }),
  };
}

/**
 * The date meant: a date without a year is the last such day up to the capture. `undefined` where there is no such day
 * (February 30), or no year can be told because nobody knows when the listing was captured.
 */
export function resolveListingDate(date: ListingDate, captured: string | null): string | undefined {
  if (date.year !== undefined) return toExistingDay(date.year, date);
  if (captured === null) return undefined;
  const latest = Number(captured.slice(0, 4));
  // February 29 comes back after at most eight years.
  for (let year = latest; year >= latest - 8; year--) {
    const day = toExistingDay(year, date);
    if (day !== undefined && day <= captured) return day;
  }
  return undefined;
}

function toExistingDay(year: number, { month, day }: ListingDate): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? date.toISOString().slice(0, 10)
    : undefined;
}
