/**
 * An entry is one paper as a listing gives it: the fields as they are written there, each with the place where it
 * starts. What is meant by them (one paper or two, which text counts) is decided when entries are merged.
 */
import type { Point, Position } from 'unist';
import type { Report } from '../../src/contract/findings.ts';

/** A value and where it starts in its listing; lines and columns count from 1. */
export type Field<Value> = { value: Value; line: number; column: number };

export type Entry = {
  /** Name of the listing, as `captures.yml` has it. */
  listing: string;
  /** Path of the listing, for findings. */
  path: string;
  /** Day the listing was captured, where it is known. */
  captured?: string;
  title: Field<string>;
  abstract?: Field<string>;

  /** What a listing page prints below an abstract. The date is resolved: `2025-05-26`. */
  date?: Field<string>;
  comments?: Field<number>;
  authorCount?: Field<number>;
  organisation?: Field<string>;

  /** What formats made for machines give. */
  authors?: Field<string[]>;
  year?: Field<number>;
  venue?: Field<string>;
  arxiv?: Field<string>;
  doi?: Field<string>;
  openreview?: Field<string>;
  repository?: Field<string>;
  /** All else that the source says, under the names of CSL's variables or its own. */
  extra?: Record<string, Field<string>>;
};

/** A listing as it comes from disk. */
export type ListingFile = {
  /** Path as the person who runs the command knows it. */
  path: string;
  /** Name as `captures.yml` has it. */
  name: string;
  text: string;
};

/** Where the entries of a listing come from, and how a part of it is told that nobody understands. */
export function openListing({ name, path }: ListingFile, captured: string | null, report: Report) {
  const origin: Pick<Entry, 'listing' | 'path' | 'captured'> = {
    listing: name,
    path,
    ...(captured === null ? {} : { captured }),
  };
  const complain = (place: Point | Position, unexpected: string, expected: string): void =>
    report.add('listing-understood', path, 'start' in place ? place : toPoint(place), {
      message: `Unexpected ${unexpected}`,
      expected,
      hint: 'It is left out: mend the listing, or fetch it again.',
    });
  return { origin, complain };
}

export function toPoint({ line, column }: Point): Point {
  return { line, column };
}

/** A value at the place of another field. */
export function toField<Value>({ line, column }: Point, value: Value): Field<Value> {
  return { value, line, column };
}

/** Where a text that lies within one line stands. */
export function toPosition({ value, line, column }: Field<string>): Position {
  return { start: { line, column }, end: { line, column: column + value.length } };
}

/** The beginning of a text, for messages. */
export function toExcerpt(text: string): string {
  const start = text.slice(0, 60).replace(/\s+/g, ' ');
  return text.length > 60 ? `${start}…` : start;
}
