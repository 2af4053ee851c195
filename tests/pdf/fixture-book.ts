/** The small survey of the tests as a book, set and read back. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { chooseChapter, wholeBook } from '../../scripts/book/choose.ts';
import { listFormulas } from '../../scripts/book/formulas.ts';
import { makeBook } from '../../scripts/book/make-book.ts';
import type { Speak } from '../../scripts/book/mathml.ts';
import type { Book } from '../../scripts/book/model.ts';
import { readSurveyForBooks } from '../../scripts/book/read-survey.ts';
import { toShelves, type SoundContent } from '../../scripts/book/shelves.ts';
import { engageSpeakers } from '../../scripts/book/speech.ts';
import type { PaperSize } from '../../scripts/pdf/document.ts';
import { writeBook, type WrittenBook } from '../../scripts/pdf/index.ts';
import { makeReport, type Report } from '../../src/contract/findings.ts';
import { readFolder, root } from '../fixtures/folders.ts';

const fixture = readFolder(path.join(root, 'tests/fixtures/survey'));

/** The files of the survey; what is given replaces or adds files. */
export function fixtureFiles(changes: Record<string, string> = {}): Map<string, string> {
  return new Map([...fixture, ...Object.entries(changes)]);
}

/** @param chapter its id; without one, the whole survey */
export function toBook(files: ReadonlyMap<string, string>, chapter?: string): Book {
  const content = readSound(files, makeReport());
  const found = content.chapters.find(({ id }) => id === chapter);
  return makeBook(content, files, toShelves(content), found ? chooseChapter(found) : wholeBook);
}

function readSound(files: ReadonlyMap<string, string>, report: Report): SoundContent {
  const content = readSurveyForBooks(files, report);
  if (!content) throw new Error(JSON.stringify(report.findings, null, 1));
  return content;
}

export async function write(book: Book, report: Report, paper: PaperSize = 'a4'): Promise<WrittenBook> {
  return writeBook(book, paper, { speak: await sayAll(book), machinery: 'tests' }, report);
}

/** Says the formulas of a book. */
export async function sayAll(book: Book): Promise<Speak> {
  const speakers = engageSpeakers([], {});
  const { speak } = await speakers.speak(listFormulas(book));
  speakers.dismiss();
  return speak;
}

/** A page of a paper, for the chapter of the survey that has papers on tides. */
export function toPage(front: Record<string, string>, body: string): string {
  const lines = Object.entries({ title: 'A paper', ...front }).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`);
  return `---\n${lines.join('')}chapter: tides\nsection: Harmonic analysis\n---\n\n${body}\n`;
} // prettier-ignore

export const recordOf = (slug: string): string =>
  readFileSync(path.join(root, 'tests/fixtures/survey/records/harbour-nine.json'), 'utf8').replace(
    '"harbour-nine"',
    JSON.stringify(slug),
  );
