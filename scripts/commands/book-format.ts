/** What a format of books is to the command line. */
import type { BookFormat } from '../../src/contract/book-formats.ts';
import type { ContentFiles } from '../../src/contract/content.ts';
import type { Report } from '../../src/contract/findings.ts';
import type { Speak } from '../book/mathml.ts';
import type { Book } from '../book/model.ts';

/** A file made of a book. */
export type BookFile = { bytes: Uint8Array; pages?: number };

/** A book as its file will be made of it. */
export type Draft = {
  id: string;
  title: string;
  /** SHA-256 of all that the file is made of: alike, it is the same. */
  setting: string;
  /** @returns `undefined` after findings: what was there stays */
  make(files: ContentFiles, report: Report): Promise<BookFile | undefined>;
};

export type Press = {
  /** @param machinery the digest of the programs that make books */
  write(book: Book, context: { speak: Speak; machinery: string }, report: Report): Draft;
  dismiss(): void;
};

export type Format = {
  name: BookFormat;
  noun: string;
  /** Gets ready to make files, which it may do while the survey is read. It gets the options of its row of the table. */
  engage(options: Record<string, unknown>): Promise<Press>;
};
