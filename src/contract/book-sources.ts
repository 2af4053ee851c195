/** Which files of the content a book is made of, and whether a book that was made of them still is what they say. */
import type { MadeBook } from './book-manifest.ts';
import { compareText, type Report } from './findings.ts';

/** The id of the book that holds the whole survey. */
export const wholeBookId = 'book';

/** What every book is made of. */
export const commonSources = ['survey.yml', 'glossary.yml', 'references.bib', 'benchmarks.yml'];

/** The files of a folder of content. */
export type Sources = {
  paths: readonly string[];
  read(path: string): string | undefined;
  sha256(text: string): string;
};

/** @returns SHA-256 of the files and their names, in whatever order they are named; a file that is not there is empty */
export function digestSources(names: readonly string[], { read, sha256 }: Omit<Sources, 'paths'>): string {
  const lines = [...new Set(names)].sort(compareText).map((name) => `${name}\n${sha256(read(name) ?? '')}\n`);
  return sha256(lines.join(''));
}

/** Says of each book that it is older than what it is made of. */
export function checkBooksCurrent(
  books: readonly Pick<MadeBook, 'id' | 'file' | 'content'>[],
  sources: Sources,
  report: Report,
): void {
  for (const { id, file, content } of books) {
    const own = sources.paths.filter((path) => isOwnSource(id, path));
    if (digestSources([...commonSources, ...own], sources) === content) continue;
    report.add('book-current', file, undefined, {
      message: 'Unexpected age of a book: it was made of other content than the site',
      expected: 'a book of the content as it is',
      hint: `Run scholium ${file.replace(/^.*\./, '')} before the build, or npm run site.`,
    });
  }
}

function isOwnSource(id: string, path: string): boolean {
  if (id === wholeBookId) return /^(?:about|chapters\/[^/]+|papers\/.+)\.mdx$/.test(path);
  return path === `chapters/${id}.mdx` || (path.startsWith(`papers/${id}/`) && path.endsWith('.mdx'));
}
