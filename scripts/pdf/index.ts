/** A book as PDF: written, set, and held against the book by the gate. */
import { createHash } from 'node:crypto';
import type { ContentFiles } from '../../src/contract/content.ts';
import { hasErrors, type Report } from '../../src/contract/findings.ts';
import type { Book } from '../book/model.ts';
import type { Speak } from '../book/mathml.ts';
import { engage, type Helper } from '../processes.ts';
import { templateName, type Compiled } from './compile.ts';
import { writeDocument, type PaperSize } from './document.ts';
import { expectBook, type Expectation } from '../book/expectation.ts';
import { checkPdf } from './gate.ts';
import { prepareReading, readPdf } from './read-pdf.ts';

export type WrittenBook = {
  id: string;
  title: string;
  /** What Typst sets. */
  source: string;
  /** SHA-256 of the source, the template and the programs: alike, the file is the same. */
  setting: string;
  captured: string;
  expected: Expectation;
};

/** @param machinery the digest of the template and the programs */
export function writeBook(
  book: Book,
  paper: PaperSize,
  { speak, machinery }: { speak: Speak; machinery: string },
  report: Report,
): WrittenBook {
  const source = writeDocument(book, paper, templateName, { speak, report });
  return {
    id: book.id,
    title: book.part ?? book.title,
    source,
    setting: createHash('sha256').update(`${machinery}\n${source}`).digest('hex'),
    captured: book.captured,
    expected: expectBook(book),
  };
}

export type Typesetter = Helper<Pick<WrittenBook, 'source' | 'captured'>, Compiled>;

/** Starts the program that sets one book; it gets ready while the book is written. */
export function engageTypesetter(): Typesetter {
  return engage(new URL('typesetter.ts', import.meta.url));
}

export type Pdf = { bytes: Uint8Array; pages: number };

/**
 * @param files the content, for the place of characters that no font has
 * @returns `undefined` after findings: what fails the gate is not a book
 */
export async function makePdf(
  { id, source, captured, expected }: WrittenBook,
  files: ContentFiles,
  report: Report,
  typesetter = engageTypesetter(),
): Promise<Pdf | undefined> {
  const [compiled] = await Promise.all([typesetter.ask({ source, captured }), prepareReading()]);
  if ('problems' in compiled) {
    for (const problem of compiled.problems) reportProblem(problem, id, files, report);
    return undefined;
  }
  const reading = await readPdf(compiled.pdf);
  const before = report.findings.length;
  checkPdf(reading, expected, `${id}.pdf`, report);
  const isWhole = !hasErrors(report.findings.slice(before));
  return isWhole ? { bytes: compiled.pdf, pages: reading.pages.length } : undefined;
}

/** Typst names the text for which it has no glyph: the pages that hold it are named with it. */
function reportProblem(problem: string, id: string, files: ContentFiles, report: Report): void {
  const text = /the text `"?(.+?)"?` could not be displayed/s.exec(problem)?.[1];
  if (text === undefined) {
    report.add('book-text-set', `${id}.pdf`, undefined, {
      message: `Unexpected complaint of Typst: ${problem}`,
      expected: 'a document that Typst can set',
      hint: 'This is an error of scripts/pdf/, not of the content: report it.',
    });
    return;
  }
  const signs = text.replace(/\\u\{([\da-f]+)\}/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
  const holders = [...files].filter(([file, source]) => /\.(?:mdx|yml|bib)$/.test(file) && source.includes(signs));
  for (const file of holders.length > 0 ? holders.map(([name]) => name) : [`${id}.pdf`]) {
    const before = (files.get(file) ?? '').split(signs, 1)[0]?.split('\n') ?? [''];
    const place = holders.length > 0 ? { line: before.length, column: (before.at(-1) ?? '').length + 1 } : undefined;
    report.add('book-glyph-present', file, place, {
      message: `Unexpected characters "${signs}": no font of the books has them`,
      expected: 'characters of the fonts that scripts/pdf/book.typ names',
      hint: 'Write the name in Latin letters, or add a font to the template.',
    });
  }
} // prettier-ignore
